import Answers
import Exercises
import Formulas
import LocatedJSON

/// A kind of answer: what it adds to exercise files, how its answers are read or judged, and the
/// examples that it must pass.
package struct AnswerKind: Sendable {
  /// What it adds to the steps of exercise files.
  package let step: StepKind
  package let marking: Marking
  /// Answers with the verdict they must get; they are the kind's tests and its manual.
  package let examples: [KindExample]

  package enum Marking: Sendable {
    /// The answers are values, marked on the way through the exercise's program.
    case value(ValueReader)
    /// The kind judges its own steps of an exercise; nil where the exercise has none of them.
    case judge(@Sendable (Exercise) -> StepJudge?)
  }

  /// Reads the value of an answer, in the shape asked for where it can be.
  ///
  /// It throws where the answer is no such value at all.
  package typealias ValueReader =
    @Sendable (Answer, Submission, Shape) throws(AnswerFault) -> ReadValue

  /// A kind whose answers are values of the exercise's program.
  init(
    reading name: String, _ summary: String, keys: [Key], rule: ValueRule,
    value: @escaping ValueReader, examples: [KindExample]
  ) {
    step = StepKind(name, summary, keys: keys, content: .value(rule))
    marking = .value(value)
    self.examples = examples
  }

  /// A kind that reads its steps and judges their answers by itself.
  ///
  /// - Parameters:
  ///   - task: Reads what a step asks for; nil, with problems reported, where it cannot be read.
  ///   - assignment: What others ask of the task.
  ///   - feedback: What is said about all steps of the kind in one submission, in their order.
  ///   - expected: What may be shown as the right answer where answers are revealed.
  init<Task: Sendable>(
    judging name: String, _ summary: String, keys: [Key], innerKeys: [[Key]] = [],
    schema: @escaping @Sendable (Key) -> SchemaNode?,
    usualPoints: @escaping @Sendable ([LocatedMember]) -> Double = { _ in 1 },
    task: @escaping @Sendable (StepReading) -> Task?,
    assignment: @escaping @Sendable (Task, StepReading) -> Assignment,
    feedback: @escaping @Sendable ([AnsweredStep<Task>], MarkingContext) -> [StepFeedback],
    expected: @escaping @Sendable (Task) -> String?, examples: [KindExample]
  ) {
    let step = StepKind(
      name, summary, keys: keys, innerKeys: innerKeys, schema: schema, usualPoints: usualPoints,
      content: .assignment { reading in task(reading).map { assignment($0, reading) } })
    self.step = step
    self.examples = examples
    marking = .judge { exercise in
      StepJudge(
        exercise, step, task: task, feedback: feedback, expected: expected)
    }
  }

  package var name: String { step.name }
}

/// Every kind of answer; the first is the one meant where a step names none.
package enum AnswerKinds {
  package static let all: [AnswerKind] = [
    ValueKind.kind, CountKind.kind, FormulaKind.kind, ChoiceKind.kind, LocateKind.kind,
    OrderKind.kind, MatchKind.kind, CodeKind.kind, WrittenKind.kind, ExternalKind.kind,
  ]

  /// What they add to exercise files.
  package static let steps = all.map { $0.step }

  /// How answers to a step of that kind are read; nil where the kind judges them by itself.
  package static func reader(for step: StepKind) -> AnswerKind.ValueReader? {
    guard case .value(let reader)? = all.first(where: { $0.step == step })?.marking else {
      return nil
    }
    return reader
  }
}
