/// What is wrong with a formula, and where in its text.
package struct FormulaError: Error, Hashable, Sendable {
  /// A sentence that says what was found and what was expected.
  package let message: String
  /// The place in the formula's text, in Unicode scalars from 0.
  package let range: Range<Int>

  /// An error at a place in a formula's text.
  package init(_ message: String, at range: Range<Int>) {
    self.message = message
    self.range = range
  }

  /// The column of the place, counted from 1.
  package var column: Int { range.lowerBound + 1 }
}

extension FormulaError: CustomStringConvertible {
  package var description: String { "column \(column): \(message)" }
}
