import Exercises
import Formulas

/// What a function must return: a formula over its parameters, or a calculation in the grader.
package enum CodeKey: Sendable {
  /// One formula for each part of the result, in the order of its parts.
  case formulas([Formula])
  case reference(CodeReference, NetworkSetting)

  /// Why a key has no value for some arguments.
  package struct Fault: Error {
    package let message: String
  }

  /// The key on one set of arguments after the other.
  package struct Evaluator {
    private let key: CodeKey
    private let signature: Signature
    private var formulas: FormulaKey

    package init(_ key: CodeKey, _ signature: Signature, indexBase: Int) {
      self.key = key
      self.signature = signature
      formulas = FormulaKey(parameters: signature.parameters, indexBase: indexBase)
    }

    package mutating func value(of arguments: [FunctionValue]) -> Result<FunctionValue, Fault> {
      switch key {
      case .reference(let reference, let setting):
        let value = reference.value(of: ReferenceArguments(signature, arguments, setting))
        guard let value else { return .failure(Fault(message: .noNetwork(reference.name))) }
        return .success(value)
      case .formulas(let list):
        var parts: [FunctionValue] = []
        for (formula, part) in zip(list, signature.results) {
          do throws(FormulaError) {
            let tensor = try formulas.value(of: formula, arguments)
            guard let value = FunctionValue(tensor, as: part.type) else {
              return .failure(Fault(message: .otherShape(tensor.shape, part.type)))
            }
            parts.append(value)
          } catch {
            return .failure(Fault(message: error.message))
          }
        }
        return .success(parts.count == 1 && !signature.isTuple ? parts[0] : .tuple(parts))
      }
    }
  }
}

extension Signature {
  var isTuple: Bool { if case .tuple = result { true } else { false } }
}

// MARK: - Messages

extension String {
  fileprivate static func noNetwork(_ reference: String) -> String {
    "\(reference) makes no sense of this input: the sizes do not fit each other"
  }

  fileprivate static func otherShape(_ shape: Shape, _ type: ValueType) -> String {
    "the formula gives \(shape), which is no \(type)"
  }
}
