/// One thing an exercise asks for.
package struct Step: Sendable {
  package let heading: StepHeading
  package let content: Content

  /// What is asked for.
  package enum Content: Sendable {
    /// A value of the exercise's program, which later steps may go on with.
    case value(ValueStep)
    /// What a kind of answer judges for itself.
    indirect case assignment(Assignment)
  }

  package var name: String { heading.name }
  package var kind: StepKind { heading.kind }
  package var text: String { heading.text }
  package var equation: String? { heading.equation }
  package var hints: [String] { heading.hints }
  package var working: String? { heading.working }
  package var points: Double { heading.points }
  package var place: Range<Int> { heading.place }

  /// The value asked for; nil where the step asks for no value.
  package var value: ValueStep? {
    if case .value(let step) = content { step } else { nil }
  }

  /// What the step's kind judges; nil where the step asks for a value.
  package var assignment: Assignment? {
    if case .assignment(let assignment) = content { assignment } else { nil }
  }

  /// Whether the answer is a function in a Swift file.
  package var isAnsweredInSwift: Bool { assignment?.stub != nil }
}
