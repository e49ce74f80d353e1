import Formulas

/// A step that asks for a value of the exercise's program.
///
/// A class for the same reason as ``StepHeading``.
package final class ValueStep: Sendable {
  package let heading: StepHeading
  package let tolerance: Tolerance
  /// Whether right entries of a wrong answer earn their share.
  package let allowsPartialCredit: Bool
  /// Where the value stands in the exercise's program.
  package let slot: Program.Slot
  /// Further formulas of the same value: on right values each gives the key, on a student's own
  /// values it is as good a way to an answer.
  package let ways: [Way]
  /// Where the value is computed: by the key's formula first, then by the further ways.
  package let routes: [Program.Slot]
  /// Other answers that are right too.
  package let also: [Alternative]
  /// Wrong answers the author has foreseen.
  package let mistakes: [Alternative]

  init(
    heading: StepHeading, tolerance: Tolerance, allowsPartialCredit: Bool, slot: Program.Slot,
    ways: [Way], also: [Alternative], mistakes: [Alternative]
  ) {
    self.heading = heading
    self.tolerance = tolerance
    self.allowsPartialCredit = allowsPartialCredit
    self.slot = slot
    self.ways = ways
    routes = [slot] + ways.map { $0.slot }
    self.also = also
    self.mistakes = mistakes
  }

  package var name: String { heading.name }
  package var kind: StepKind { heading.kind }
  package var text: String { heading.text }
  package var equation: String? { heading.equation }
  package var points: Double { heading.points }
  package var place: Range<Int> { heading.place }

  /// Another formula of a step's value.
  package struct Way: Sendable {
    package let formula: Formula
    package let slot: Program.Slot
    /// Where the author wrote it; nil for one that the network block knows of itself.
    package let place: Range<Int>?
  }

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
