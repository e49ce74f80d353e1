import Formulas
import Testing

@Suite("Limits")
struct LimitsTests {
  private static let chain =
    "more than 400 operations in one chain; split the formula or add brackets"
  private static let nesting = "nested more than 200 deep"

  /// A formula of one pattern, and what is said of it; nil where it can be evaluated.
  struct Deep: CustomTestStringConvertible, Sendable {
    let pattern: String
    let text: String
    let complaint: String?

    init(_ pattern: String, _ text: String, _ complaint: String? = nil) {
      self.pattern = pattern
      self.text = text
      self.complaint = complaint
    }

    var testDescription: String { pattern }
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let formulas: [Deep] = [
    Deep("a chain of 400", "1" + times(399, "+1")),
    Deep("a chain of 401", "1" + times(400, "+1"), "column 1: \(chain)"),
    Deep("a chain of 5000", "1" + times(4999, "*1"), "column 1: \(chain)"),
    Deep("200 brackets", times(200, "(") + "1" + times(200, ")")),
    Deep("201 brackets", times(201, "(") + "1" + times(201, ")"), "column 201: \(nesting)"),
    Deep("9999 brackets", times(9_999, "("), "column 201: \(nesting)"),
    Deep("200 signs", times(200, "-") + "1"),
    Deep("9999 signs", times(9_999, "-") + "1", "column 201: \(nesting)"),
    Deep("9999 plus signs", times(9_999, "+") + "1"),
    Deep("5000 lists", times(5_000, "["), "column 201: \(nesting)"),
    Deep("200 functions", times(200, "exp(") + "x" + times(200, ")")),
    Deep("2000 functions", times(2_000, "exp(") + "1", "column 804: \(nesting)"),
    Deep("200 powers", "1" + times(200, "^1")),
    Deep("4000 powers", "1" + times(4_000, "^1"), "column 402: \(nesting)"),
    Deep("399 transposes", "x" + times(399, ".T")),
    Deep("4000 transposes", "x" + times(4_000, ".T"), "column 1: \(chain)"),
    Deep("9000 squares", "1" + times(9_000, "²"), "column 202: \(nesting)"),
    Deep("2500 indices", "x" + times(2_500, "[1]"), "column 1: \(chain)"),
    Deep("gradient of a chain", "grad(" + "x" + times(397, "*x") + ", x)"),
    Deep(
      "brackets in chains", times(150, "(1+") + "1" + times(150, ")") + times(300, "+1"),
      "column 1: \(chain)"),
  ]

  @Test("Deep formulas are evaluated or refused, never crash on a small stack", arguments: formulas)
  func depth(deep: Deep) async {
    let text = deep.text
    let found = await onSmallStack { () -> String? in
      do { return try complaint(text, ["x": "1"]) } catch { return "\(error)" }
    }
    #expect(found == deep.complaint)
  }

  @Test("Gradients of gradients of gradients end before the memory does")
  func gradients() {
    let text = Self.times(100, "grad(") + "exp(x*x)" + Self.times(100, ", x)")
    #expect {
      try (["x": "1"] as Inputs).value(of: text)
    } throws: {
      ($0 as? FormulaError)?.message == "the formula needs more than 100000 operations"
    }
  }

  @Test("The deepest trees are written, compared and read again on a small stack")
  func roundTrip() async {
    let texts = LimitsTests.formulas.filter { $0.complaint == nil }.map(\.text)
    let areEqual = await onSmallStack {
      texts.map { text in
        guard let formula = try? Formula(text) else { return false }
        return (try? Formula(formula.expression.text)) == formula
          && !formula.expression.written(.mathematical).isEmpty
          && formula.expression.names.count < 2
      }
    }
    #expect(!areEqual.isEmpty && !areEqual.contains(false))
  }

  @Test("A formula may have 10000 characters")
  func length() throws {
    let longest = "1" + String(repeating: " ", count: 9_999)
    #expect(try complaint(longest) == nil)
    #expect(
      try complaint(longest + " ")
        == "column 10001: the formula has 10001 characters; the limit is 10000")
  }

  @Test(
    "A value may have a million entries",
    arguments: [
      ("zeros(1000000)", nil), ("zeros(1000, 1000)", nil),
      ("zeros(1000, 1001)", "column 1: a 1000×1001 matrix has more than 1000000 entries"),
      (
        "1 + zeros(1000001)",
        "column 11: the size in zeros must be a whole number from 1 to 1000000"
      ),
      ("eye(1001)", "column 1: a 1001×1001 matrix has more than 1000000 entries"),
      (
        "sum(ones(1001, 1) + ones(1000))",
        "column 5: a 1001×1000 matrix has more than 1000000 entries"
      ),
      (
        "ones(1000000, 1) @ ones(1, 1000000)",
        "column 1: a 1000000×1000000 matrix has more than 1000000 entries"
      ),
      ("outer(v, v)", "column 1: a 2000×2000 matrix has more than 1000000 entries"),
      ("diag(v)", "column 1: a 2000×2000 matrix has more than 1000000 entries"),
      (
        "[" + String(repeating: "v, ", count: 500) + "v]",
        "column 1: a 501×2000 matrix has more than 1000000 entries"
      ),
      (
        "0" + String(repeating: " + ones(1000, 1000)", count: 21),
        "column 1: all values together have more than 20000000 entries"
      ),
    ] as [(String, String?)])
  func size(formula: String, expected: String?) throws {
    #expect(try complaint(formula, ["v": "zeros(2000)"]) == expected)
  }

  @Test("A refused formula leaves the builder as it was")
  func refusal() throws {
    var builder = ProgramBuilder()
    builder.input("x", .vector(3))
    for text in ["x @ ones(2)", "exp(x) + sum(x)[1]", "zeros(5) + x", "grad(x, x)"] {
      let formula = try Formula(text)
      #expect(throws: FormulaError.self) { try builder.define("bad", formula) }
    }
    let slot = try builder.define("bad", Formula("x * x + [1, 2, 3]"))
    var evaluation = Evaluation(builder.build())
    evaluation.set(evaluation.program.inputs[0], to: Tensor([1, 2, 3]))
    evaluation.run()
    #expect(evaluation.value(of: slot) == Tensor([2, 6, 12]))
  }
}
