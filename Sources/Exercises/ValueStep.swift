import Formulas

/// A step that asks for a value of the exercise's program.
package struct ValueStep: Headed, Sendable {
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
