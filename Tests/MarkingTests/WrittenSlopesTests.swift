import Exercises
import Formulas
import Numerics
import TestSupport
import Testing

@testable import Marking

/// Exercises whose authors wrote slopes out, with names of their own.
@Suite("Slopes that are written out")
struct WrittenSlopesTests {
  private func says(_ formulas: (out: String, delta: String), _ answer: String) throws -> [String] {
    let exercise = try Exercise.sample(
      #"""
      "given": { "net": [0.37, -1.21], "target": [0.9, 0.2] },
      "steps": [ { "name": "out", "formula": "\#(formulas.out)" },
        { "name": "d", "formula": "\#(formulas.delta)" } ]
      """#)
    var values = exercise.evaluation()
    values.run()
    var builder = exercise.builder
    let slot = try builder.side(try Formula(answer))
    var wrong = Evaluation(builder.build())
    for given in exercise.givens { wrong.set(given.slot, to: given.value) }
    wrong.run()
    wrong.run(slot)
    let style = FairnessTests.Style.significant(4)
    let typed = wrong.value(of: slot).written { style.text($0) }
    let out = values.value(of: exercise.valueSteps[0].slot).written { style.text($0) }
    return try exercise.feedback(on: "out = \(out)\nd = \(typed)").steps[1].says.texts
  }

  @Test(
    "The same is said of them as of slopes by name",
    arguments: [
      "out - target", "(out - target) * sigmoid'(out)", "(out - target) * tanh'(net)",
      "(out - target) * (1 - out^2)",
    ])
  func sigmoid(_ answer: String) throws {
    let named = try says(("sigmoid(net)", "(out - target) * sigmoid'(net)"), answer)
    #expect(named.count == 1)
    for written in ["(out - target) * out * (1 - out)", "(out - target) * (out * (1 - out))"] {
      #expect(try says(("sigmoid(net)", written), answer) == named)
      #expect(try says(("1 / (1 + exp(-net))", written), answer) == named)
    }
  }

  @Test("And of tanh", arguments: ["out - target", "(out - target) * tanh'(out)"])
  func tanh(_ answer: String) throws {
    let named = try says(("tanh(net)", "(out - target) * tanh'(net)"), answer)
    #expect(named.count == 1)
    for written in ["(out - target) * (1 - out^2)", "(out - target) * (1 - square(out))"] {
      #expect(try says(("tanh(net)", written), answer) == named)
    }
  }
}
