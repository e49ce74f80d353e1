import Answers
import Exercises
import LocatedJSON

/// A number, vector or matrix.
package enum ValueKind: ReadKind {
  package static let name = "value"
  package static let summary = "a number, vector or matrix, right within a tolerance"
  package static let keys = [
    StepKeys.formula, StepKeys.tolerance, StepKeys.mistakes, StepKeys.also, StepKeys.partial,
  ]

  package static let examples = [
    KindExample(
      step: #"{ "name": "a1", "formula": "sigmoid([0, 0.25])" }"#,
      answer: "[0.5, 0.5622]", .correct),
    KindExample(
      step: #"{ "name": "dW2", "formula": "outer([0.5], [0.2, -0.25])" }"#,
      answer: "[1/10, −0.125]", .correct),
    KindExample(
      step: #"{ "name": "a1", "formula": "sigmoid([0, 0.25])" }"#,
      answer: "[1/2, 0.5266]", .incorrect,
      says: ["a1[2] is not right; you have 0.5266. The other entry is."]),
    KindExample(
      step: #"{ "name": "a1", "formula": "sigmoid([0, 0.25])" }"#,
      answer: "0.5", .incorrect,
      says: ["a1 is a vector of 2, but your answer is a number."]),
    KindExample(
      step: #"{ "name": "a1", "formula": "sigmoid([0, 0.25])", "partial": true }"#,
      answer: "[0.5, 0.5266]", .partial,
      says: ["a1[2] is not right; you have 0.5266. The other entry is."]),
  ]

  package static func tolerance(own: Tolerance?, exercise: Tolerance?) -> Tolerance {
    own ?? exercise ?? .typedByHand
  }

  package static func value(
    of answer: Answer, in submission: Submission
  ) throws(AnswerFault) -> TypedValue {
    try TypedValue.read(answer, of: submission)
  }
}
