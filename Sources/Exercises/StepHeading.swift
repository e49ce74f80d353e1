/// What every step has, whatever kind of answer it asks for.
package struct StepHeading: Sendable {
  /// The name under which it is answered and used by later formulas.
  package let name: String
  package let kind: StepKind
  /// What is asked for, in words.
  package let text: String
  /// The equation of the chapter it rests on, such as "BP2".
  package let equation: String?
  package let hints: [String]
  package let points: Double
  /// Where the step's formula, or else its name, stands in the file.
  package let place: Range<Int>
}
