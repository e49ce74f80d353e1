import Exercises
import Formulas
import TestSupport
import Testing

@testable import Marking

@Suite("What is copied wrongly, or wrong in some entries only")
struct MiscopyTests {
  private func says(_ step: String, _ answer: String, _ earlier: String = "") throws -> [String] {
    let exercise = try Exercise.small(asking: "z1", "a1", "z2")
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

  @Test(
    "A given number read with two digits exchanged is told, here and on the way here",
    arguments: [
      // With W1[2, 1] = 0.38 z1 is [-0.17, 0.215].
      ("z1", "[-0.17, 0.215]", "W1[2, 1] as 0.38"),
      // With b1[2] = -0.73 z1 is [-0.17, 0.17] and a1 [0.457602, 0.542398].
      ("a1", "[0.457602, 0.542398]", "b1[2] read as −0.73"),
    ])
  func digits(_ step: String, _ answer: String, _ words: String) throws {
    let said = try says(step, answer)
    #expect(said.first?.contains(words) == true, "\(said)")
    #expect(said.first?.contains("two digits exchanged") == true)
  }
}

@Suite("What right answers say of a slip on the way")
struct RefutationTests {
  @Test("A slip in a step that was not handed in is out where what follows from it is right")
  func refuted() throws {
    // δ1 from δ2 without σ′(z2): right above, or refuted by a right ∂L/∂b2, which is δ2.
    let exercise = try Exercise.small(asking: "delta2", "db2", "delta1", "dW1")
    var values = exercise.evaluation()
    values.run()
    func slot(_ name: String) throws -> Program.Slot {
      try #require(exercise.program.slot(named: name))
    }
    let a2 = values.entry(0, of: try slot("a2"))
    let slope = a2 * (1 - a2)
    let wrong = values.value(of: try slot("delta1")).entries.map { $0 / slope }
    let db2 = values.value(of: try slot("db2")).entries
    let sheet = "delta1 = \(wrong)"
    func named(_ sheet: String) throws -> String? {
      try exercise.feedback(on: sheet).step("delta1")?.diagnosis?.step
    }
    #expect(try named(sheet) == "delta2")
    #expect(try named("db2 = \(db2)\n" + sheet) == nil)
  }
}

extension Exercise {
  /// A 2-2-1 network that asks for these values.
  fileprivate static func small(asking names: String...) throws -> Exercise {
    let steps = names.map { #"{ "name": "\#($0)" }"# }.joined(separator: ", ")
    return try .sample(
      #"""
      "network": { "sizes": [2, 2, 1], "activations": ["sigmoid", "sigmoid"],
        "loss": "half-squared-error", "weights": [[[0.31, -0.47], [0.83, 0.29]], [[0.59, -0.71]]],
        "biases": [[0.13, -0.37], [0.23]], "input": [0.7, 1.1], "target": [0.4] },
      "steps": [ \#(steps) ]
      """#)
  }
}
