import Testing

/// A text that is no exercise, and all that is said about it.
struct Rejection: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  /// One line for each problem: `line:column: message`.
  let problems: String

  /// - Parameters:
  ///   - isWhole: Whether the text is the whole file; otherwise it lacks what every exercise has,
  ///     which is put in the line before it.
  init(_ name: String, isWhole: Bool = false, _ text: String, _ problems: String) {
    self.name = name
    self.text = isWhole ? text : sample(text)
    self.problems = problems
  }

  var testDescription: String { name }
}
