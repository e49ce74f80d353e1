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
    let exercise = try Exercise.sample(
      #"""
      "network": { "sizes": [2, 2, 1], "activations": ["tanh", "sigmoid"],
        "loss": "binary-cross-entropy", "weights": [[[0.5, -0.4], [0.3, 0.7]], [[0.9, -0.6]]],
        "biases": [[0.1, -0.3], [0.2]], "inputs": [[0.5, 1.2], [-0.8, 0.3], [1.1, -0.6]],
        "targets": [[1], [0], [1]] },
      "steps": [ { "name": "delta2" }, { "name": "dW2" }, { "name": "db2" }, { "name": "delta1" },
        { "name": "dW1" }, { "name": "db1" } ]
      """#)
    var values = exercise.evaluation()
    values.run()
    let style = FairnessTests.Style.significant(3)
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

  @Test("What was done elsewhere explains no answer that it does not give")
  func otherwise() throws {
    let feedback = try feedback { ["db2": "0.2371", "db1": "rowSums(dW1)"][$0] }
    #expect(feedback.step("db2")?.diagnosis == nil)
    #expect(feedback.step("db1")?.diagnosis?.formula == "rowSums(dW1)")
  }
}
