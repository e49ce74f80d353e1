/// A JSON value with the bytes it was read from.
///
/// The range of a string includes its quotes. The spelling of a number, with the digits as they were
/// typed, is `source.spelling(of: value.range)`.
package struct LocatedValue: Sendable {
  /// What the value is.
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([LocatedValue])
    case object([LocatedMember])
  }

  package let kind: Kind
  package let range: Range<Int>
  /// Where a string differs from what stands in the file, in order.
  package let replacements: [Replacement]

  package init(_ kind: Kind, range: Range<Int>, replacements: [Replacement] = []) {
    self.kind = kind
    self.range = range
    self.replacements = replacements
  }

  /// The value of the member with a name, where this is an object that has one.
  package subscript(name: String) -> LocatedValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// What the value is in words, for a message: "a string", "2.5", "null".
  package func described(in source: SourceText) -> String {
    switch kind {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number: Quotation.shortened(source.spelling(of: range))
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
