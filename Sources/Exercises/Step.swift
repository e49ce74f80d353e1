/// One thing an exercise asks for.
package struct Step: Headed, Sendable {
  package let heading: StepHeading
  package let content: Content

  /// What is asked for.
  package enum Content: Sendable {
    /// A value of the exercise's program, which later steps may go on with.
    case value(ValueStep)
    /// What a kind of answer judges for itself.
    case assignment(any Assignment)
  }

  /// Whether the answer is a function in a Swift file.
  package var isAnsweredInSwift: Bool {
    if case .assignment(let assignment) = content { assignment.stub != nil } else { false }
  }

  /// The value asked for; nil where the step asks for no value.
  package var value: ValueStep? {
    if case .value(let step) = content { step } else { nil }
  }
}
