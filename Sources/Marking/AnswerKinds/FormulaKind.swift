import Answers
import Exercises
import Formulas
import LocatedJSON

/// A formula, right where it equals the key's at sampled points, however it is written.
package enum FormulaKind {
  package static let kind = AnswerKind(
    judging: "formula", "a formula, right where it equals the key's at sampled points",
    keys: [
      FormulaKeys.formula, FormulaKeys.variables, FormulaKeys.functions, FormulaKeys.form,
      FormulaKeys.slope, StepKeys.tolerance, StepKeys.mistakes, StepKeys.also,
    ],
    innerKeys: [FormulaKeys.variable, FormulaKeys.forms, FormulaKeys.slopes], schema: schema,
    task: { FormulaTask($0) }, assignment: { $0.assignment($1) }, feedback: feedback,
    expected: { $0.reference.text }, examples: examples)

  private static func schema(of key: Key) -> SchemaNode? {
    switch key {
    case FormulaKeys.formula: .string
    case FormulaKeys.variables:
      .map(.object(FormulaKeys.variable.map { ($0, FormulaKeys.node(of: $0)) }, required: []))
    case FormulaKeys.functions: .array(.string)
    case FormulaKeys.form:
      .object(
        [(FormulaKeys.operators, .integer), (AlternativeKeys.credit, .number)],
        required: [FormulaKeys.operators])
    case FormulaKeys.slope:
      .object(
        [(FormulaKeys.of, .string), (FormulaKeys.by, .string)],
        required: [FormulaKeys.of, FormulaKeys.by])
    default: nil
    }
  }

  private static let crossEntropy =
    #"{ "name": "delta", "kind": "formula", "formula": "a - y", "#
    + #""variables": { "a": { "from": 0.05, "to": 0.95 }, "y": { "values": [0, 1] } }, "#
    + #""form": { "operators": 1 } }"#

  private static let examples = [
    KindExample(step: crossEntropy, answer: "a - y", .correct),
    KindExample(
      step: crossEntropy, answer: "a + (y - 2*y)", .partial,
      says: [Message.notSimplified(1, 3).text]),
    KindExample(
      step: #"{ "name": "J", "kind": "formula", "formula": "diag(a) - outer(a, a)", "#
        + #""variables": { "a": { "shape": [3], "from": 0, "to": 1 } } }"#,
      answer: "outer(a, ones(3)) * (eye(3) - outer(ones(3), a))", .correct),
    KindExample(
      step: #"{ "name": "dw", "kind": "formula", "formula": "f'(w*x) * x", "functions": ["f"], "#
        + #""variables": { "w": { "from": -1, "to": 1 }, "x": { "from": 0.5, "to": 2 } } }"#,
      answer: "x·f′(x·w)", .correct),
    KindExample(
      step: crossEntropy, answer: "(a - y) * a * (1 - a)", .incorrect,
      says: [
        "The factor a · (1 − a) is still there: it cancels.",
        "At a = 0.546, y = 0 your formula gives 0.135345; the right value there is 0.546.",
      ]),
    KindExample(
      step: crossEntropy, answer: "a - b", .unreadable,
      says: ["Line 1, column 13: unknown name 'b'; a formula here may use a and y."]),
  ]

  private static func feedback(
    on papers: [AnsweredStep<FormulaTask>], in setting: MarkingContext
  ) -> [StepFeedback] {
    papers.map { FormulaJudge($0, in: setting).feedback }
  }
}

/// The keys of a step that asks for a formula.
package enum FormulaKeys {
  package static let formula = Key("formula", "The right formula, over the variables.")
  package static let variables = Key(
    "variables", "The names the formula may use, each with the values it is tried on.")
  package static let functions = Key(
    "functions", "Names of functions of one number, such as f: f(z) and f'(z) may be written.")
  package static let form = Key("form", "How short the formula must be.")
  package static let slope = Key(
    "slope", "The number whose derivative is asked for; it proves the key and the verdict.")

  package static let from = Key("from", "The least value.")
  package static let to = Key("to", "The largest value.")
  package static let integer = Key("integer", "true for whole numbers alone.")
  package static let values = Key("values", "The values themselves, in place of a range.")
  package static let shape = Key("shape", "[] for a number, [n] or [rows, columns].")
  package static let variable = [from, to, integer, values, shape]

  package static let operators = Key(
    "operators", "The most operators; functions do not count, nor a minus before a single name.")
  package static let forms = [operators, AlternativeKeys.credit]

  package static let of = Key("of", "A formula of a number over the variables.")
  package static let by = Key("by", "The variable it is differentiated by.")
  package static let slopes = [of, by]

  static func node(of key: Key) -> SchemaNode {
    switch key {
    case integer: .boolean
    case values: .array(.number)
    case shape: .array(.integer)
    default: .number
    }
  }
}

extension Message {
  /// What is said to a formula that is right but longer than it need be.
  static func notSimplified(_ most: Int, _ count: Int) -> Message {
    """
    This is right, but not simplified: \(most) \(most == 1 ? "operator is" : "operators are") \
    enough, and yours has \(count).
    """
  }
}
