/// A type that a JSON value can be read as.
package protocol JSONReadable {
  /// What the value must be, in the words of a message: "a number".
  static var jsonName: String { get }

  /// Nil where the value is of another kind.
  init?(json: LocatedValue)
}

extension Double: JSONReadable {
  package static var jsonName: String { "a number" }

  package init?(json: LocatedValue) {
    guard case .number(let value) = json.kind else { return nil }
    self = value
  }
}

extension Int: JSONReadable {
  package static var jsonName: String { "a whole number" }

  /// Accepts every spelling of a whole number, also `2.0` and `1e3`, below 2^53 in size.
  package init?(json: LocatedValue) {
    guard case .number(let value) = json.kind, let whole = value.asWholeNumber else { return nil }
    self = whole
  }
}

extension Bool: JSONReadable {
  package static var jsonName: String { "true or false" }

  package init?(json: LocatedValue) {
    guard case .bool(let value) = json.kind else { return nil }
    self = value
  }
}

extension String: JSONReadable {
  package static var jsonName: String { "a string" }

  package init?(json: LocatedValue) {
    guard case .string(let value) = json.kind else { return nil }
    self = value
  }
}

extension LocatedString: JSONReadable {
  package static var jsonName: String { "a string" }

  package init?(json: LocatedValue) {
    guard case .string(let text) = json.kind else { return nil }
    self.init(text: text, range: json.range, replacements: json.replacements)
  }
}
