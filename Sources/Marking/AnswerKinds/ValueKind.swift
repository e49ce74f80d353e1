import Answers
import Exercises
import Formulas
import LocatedJSON

/// A number, vector or matrix.
package enum ValueKind {
  package static let kind = AnswerKind(
    reading: "value", "a number, vector or matrix, right within a tolerance",
    keys: [
      StepKeys.formula, StepKeys.tolerance, StepKeys.mistakes, StepKeys.also, StepKeys.ways,
      StepKeys.partial,
    ],
    rule: ValueRule(tolerance: { own, exercise in own ?? exercise ?? .typedByHand }),
    value: read, examples: examples)

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

  /// Reads a value of some shape, of a step or of a choice.
  static let read: AnswerKind.ValueReader = {
    (answer, submission, shape) throws(AnswerFault) in
    try ReadValue.read(answer, of: submission, as: shape)
  }
}
