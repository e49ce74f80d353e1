/// What every step has, whatever kind of answer it asks for.
package struct StepHeading: Sendable {
  /// The name under which it is answered and used by later formulas.
  package let name: String
  package let kind: any AnswerKind.Type
  /// What is asked for, in words.
  package let text: String
  /// The equation of the chapter it rests on, such as "BP2".
  package let equation: String?
  package let hints: [String]
  package let points: Double
  /// Where the step's formula, or else its name, stands in the file.
  package let place: Range<Int>
}

/// Something with the heading of a step.
package protocol Headed {
  var heading: StepHeading { get }
}

extension Headed {
  package var name: String { heading.name }
  package var kind: any AnswerKind.Type { heading.kind }
  package var text: String { heading.text }
  package var equation: String? { heading.equation }
  package var hints: [String] { heading.hints }
  package var points: Double { heading.points }
  package var place: Range<Int> { heading.place }
}
