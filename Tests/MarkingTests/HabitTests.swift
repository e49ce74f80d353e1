import Exercises
import Formulas
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("What a student does in several steps")
struct HabitTests {
  /// A batch of three, of which b2 has one entry: three digits of it prove nothing by themselves.
  private func feedback(_ change: (_ name: String) -> String?) throws -> Feedback {
    try feedback(
      Exercise.sample(
        #"""
        "network": { "sizes": [2, 2, 1], "activations": ["tanh", "sigmoid"],
          "loss": "binary-cross-entropy", "weights": [[[0.5, -0.4], [0.3, 0.7]], [[0.9, -0.6]]],
          "biases": [[0.1, -0.3], [0.2]], "inputs": [[0.5, 1.2], [-0.8, 0.3], [1.1, -0.6]],
          "targets": [[1], [0], [1]] },
        "steps": [ { "name": "delta2" }, { "name": "dW2" }, { "name": "db2" }, { "name": "delta1" },
          { "name": "dW1" }, { "name": "db1" } ]
        """#), digits: 3, change)
  }

  /// A step of training with a second pass behind it.
  private func twice(
    _ steps: [String], _ change: (_ name: String) -> String?
  ) throws -> Feedback {
    let list = steps.map { #"{ "name": "\#($0)" }"# }.joined(separator: ", ")
    return try feedback(
      Exercise.sample(
        #"""
        "network": { "sizes": [2, 2, 1], "activations": ["tanh", "sigmoid"],
          "loss": "binary-cross-entropy", "weights": [[[0.5, -0.4], [0.3, 0.7]], [[0.9, -0.6]]],
          "biases": [[0.1, -0.3], [0.2]], "input": [0.5, 1.2], "target": [1], "learningRate": 0.5 },
        "steps": [ \#(list) ]
        """#), digits: 6, change)
  }

  /// What comes of a sheet with all values right but some, which other formulas give.
  private func feedback(
    _ exercise: Exercise, digits: Int, _ change: (_ name: String) -> String?
  ) throws -> Feedback {
    var values = exercise.evaluation()
    values.run()
    let style = FairnessTests.Style.significant(digits)
    let lines = try exercise.valueSteps.map { step in
      var builder = exercise.builder
      guard let formula = change(step.name) else {
        return "\(step.name) = " + values.value(of: step.slot).written { style.text($0) }
      }
      let slot = try builder.side(try Formula(formula))
      var own = Evaluation(builder.build())
      for given in exercise.givens { own.set(given.slot, to: given.value) }
      own.run()
      own.run(slot)
      return "\(step.name) = " + own.value(of: slot).written { style.text($0) }
    }
    var marker = Marker(exercise)
    return marker.mark(try Submission(answers: lines.joined(separator: "\n")))
  }

  @Test("An answer that proves nothing by itself is explained by what was done in another step")
  func elsewhere() throws {
    let alone = try feedback { $0 == "db2" ? "rowSums(dW2)" : nil }
    #expect(alone.step("db2")?.diagnosis == nil)
    let both = try feedback {
      ["db2": "rowSums(dW2)", "db1": "rowSums(dW1)"][$0]
    }
    #expect(both.step("db2")?.diagnosis?.formula == "rowSums(dW2)")
    #expect(both.step("db1")?.diagnosis?.formula == "rowSums(dW1)")
    #expect(both.summary.count == 1)
  }

  @Test("The same slip in the pass before the update and in that behind it is charged once")
  func bothPasses() throws {
    let direct = try twice(["z1", "z1_new"]) {
      ["z1": "W1 @ x", "z1_new": "W1_new @ x"][$0]
    }
    #expect(direct.steps.map(\.line) == Self.once("z1_new", "z1"))
    let onTheWay = try twice(["z1", "z2", "a2_new"]) {
      [
        "z1": "W1 @ x", "z2": "W2 @ a1",
        "a2_new": "sigmoid(W2_new @ tanh(W1_new @ x))",
      ][$0]
    }
    #expect(onTheWay.steps.map(\.status) == [.incorrect, .followsThrough, .followsThrough])
    #expect(onTheWay.step("a2_new")?.says.texts == ["The same as in z1, where it is charged."])
  }

  private static func once(_ later: String, _ first: String) -> [String] {
    [
      "\(first) incorrect 0.0: You left out the bias b1.",
      "\(later) followsThrough 1.0: The same as in \(first), where it is charged.",
    ]
  }

  @Test("Weights from before the update and weights from behind it are two slips")
  func otherPass() throws {
    let feedback = try twice(["delta1", "z2_new"]) {
      [
        "delta1": "(W2_new.T @ delta2) * tanh'(z1)", "z2_new": "W2 @ a1_new + b2_new",
      ][$0]
    }
    #expect(feedback.steps.map(\.status) == [.incorrect, .incorrect])
    #expect(feedback.steps.allSatisfy { $0.diagnosis?.edits == ["wrong-name"] })
  }

  @Test("Two slips at once are not called one")
  func twoSlips() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "u": 0.8317, "w": 1.3729, "b": 0.4113 }, "steps": [
        { "name": "p", "formula": "w * tanh(u) + b" }, { "name": "q", "formula": "exp(p)" },
        { "name": "r", "formula": "q + 2 * p" }, { "name": "s", "formula": "r * q" } ]
      """#)
    let feedback = try exercise.feedback(
      on: "p = 1.141841\nq = 3.132530\nr = 5.416212\ns = 16.966445")
    #expect(
      feedback.summary.texts == [
        "One cause explains all 4 of your wrong steps. Two slips at once: you did not apply tanh to "
          + "u, and you left out the bias b. Begin with p."
      ])
  }

  @Test("What was done elsewhere explains no answer that it does not give")
  func otherwise() throws {
    let feedback = try feedback { ["db2": "0.2371", "db1": "rowSums(dW1)"][$0] }
    #expect(feedback.step("db2")?.diagnosis == nil)
    #expect(feedback.step("db1")?.diagnosis?.formula == "rowSums(dW1)")
  }
}
