import Exercises
import TestSupport
import Testing

@testable import Marking

@Suite("What is copied wrongly, or wrong in some entries only")
struct MiscopyTests {
  private func says(_ step: String, _ answer: String, _ earlier: String = "") throws -> [String] {
    let exercise = try Exercise.sample(
      #"""
      "network": { "sizes": [2, 2, 1], "activations": ["sigmoid", "sigmoid"],
        "loss": "half-squared-error", "weights": [[[0.31, -0.47], [0.83, 0.29]], [[0.59, -0.71]]],
        "biases": [[0.13, -0.37], [0.23]], "input": [0.7, 1.1], "target": [0.4] },
      "steps": [ { "name": "z1" }, { "name": "a1" }, { "name": "z2" } ]
      """#)
    let feedback = try exercise.feedback(on: "\(earlier)\n\(step) = \(answer)")
    return feedback.step(step)?.says.texts ?? []
  }

  @Test(
    "It is told in words and not as a list",
    arguments: [
      // W x + b is [-0.17, 0.53].
      ("[-0.17, 0.9]", "In z1[2] alone you left out the bias b1."),
      ("[-0.6040, 0.5300]", "You took W1[1, 1] with the other sign."),
      ("[-0.17, -0.67]", "You used row 1 of W1 for row 2."),
      ("[0.142, 0.746]", "You read the entries of x in another order."),
    ])
  func words(_ answer: String, _ words: String) throws {
    #expect(try says("z1", answer) == [words])
  }
}
