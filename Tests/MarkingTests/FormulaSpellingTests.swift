import Exercises
import Formulas
import Numerics
import Testing

@testable import Answers
@testable import Marking

@Suite("Formulas in other spellings")
struct FormulaSpellingTests {
  private static let names: Set<String> = ["a", "y", "z", "h", "x", "W", "n", "ŷ", "ai"]

  private static func reading(_ text: String) -> FormulaSpelling.Reading {
    FormulaSpelling.reading(of: text, isKnown: { names.contains($0) })
  }

  @Test(
    "LaTeX, Python and products without a sign are brought into the spelling of formulas",
    arguments: [
      (#"\frac{a-y}{a(1-a)}"#, "((a - y)/(a*(1 - a)))"), ("a(1-a)", "a*(1 - a)"), ("2h", "2*h"),
      ("e^(-z)", "exp((-z))"), ("np.exp(-z)", "exp(-z)"), ("a**2", "a^2"),
      ("sigma(z)", "sigmoid(z)"), (#"\sigma(z)(1-\sigma(z))"#, "σ(z)*(1 - σ(z))"),
      ("$a - y$", "a - y"), (#"e^{-z}"#, "exp((-z))"), ("e**-z", "exp(-z)"),
      (#"-\frac{y}{a} + \frac{1-y}{1-a}"#, "-((y)/(a)) + ((1 - y)/(1 - a))"),
      ("1/(1+np.exp(-z))", "1/(1 + exp(-z))"), ("math.log(a)", "log(a)"), ("ln(a)", "log(a)"),
      ("torch.sigmoid(z)", "sigmoid(z)"), ("(a-y)(1-a)a", "(a - y)*(1 - a)*a"),
      ("a (1 - a)", "a*(1 - a)"), ("a - y;", "a - y"),
      ("return a - y", "a - y"), ("lambda a, y: a - y", "a - y"),
      ("delta = a - y", "a - y"), ("W^T x", "W.T @ x"), ("Wᵀ x", "W.T @ x"),
      ("W^T(a - y)", "W.T @ (a - y)"), ("a_i(1 - a_i)", "ai*(1 - ai)"), ("x²y", "x²*y"),
      ("sigmoid_prime(z)", "sigmoid'(z)"), (#"\hat{y} - y"#, "ŷ - y"),
      ("np.tanh(z)**2", "tanh(z)^2"),
      ("Sigmoid(z)", "sigmoid(z)"), ("a − y", "a - y"), (#"2 \cdot h"#, "2*h"),
    ])
  func spelled(_ text: String, _ formula: String) throws {
    guard case .formulas(let sides) = Self.reading(text), let last = sides.last else {
      Issue.record("\(text) was not read")
      return
    }
    #expect(try Formula(last) == Formula(formula), "\(text) is read as \(last)")
  }

  @Test("Between two names or two numbers nothing is put", arguments: ["a y", "2 3", "a 2"])
  func lostSigns(_ text: String) throws {
    let feedback = try Exercise.sample(Self.step).feedback(on: "d = \(text)")
    #expect(feedback.steps[0].status == .unreadable)
  }

  @Test(
    "Names side by side are told how their product is written",
    arguments: [
      "d = a y", "d = ay/2", "d = 2 a_ y", "d = log(1 + ay)", "d = ln(1+e^a) - ay",
    ])
  func sideBySide(_ answer: String) throws {
    let line =
      "d unreadable 0.0: Line 1, column 5: an operator is missing between 'a' and 'y'; "
      + "for their product write a * y."
    #expect(try Exercise.sample(Self.step).feedback(on: answer).lines.first == line)
  }

  @Test("Matrices side by side are told how matrices are multiplied, vectors all that it may mean")
  func matricesSideBySide() throws {
    let exercise = try Exercise.sample(
      """
      "steps": [{ "name": "d", "kind": "formula", "formula": "W @ x", "variables": {
        "W": { "shape": [3, 3], "from": 0, "to": 1 }, "x": { "shape": [3], "from": 0, "to": 1 } } }]
      """)
    #expect(
      try exercise.feedback(on: "d = W x").steps[0].says.texts[0].hasSuffix(
        "'W' and 'x'; for their matrix product write W @ x."))
    #expect(
      try exercise.feedback(on: "d = x x").steps[0].says.texts[0].hasSuffix(
        "'x' and 'x'; write dot(x, x), outer(x, x) or x * x."))
  }

  @Test("A product behind a division has two readings")
  func divisions() {
    #expect(Self.reading("1/2h") == .ambiguous("1 / 2*h".closed, "1 / (2*h)".closed))
    #expect(
      Self.reading("1/2(a-y)") == .ambiguous("1 / 2*(a - y)".closed, "1 / (2*(a - y))".closed))
  }

  private static let step = """
    "steps": [{ "name": "d", "kind": "formula", "formula": "(a - y) / (a * (1 - a))",
      "variables": { "a": { "from": 0.1, "to": 0.9 }, "y": { "values": [0, 1] } } }]
    """

  @Test(
    "What is right is right in any spelling, what is wrong is not",
    arguments: [
      (#"\frac{a-y}{a(1-a)}"#, "d correct 1.0: Your answer is read as ((a - y) / (a * (1 - a)))."),
      ("(a-y)/(a*(1-a))", "d correct 1.0"),
      ("(a-y)/(a(1-a))", "d correct 1.0: Your answer is read as (a - y) / (a * (1 - a))."),
      ("(a-y)/(a-a**2)", "d correct 1.0: Your answer is read as (a - y) / (a - a^2)."),
      ("dL/da = (a-y)/(a(1-a))", "d correct 1.0: Your answer is read as (a - y) / (a * (1 - a))."),
      (
        "(a-y)/a(1-a)",
        "d unreadable 0.0: Line 1, column 5: '(a-y)/a(1-a)' can be read in two ways, as "
          + "(a - y) / a * (1 - a) and as (a - y) / (a * (1 - a)); write it so that only one is left."
      ),
      (
        "a = y",
        "d unreadable 0.0: Line 1, column 5: 'a = y' can be read in two ways, as a and as y; "
          + "write it so that only one is left."
      ),
    ])
  func marked(_ text: String, _ line: String) throws {
    let feedback = try Exercise.sample(Self.step).feedback(on: "d = \(text)")
    #expect(feedback.lines.first == line)
  }
}

extension String {
  /// The text with blanks around every sign of multiplication.
  fileprivate var closed: String { replacing(text: "*", by: " * ") }
}
