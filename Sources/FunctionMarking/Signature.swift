import Backpropagation

/// A function as an exercise declares it: `func softmaxJacobian(_ z: [Double]) -> [[Double]]`.
package struct Signature: Hashable, Sendable {
  package let name: String
  package let parameters: [Parameter]
  package let result: ValueType

  /// A parameter of a function.
  package struct Parameter: Hashable, Sendable {
    /// The label at a call; nil for `_`.
    package let label: String?
    package let name: String
    package let type: ValueType

    package init(label: String?, name: String, type: ValueType) {
      self.label = label
      self.name = name
      self.type = type
    }
  }

  package init(name: String, parameters: [Parameter], result: ValueType) {
    self.name = name
    self.parameters = parameters
    self.result = result
  }

  /// The parts of the result by their labels; one without a label where it is no tuple.
  package var results: [(label: String?, type: ValueType)] {
    if case .tuple(let members) = result {
      members.map { ($0.label, $0.type) }
    } else {
      [(nil, result)]
    }
  }
}

// MARK: - CustomStringConvertible

extension Signature: CustomStringConvertible {
  /// The declaration as Swift spells it.
  package var description: String {
    let list = parameters.map { parameter in
      let label = parameter.label == parameter.name ? "" : "\(parameter.label ?? "_") "
      return "\(label)\(parameter.name): \(parameter.type)"
    }
    return "func \(name)(\(list.joined(separator: ", "))) -> \(result)"
  }
}
