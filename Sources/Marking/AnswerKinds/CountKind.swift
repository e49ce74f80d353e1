import Answers
import Exercises
import Formulas
import LocatedJSON

/// A whole number, such as a number of parameters.
package enum CountKind {
  package static let kind = AnswerKind(
    reading: "count", "a whole number, right exactly",
    keys: [
      StepKeys.formula, StepKeys.tolerance, StepKeys.mistakes, StepKeys.also, StepKeys.ways,
    ],
    rule: ValueRule(tolerance: { own, _ in own ?? .exact }, complaint: complaint),
    value: value, examples: examples)

  private static let examples = [
    KindExample(
      step: #"{ "name": "parameters", "kind": "count", "formula": "5*10 + 10" }"#,
      answer: "60", .correct),
    KindExample(
      step: #"{ "name": "parameters", "kind": "count", "formula": "5*10 + 10" }"#,
      answer: "6*10", .correct),
    KindExample(
      step: #"{ "name": "parameters", "kind": "count", "formula": "5*10 + 10" }"#,
      answer: "57", .incorrect, says: ["57 is not right."]),
    KindExample(
      step: #"{ "name": "parameters", "kind": "count", "formula": "5*10 + 10" }"#,
      answer: "60.5", .incorrect, says: ["60.5 is not right: a whole number is asked for."]),
  ]

  private static func complaint(about key: Tensor) -> String? {
    guard key.shape == .scalar else {
      return "a count must be a number, but the key is \(key.shape)"
    }
    return key[0] == key[0].rounded() ? nil : "a count must be whole, but the key is \(key[0])"
  }

  private static func value(
    of answer: Answer, in submission: Submission, as shape: Shape
  ) throws(AnswerFault) -> ReadValue {
    try ReadValue.read(answer, of: submission, as: shape, where: isWhole)
  }

  private static func isWhole(_ value: TypedValue) -> Bool {
    value.tensor.entries.allSatisfy { $0 == $0.rounded() }
  }
}
