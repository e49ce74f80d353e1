import Formulas
import LocatedJSON

/// One thing an exercise asks for.
package struct Step: Sendable {
  /// The name under which it is answered and used by later formulas.
  package let name: String
  package let kind: any AnswerKind.Type
  /// What is asked for, in words.
  package let text: String
  /// The equation of the chapter it rests on, such as "BP2".
  package let equation: String?
  package let hints: [String]
  package let points: Double
  package let tolerance: Tolerance
  /// Whether right entries of a wrong answer earn their share.
  package let allowsPartialCredit: Bool
  /// Where the value stands in the exercise's program.
  package let slot: Program.Slot
  /// Other answers that are right too.
  package let also: [Alternative]
  /// Wrong answers the author has foreseen.
  package let mistakes: [Alternative]
  /// Where the step's formula, or else its name, stands in the file.
  package let place: Range<Int>

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
