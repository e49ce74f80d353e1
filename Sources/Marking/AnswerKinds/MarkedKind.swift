import Answers
import Exercises

/// A kind of answer that can be marked, with the examples that it must pass.
///
/// It is a ``ReadKind``, whose answers are values of the exercise's program, or a ``JudgedKind``.
package protocol MarkedKind: AnswerKind {
  /// Answers with the verdict they must get; they are the kind's tests and its manual.
  static var examples: [KindExample] { get }
}

/// A kind whose answers are values, marked on the way through the exercise's program.
package protocol ReadKind: MarkedKind, MeasuredKind {
  /// The value of an answer in the shape asked for.
  ///
  /// - Throws: ``AnswerFault`` where it is no such value at all.
  static func value(
    of answer: Answer, in submission: Submission
  ) throws(AnswerFault) -> TypedValue
}

/// A kind that judges its steps by itself.
package protocol JudgedKind: MarkedKind, AssignedKind {
  associatedtype Task: Assignment

  /// What is said about all steps of this kind in one submission, in the order of the papers.
  static func feedback(on papers: [AnsweredStep<Task>], in setting: MarkingContext)
    -> [StepFeedback]

  /// What may be shown as the right answer where answers are revealed.
  static func expected(for task: Task) -> String?
}

/// A step of a judged kind with what a student wrote for it.
package struct AnsweredStep<Task: Assignment>: Sendable {
  package let heading: StepHeading
  package let task: Task
  /// Nil where the student wrote nothing.
  package let answer: Answer?

  /// Feedback with this verdict; the points are for full credit.
  package func feedback(
    _ status: Status, credit: Double = 0, says: [String] = []
  ) -> StepFeedback {
    StepFeedback(
      name: heading.name, status: status, points: heading.points * credit, outOf: heading.points,
      says: says)
  }
}

/// Every kind of answer; the first is the one meant where a step names none.
package enum AnswerKinds {
  package static let all: [any MarkedKind.Type] = [
    ValueKind.self, CountKind.self, FormulaKind.self, ChoiceKind.self, CodeKind.self,
    WrittenKind.self, ExternalKind.self,
  ]
}
