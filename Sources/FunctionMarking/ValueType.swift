/// A type that a student's function may take or give.
///
/// `Int`, `Bool`, `Double`, arrays of them to depth 3, and as a result a tuple with labels.
package indirect enum ValueType: Hashable, Sendable {
  case int
  case bool
  case double
  case array(ValueType)
  case tuple([Member])

  /// A part of a tuple.
  package struct Member: Hashable, Sendable {
    package let label: String
    package let type: ValueType

    package init(label: String, type: ValueType) {
      self.label = label
      self.type = type
    }
  }

  /// How deeply arrays may be nested.
  package static let deepestArray = 3

  /// How many arrays lie around the innermost elements; 0 for a number or a tuple.
  package var arrayDepth: Int {
    if case .array(let element) = self { element.arrayDepth + 1 } else { 0 }
  }
}

// MARK: - CustomStringConvertible

extension ValueType: CustomStringConvertible {
  /// The type as Swift spells it.
  package var description: String {
    switch self {
    case .int: "Int"
    case .bool: "Bool"
    case .double: "Double"
    case .array(let element): "[\(element)]"
    case .tuple(let members):
      "(" + members.map { "\($0.label): \($0.type)" }.joined(separator: ", ") + ")"
    }
  }
}
