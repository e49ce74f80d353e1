import Answers
import Exercises
import LocatedJSON

/// A number, vector or matrix.
package enum ValueKind {
  package static let kind = AnswerKind(
    reading: "value", "a number, vector or matrix, right within a tolerance",
    keys: [
      StepKeys.formula, StepKeys.tolerance, StepKeys.mistakes, StepKeys.also, StepKeys.partial,
    ],
    rule: ValueRule(tolerance: { own, exercise in own ?? exercise ?? .typedByHand }),
    value: value, examples: examples)

  private static let examples = [
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

  private static func value(
    of answer: Answer, in submission: Submission
  ) throws(AnswerFault) -> TypedValue {
    try TypedValue.read(answer, of: submission)
  }
}
