import Exercises
import Testing

@testable import Marking

@Suite("The loss of a saturated output")
struct SaturatedLossTests {
  /// One sigmoid unit on the input 1, with a target of 0: L is ln(1 + e^bias).
  private static func exercise(bias: String, tolerance: String) throws -> Exercise {
    try Exercise.sample(
      """
      "network": { "sizes": [1, 1], "activations": ["sigmoid"], "loss": "binary-cross-entropy",
        "weights": [[[1]]], "biases": [[\(bias)]], "input": [1], "target": [0] },
      "tolerance": \(tolerance), "steps": [{ "name": "a1" }, { "name": "L" }]
      """)
  }

  @Test(
    "The value from z is right, and so is what its formula in a gives, within its own rounding",
    arguments: [
      // From z; from NumPy's a; from an a one unit in the last place away.
      ("35", "36", true), ("35", "36.04365338911715", true), ("35", "36.7368005696771", true),
      ("35", "35.6", false), ("35", "36.9", false), ("35", "-36", false), ("35", "nan", false),
      ("20", "21.000000000758256", true), ("20", "20.99999999", true), ("20", "21.000001", false),
      ("2", "3.0485873515737", true), ("2", "3.0485873516", false),
    ])
  func naive(bias: String, loss: String, isRight: Bool) throws {
    let exercise = try Self.exercise(bias: bias, tolerance: #"{ "absolute": 1e-12 }"#)
    let feedback = try exercise.feedback(on: "a1 = 1\nL = \(loss)")
    #expect((feedback.step("L")?.status == .correct) == isRight, "\(feedback.lines)")
  }

  @Test("What follows from a wrong output follows by the formula in a")
  func followsThrough() throws {
    let exercise = try Self.exercise(bias: "2", tolerance: #"{ "absolute": 1e-4 }"#)
    let lines = try exercise.verdicts(on: "a1 = 0.5\nL = 0.6931")
    #expect(lines.last == "L followsThrough 1.0: This follows correctly from your a1.")
  }

  @Test("A mistake is an edit of the formula in a")
  func edits() throws {
    let exercise = try Self.exercise(bias: "-2", tolerance: #"{ "absolute": 1e-4 }"#)
    let step = try #require(exercise.feedback(on: "a1 = 0.2689\nL = -0.3133").step("L"))
    #expect(step.diagnosis?.edits == ["flip-sign"])
    #expect(step.diagnosis?.formula == "-sum(y * log(a1) - (1 - y) * log(1 - a1))")
  }
}
