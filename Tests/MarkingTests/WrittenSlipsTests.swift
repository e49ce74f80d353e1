import Exercises
import TestSupport
import Testing

@testable import Marking

@Suite("Slips in formulas that are typed")
struct WrittenSlipsTests {
  private static let variables = #"""
    { "a": { "from": 0.05, "to": 0.95 }, "y": { "from": 0.1, "to": 0.9 },
      "w": { "from": -1, "to": 1 }, "h": { "from": 0.05, "to": 0.95 }, "x": { "from": -1, "to": 1 } }
    """#

  private func says(_ formula: String, _ answer: String) throws -> String {
    let exercise = try Exercise.sample(
      """
      "steps": [ { "name": "f", "kind": "formula", "formula": "\(formula)",
        "variables": \(Self.variables) } ]
      """)
    return try exercise.feedback(on: "f = \(answer)").steps[0].says.texts.first ?? ""
  }

  @Test(
    "A divisor that is missing is not a factor too many, nor a term",
    arguments: [
      ("(a - y) / a", "You did not divide by 1 − a."),
      ("(a - y) / (1 - a)", "You did not divide by a."),
      ("a - y", "You did not divide by a · (1 − a)."),
      ("(a - y) / (y * (1 - y))", "You used y · (1 − y) where the formula has a · (1 − a)."),
      ("a - y / (a * (1 - a))", "The brackets around a − y are missing."),
      ("(y - a) / (a * (1 - a))", "The sign of the whole is the wrong way round."),
    ])
  func divisors(_ answer: String, _ words: String) throws {
    #expect(try says("(a - y) / (a * (1 - a))", answer) == words)
  }

  @Test(
    "A slope that is written out is one thing",
    arguments: [
      ("(a - y) * a * (1 - a) * w * x", "You left out the factor h · (1 − h)."),
      ("(a - y) * w * h * (1 - h) * x", "You left out the factor a · (1 − a)."),
      ("(a - y) * a * (1 - a) * w * h * x", "You left out the factor 1 − h."),
      (
        "(a - y) * (1 - a^2) * w * h * (1 - h) * x",
        "You used 1 − a² where the formula has a · (1 − a)."
      ),
      ("(a - y)^2 * a * (1 - a) * w * h * (1 - h) * x", "The factor a − y is in there twice."),
      ("(a - y) * a * (1 - a) * h * (1 - h) * x", "You left out the factor w."),
    ])
  func slopes(_ answer: String, _ words: String) throws {
    #expect(try says("(a - y) * a * (1 - a) * w * h * (1 - h) * x", answer) == words)
  }

  @Test("What is left of a bracket is no term that was left out")
  func brackets() throws {
    #expect(
      try says("(a - y) * a * (1 - a)", "(a - y) * a * 1 - a")
        == "The brackets around 1 − a are missing.")
    #expect(
      try says("(1 - y) / (1 - a) - y / a", "1 / (1 - a) - y / a")
        == "You left out the factor 1 − y.")
  }
}
