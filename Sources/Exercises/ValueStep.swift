import Formulas

/// A step that asks for a value of the exercise's program.
package struct ValueStep: Sendable {
  package let heading: StepHeading
  package let tolerance: Tolerance
  /// Whether right entries of a wrong answer earn their share.
  package let allowsPartialCredit: Bool
  /// Where the value stands in the exercise's program.
  package let slot: Program.Slot
  /// Other answers that are right too.
  package let also: [Alternative]
  /// Wrong answers the author has foreseen.
  package let mistakes: [Alternative]

  package var name: String { heading.name }
  package var kind: StepKind { heading.kind }
  package var text: String { heading.text }
  package var equation: String? { heading.equation }
  package var points: Double { heading.points }
  package var place: Range<Int> { heading.place }

  /// Another value that a step may be answered with, and what to say about it.
  package struct Alternative: Sendable {
    package let formula: Formula
    package let slot: Program.Slot
    package let says: String
    /// The share of the points it earns, from 0 to 1.
    package let credit: Double
    package let place: Range<Int>
  }
}
