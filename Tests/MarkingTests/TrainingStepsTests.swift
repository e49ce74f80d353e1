import Exercises
import Testing

@testable import Marking

@Suite("Marks for a step of training")
struct TrainingStepsTests {
  private func exercise(_ members: String, _ names: [String]) throws -> Exercise {
    try Exercise.sample(
      #"""
      "network": { "sizes": [2, 1], "activations": ["tanh"], "loss": "half-squared-error",
        "weights": [[[0.6, -0.35]]], "biases": [0.15], "input": [1.5, 0.8], "target": [-0.4],
        "learningRate": 0.2\#(members) },
      "steps": [ \#(names.map { #"{ "name": "\#($0)" }"# }.joined(separator: ", ")) ]
      """#)
  }

  @Test("What goes on from a wrong gradient follows, through the velocity and the step")
  func momentum() throws {
    let exercise = try exercise(
      #", "optimiser": "momentum", "velocities": { "W1": [[0.3, -0.2]] }"#,
      ["dW1", "W1_v", "W1_new"])
    // v = 0.9 v + g and W − 0.2 v on the student's own gradient.
    let feedback = try exercise.feedback(
      on: "dW1 = [[0.5, 0.25]]\nW1_v = [[0.77, 0.07]]\nW1_new = [[0.446, -0.364]]")
    #expect(feedback.steps.map { $0.status } == [.incorrect, .followsThrough, .followsThrough])
  }

  @Test("A mean of squares that was not corrected is told as the slip it is")
  func adam() throws {
    let exercise = try exercise(#", "optimiser": "adam""#, ["W1_m", "W1_new"])
    var values = exercise.evaluation()
    values.run()
    func entries(_ name: String) -> [Double] {
      exercise.program.slot(named: name).map { values.value(of: $0).entries } ?? []
    }
    let (mean, square, weights) = (entries("W1_mhat"), entries("W1_s"), entries("W1"))
    let wrong = weights.indices.map {
      weights[$0] - 0.2 * mean[$0] / (square[$0].squareRoot() + 1e-8)
    }
    let feedback = try exercise.feedback(on: "W1_new = [[\(wrong[0]), \(wrong[1])]]")
    let diagnosis = feedback.steps[1].diagnosis
    #expect(feedback.steps[1].status == .incorrect)
    #expect(diagnosis?.edits.isEmpty == false, "\(feedback.lines)")
  }

  @Test("A gradient without the penalty's part is told as a term left out")
  func penalty() throws {
    let exercise = try exercise(#", "l2": 0.5"#, ["delta1", "dW1", "db1"])
    var values = exercise.evaluation()
    values.run()
    let delta = exercise.program.slot(named: "delta1").map { values.entry(0, of: $0) } ?? 0
    let feedback = try exercise.feedback(
      on: "delta1 = [\(delta)]\ndW1 = [[\(1.5 * delta), \(0.8 * delta)]]\ndb1 = \(delta)")
    #expect(feedback.steps.map { $0.status } == [.correct, .incorrect, .correct])
    #expect(feedback.steps[1].diagnosis?.edits == ["drop-term"])
  }
}
