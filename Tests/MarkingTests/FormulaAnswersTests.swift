import Exercises
import Testing

@testable import Marking

@Suite("Formulas that cannot be judged, or only just")
struct FormulaAnswersTests {
  private static let exercise = Result {
    try Exercise.sample(
      #""given": { "eta": 0.5 }, "steps": [ { "name": "f", "kind": "formula", "#
        + #""formula": "a - y", "variables": { "a": { "from": 0.05, "to": 0.95 }, "#
        + #""y": { "values": [0, 1] } } } ]"#)
  }

  private static func line(_ answer: String) throws -> String {
    try exercise.get().feedback(on: "f = \(answer)").steps[0].line
  }

  private static let unreadable: [(answer: String, says: String)] = [
    ("a - b", "Line 1, column 9: unknown name 'b'; a formula here may use a, y and eta."),
    (
      "a - et",
      "Line 1, column 9: unknown name 'et'; did you mean 'eta'? A formula here may use a, y and eta."
    ),
    (
      "sigm(a)",
      "Line 1, column 5: there is no function 'sigm'; did you mean 'sigmoid'?"
    ),
    ("a - ", "Line 1, column 8: expected a value after '-', but the formula ends."),
    (
      "a y",
      "Line 1, column 5: an operator is missing between 'a' and 'y'; for their product write a * y."
    ),
    (
      "grad(a^2, a)",
      "Line 1, column 5: grad and numgrad differentiate for you; write the derivative out."
    ),
    (
      "a @ y",
      "Line 1, column 5: @ cannot multiply a number by a number; use * to multiply by a number."
    ),
    (
      "sum(ones(999, 999) @ ones(999, 999))",
      "Line 1, column 5: this takes more work than any answer here needs."
    ),
    ("nan", "Line 1, column 5: unknown name 'nan'; a formula here may use a, y and eta."),
  ]

  @Test("what cannot be read says where and what is allowed", arguments: unreadable.indices)
  func eachUnreadable(_ index: Int) throws {
    let (answer, says) = Self.unreadable[index]
    #expect(try Self.line(answer) == "f unreadable 0.0: \(says)")
  }

  private static let hostile = [
    String(repeating: "a+", count: 5_500) + "a", String(repeating: "(", count: 9_000),
    String(repeating: "-", count: 9_999) + "a", String(repeating: "[", count: 300) + "a",
    String(repeating: "exp(", count: 190) + "a" + String(repeating: ")", count: 190),
    "a" + String(repeating: "^a", count: 190), String(repeating: "é", count: 10_001),
    "ones(1000, 1000)", "1e999", "a / 0", "0 / 0", "a - y + 0/0", "log(-1) * (a - y)",
  ]

  @Test("hostile formulas are never right and never the end", arguments: hostile)
  func eachHostile(_ answer: String) throws {
    let feedback = try Self.exercise.get().feedback(on: "f = \(answer)").steps[0]
    #expect([.unreadable, .incorrect].contains(feedback.status))
    #expect(feedback.points == 0)
    #expect(feedback.diagnosis == nil)
    #expect(feedback.says.texts.allSatisfy { $0.count < 400 })
  }

  @Test("a formula without finite values is told where it has none")
  func undefined() throws {
    #expect(
      try Self.line("a / 0")
        == "f incorrect 0.0: Your formula gives no finite number where it must, for example at "
        + "a = 0.503, y = 0.")
  }

  @Test("holes are stepped over, as long as enough points are left")
  func holes() throws {
    // Right wherever it is defined, which is for a > 1/2.
    #expect(try Self.line("(a - y) * sqrt(a - 0.5) / sqrt(a - 0.5)") == "f correct 1.0")
    // Defined for a > 0.945 alone: too seldom to be believed.
    let line = try Self.line("(a - y) * sqrt(a - 0.945) / sqrt(a - 0.945)")
    #expect(line.hasPrefix("f incorrect 0.0: Your formula gives no finite number where it must"))
  }

  @Test("a hole at every point with one of the listed values is no hole to step over")
  func listedHoles() throws {
    for answer in ["(a - y) / y", "a * (a - y) / (a * y)", "(a - y) * (1 - y) / (1 - y)"] {
      let line = try Self.line(answer)
      #expect(line.hasPrefix("f incorrect 0.0: Your formula gives no finite number where it must"))
    }
    let feedback = try Self.exercise.get().feedback(on: "f = y/y + (a - y)").steps[0]
    #expect(feedback.diagnosis == nil)
  }

  @Test("a formula is never right on fewer than ten points", arguments: [9, 10])
  func fewPoints(_ count: Int) throws {
    let list = (0..<count).map(String.init).joined(separator: ", ")
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "f", "kind": "formula", "formula": "2*n", "#
        + #""variables": { "n": { "values": [\#(list)] } } } ]"#)
    let status = try exercise.feedback(on: "f = n + n").steps[0].status
    #expect(status == (count < 10 ? .notRun : .correct))
    #expect(Verification(exercise).isSound == (count >= 10))
  }

  @Test("tiny keys are not zero")
  func tiny() throws {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "f", "kind": "formula", "formula": "1e-12 * n", "#
        + #""variables": { "n": { "from": 1, "to": 40, "integer": true } } } ]"#)
    #expect(try exercise.feedback(on: "f = 0*n").steps[0].status == .incorrect)
    #expect(try exercise.feedback(on: "f = n / 1e12").steps[0].status == .correct)
  }

  @Test("the sample points are the same on every machine")
  func golden() throws {
    let variables = [
      FormulaVariable(
        name: "a", shape: .scalar, values: .interval(from: 0.05, to: 0.95, isWhole: false)),
      FormulaVariable(name: "y", shape: .scalar, values: .listed([0, 1])),
      FormulaVariable(name: "n", shape: .scalar, values: .interval(from: 1, to: 9, isWhole: true)),
    ]
    let points = FormulaPoints(of: variables, seededBy: "16.3/delta")
    #expect(points.wanted == 24)
    #expect(
      points.points.prefix(4).map { FormulaPlace($0, of: variables).description } == [
        "a = 0.562, y = 0, n = 7", "a = 0.291, y = 1, n = 2", "a = 0.16, y = 0, n = 5",
        "a = 0.347, y = 1, n = 3",
      ])
    let all = FormulaPoints(of: [variables[1], variables[1]], seededBy: "")
    #expect(all.points.map { $0.map { $0[0] } } == [[0, 0], [1, 0], [0, 1], [1, 1]])
  }
}
