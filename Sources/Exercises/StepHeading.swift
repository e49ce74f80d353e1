/// What every step has, whatever kind of answer it asks for.
///
/// It never changes, and marking passes it from hand to hand: a class, so that a copy costs one
/// count.
package final class StepHeading: Sendable {
  /// The name under which it is answered and used by later formulas.
  package let name: String
  package let kind: StepKind
  /// What is asked for, in words.
  package let text: String
  /// The equation of the chapter it rests on, such as "BP2".
  package let equation: String?
  package let hints: [String]
  /// How the answer is derived, in Markdown, for the solution.
  package let working: String?
  package let points: Double
  /// The text with gaps that it is a gap of.
  package let passage: Passage?
  /// Where the step's formula, or else its name, stands in the file.
  package let place: Range<Int>

  init(
    name: String, kind: StepKind, text: String, equation: String?, hints: [String],
    working: String?, points: Double, passage: Passage?, place: Range<Int>
  ) {
    self.name = name
    self.kind = kind
    self.text = text
    self.equation = equation
    self.hints = hints
    self.working = working
    self.points = points
    self.passage = passage
    self.place = place
  }
}
