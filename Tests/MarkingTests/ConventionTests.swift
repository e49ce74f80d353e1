import Exercises
import Formulas
import Testing

@testable import Marking

/// Sheets that keep to a convention of their own throughout.
@Suite("Conventions of a whole sheet")
struct ConventionTests {
  private static let steps = [
    "Z1", "A1", "Z2", "A2", "L", "delta2", "delta1", "dW2", "db2", "dW1", "db1", "W2_new", "b2_new",
    "W1_new", "b1_new",
  ]

  private static func batch(_ members: String = "") throws -> Exercise {
    let steps = steps.map { #"{ "name": "\#($0)" }"# }.joined(separator: ", ")
    return try Exercise.sample(
      #"""
      \#(members) "network": { "sizes": [2, 2, 1], "activations": ["sigmoid", "sigmoid"],
        "loss": "half-squared-error", "weights": [[[0.5, -0.4], [0.3, 0.8]], [[0.7, -0.6]]],
        "biases": [[0.1, -0.2], [0.05]], "inputs": [[0, 0], [0, 1], [1, 0], [1, 1]],
        "targets": [[0], [1], [1], [0]], "learningRate": 0.5 },
      "steps": [ \#(steps) ]
      """#)
  }

  /// A right sheet, with every value changed by what the student writes in its place.
  private static func sheet(
    _ exercise: Exercise, _ change: (String, Tensor, (String) -> Tensor) -> Tensor
  ) -> String {
    var values = exercise.evaluation()
    values.run()
    func value(_ name: String) -> Tensor {
      exercise.program.slot(named: name).map { values.value(of: $0) } ?? Tensor(0)
    }
    return exercise.valueSteps.map { step in
      let written = change(step.name, values.value(of: step.slot), value)
      return "\(step.name) = " + written.written { "\(($0 * 1e6).rounded() / 1e6)" }
    }.joined(separator: "\n")
  }

  private static func times(_ factor: Double, _ value: Tensor) -> Tensor {
    Tensor(shape: value.shape, entries: value.entries.map { $0 * factor })
  }

  private func expectOneCharge(_ feedback: Feedback, _ id: String) {
    let charged = feedback.steps.filter { $0.points < $0.outOf }
    #expect(charged.count == 1, "\(feedback.lines.joined(separator: "\n"))")
    #expect(charged.first?.diagnosis?.edits == [id])
    #expect(feedback.summary.count == 1)
    #expect(feedback.summary[0].text.hasPrefix("One slip explains "))
  }

  @Test("A right sheet in row layout")
  func rows() throws {
    let exercise = try Self.batch()
    let sheet = Self.sheet(exercise) { _, value, _ in
      value.shape.rank == 2 ? value.transposed : value
    }
    expectOneCharge(try exercise.feedback(on: sheet), "all-transposed")
  }

  @Test("A right sheet with one row for each sample and the weights as given")
  func sampleRows() throws {
    let exercise = try Self.batch()
    let sheet = Self.sheet(exercise) { name, value, _ in
      ["Z", "A", "d"].contains(name.prefix(1)) && !name.hasPrefix("dW") && value.shape.rank == 2
        ? value.transposed : value
    }
    expectOneCharge(try exercise.feedback(on: sheet), "samples-as-rows")
  }

  @Test("A right sheet with sums for means everywhere")
  func sums() throws {
    let exercise = try Self.batch()
    let sheet = Self.sheet(exercise) { name, value, of in
      if name == "L" || name.hasPrefix("dW") || name.hasPrefix("db") {
        return Self.times(4, value)
      }
      guard name.hasSuffix("_new") else { return value }
      let old = of(String(name.dropLast(4)))
      return Tensor(
        shape: value.shape, entries: zip(old.entries, value.entries).map { $0 + 4 * ($1 - $0) })
    }
    expectOneCharge(try exercise.feedback(on: sheet), "sums-for-means")
  }

  @Test("A right sheet with sums for means in the gradients alone")
  func sumsOfGradients() throws {
    let exercise = try Self.batch()
    let sheet = Self.sheet(exercise) { name, value, of in
      if name.hasPrefix("dW") || name.hasPrefix("db") { return Self.times(4, value) }
      guard name.hasSuffix("_new") else { return value }
      let old = of(String(name.dropLast(4)))
      return Tensor(
        shape: value.shape, entries: zip(old.entries, value.entries).map { $0 + 4 * ($1 - $0) })
    }
    expectOneCharge(try exercise.feedback(on: sheet), "sums-of-gradients")
  }

  @Test("A right sheet with y − a, and plus in the update")
  func targetMinusOutput() throws {
    let exercise = try Self.batch()
    let sheet = Self.sheet(exercise) { name, value, _ in
      name.hasPrefix("d") ? Self.times(-1, value) : value
    }
    expectOneCharge(try exercise.feedback(on: sheet), "target-minus-output")
  }

  @Test("A right sheet with W read the other way round")
  func weights() throws {
    func network(_ weights: String) throws -> Exercise {
      let names = ["z1", "a1", "z2", "a2", "L", "delta2", "delta1", "dW2", "db2", "dW1", "db1"]
      let steps = names.map { #"{ "name": "\#($0)" }"# }.joined(separator: ", ")
      return try Exercise.sample(
        #"""
        "network": { "sizes": [2, 2, 2], "activations": ["sigmoid", "tanh"],
          "loss": "half-squared-error", "weights": \#(weights), "biases": [[0.1, -0.2], [0.05, 0.3]],
          "input": [0.6, -0.9], "target": [0.2, 0.8] },
        "steps": [ \#(steps) ]
        """#)
    }
    let read = try network("[[[0.5, 0.3], [-0.4, 0.8]], [[0.7, 0.2], [-0.6, 0.9]]]")
    let sheet = Self.sheet(read) { name, value, _ in name.hasPrefix("dW") ? value.transposed : value
    }
    let exercise = try network("[[[0.5, -0.4], [0.3, 0.8]], [[0.7, -0.6], [0.2, 0.9]]]")
    expectOneCharge(try exercise.feedback(on: sheet), "weights-read-transposed")
  }

  @Test("A right sheet with layers counted from 0")
  func layers() throws {
    let exercise = try Self.batch()
    let sheet = Self.sheet(exercise) { _, value, _ in value }.replacing("1 =", with: "0 =")
      .replacing("2 =", with: "1 =").replacing("1_new =", with: "0_new =")
      .replacing("2_new =", with: "1_new =")
    expectOneCharge(try exercise.feedback(on: sheet), "layers-from-0")
  }

  @Test("Where the exercise says so, each step is charged, and told all the same")
  func each() throws {
    let exercise = try Self.batch(#""repeatedSlips": "each","#)
    let sheet = Self.sheet(exercise) { _, value, _ in
      value.shape.rank == 2 ? value.transposed : value
    }
    let feedback = try exercise.feedback(on: sheet)
    #expect(feedback.summary.count == 1)
    #expect(feedback.steps.filter { $0.points < $0.outOf }.count > 2)
  }

  @Test("A right sheet, and one slip with all that follows from it, keep to no convention")
  func none() throws {
    let exercise = try Self.batch()
    for change: (String, Tensor) -> Tensor in [
      { $1 }, { $0 == "delta2" ? Self.times(-1, $1) : $1 }, { $0 == "L" ? Self.times(4, $1) : $1 },
      { $0 == "dW1" ? $1.transposed : $1 },
    ] {
      let sheet = Self.sheet(exercise) { name, value, _ in change(name, value) }
      #expect(try exercise.feedback(on: sheet).summary.isEmpty)
    }
  }

  @Test("The same factor left out in two layers is one slip")
  func repeated() throws {
    let plain = try Exercise.sample(
      #"""
      "network": { "sizes": [2, 2, 2, 1], "activations": ["sigmoid", "sigmoid", "sigmoid"],
        "loss": "half-squared-error", "weights": [[[0.5, -0.4], [0.3, 0.8]], [[0.7, -0.6], [0.2, 0.9]],
        [[0.4, -0.7]]], "biases": [[0.1, -0.2], [0.05, 0.3], [0.2]], "input": [0.6, -0.9],
        "target": [0.9] },
      "steps": [ { "name": "delta3" }, { "name": "delta2" }, { "name": "delta1" } ]
      """#)
    var values = plain.evaluation()
    values.run()
    func value(_ name: String) -> Tensor {
      plain.program.slot(named: name).map { values.value(of: $0) } ?? Tensor(0)
    }
    // δ2 and δ1 without σ′, each from the one before it as it was written.
    let (w3, w2, delta3) = (value("W3"), value("W2"), value("delta3"))
    let delta2 = Tensor([w3[0] * delta3[0], w3[1] * delta3[0]])
    let delta1 = Tensor([
      w2[0] * delta2[0] + w2[2] * delta2[1], w2[1] * delta2[0] + w2[3] * delta2[1],
    ])
    let sheet =
      "delta3 = \(delta3[0])\ndelta2 = [\(delta2[0]), \(delta2[1])]\n"
      + "delta1 = [\(delta1[0]), \(delta1[1])]"
    let feedback = try plain.feedback(on: sheet)
    #expect(feedback.steps.map(\.status) == [.correct, .incorrect, .followsThrough])
    #expect(
      feedback.summary.texts == [
        "One slip explains both of your wrong steps: You left out the factor σ′(z2) (BP2). "
          + "Begin with delta2; the same is in delta1."
      ])
  }

  @Test("A slip that others follow from is told at the head, and where it is")
  func consequences() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": [0.31, 0.52] }, "steps": [ { "name": "u", "formula": "3 * x" },
        { "name": "v", "formula": "exp(u)" }, { "name": "w", "formula": "v + 1" },
        { "name": "t", "formula": "x + 2" } ]
      """#)
    let feedback = try exercise.feedback(
      on: "u = [0.31, 0.52]\nv = [1.3634, 1.6820]\nw = [2.3634, 2.6820]\nt = [9.1, 9.2]")
    #expect(
      feedback.steps.map(\.status) == [.incorrect, .followsThrough, .followsThrough, .incorrect])
    #expect(
      feedback.summary.texts == [
        "One slip explains 3 of your 4 wrong steps: You left out the factor 3. Begin with u."
      ])
  }
}
