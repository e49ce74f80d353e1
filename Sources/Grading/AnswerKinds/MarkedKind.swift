import Exercises
import Formulas

/// A kind of answer that can be marked: how it is read, and what examples it must pass.
package protocol MarkedKind: AnswerKind {
  /// The value of an answer in the shape asked for.
  ///
  /// - Throws: ``AnswerFault`` where it is no such value at all.
  static func value(
    of answer: Answer, in submission: Submission
  ) throws(AnswerFault) -> TypedValue

  /// Answers with the verdict they must get; they are the kind's tests and its manual.
  static var examples: [KindExample] { get }
}

/// An answer to a step of a kind, and what must come of it.
package struct KindExample: Sendable {
  /// The step as an exercise file has it.
  package let step: String
  /// The answer as a student types it.
  package let answer: String
  package let status: Status
  package let says: [String]

  package init(step: String, answer: String, _ status: Status, says: [String] = []) {
    self.step = step
    self.answer = answer
    self.status = status
    self.says = says
  }
}

/// Every kind of answer; the first is the one meant where a step names none.
package enum AnswerKinds {
  package static let all: [any MarkedKind.Type] = [ValueKind.self, CountKind.self]
}
