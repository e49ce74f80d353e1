import Exercises
import Formulas
import LocatedJSON
import Numerics
import Testing

@testable import Marking

@Suite("Ways to a value")
struct WaysTests {
  /// The slope of a sigmoid unit, from the pre-activation or from the activation.
  private func exercise(_ members: String) throws -> Exercise {
    try Exercise.sample(
      #"""
      "given": { "z0": 0.4 }, "steps": [
        { "name": "z", "formula": "z0" }, { "name": "a", "formula": "sigmoid(z)" },
        { "name": "slope", "formula": "sigmoid'(z)" \#(members) } ]
      """#)
  }

  @Test("An answer follows from a slip by any of the ways to it")
  func follows() throws {
    // a is wrong, and a (1 - a) = 0.21 goes on from it; the key's formula does not.
    let sheet = "z = 0.4\na = 0.7\nslope = 0.21"
    let alone = try exercise("").feedback(on: sheet)
    #expect(alone.step("slope")?.status == .incorrect)
    let both = try exercise(#", "ways": ["a * (1 - a)"]"#).feedback(on: sheet)
    #expect(both.step("slope")?.status == .followsThrough)
    #expect(both.step("slope")?.follows == ["a"])
  }

  @Test("A network's slopes, losses and output errors follow by z and by a")
  func network() throws {
    let exercise = try Exercise.sample(
      #"""
      "network": { "sizes": [1, 1, 1], "activations": ["tanh", "sigmoid"],
        "loss": "binary-cross-entropy", "weights": [[[0.5]], [[0.8]]], "biases": [[0.1], [0.2]],
        "input": [0.7], "target": [1] },
      "steps": [ { "name": "a1" }, { "name": "z2" }, { "name": "a2" }, { "name": "L" },
        { "name": "delta2" }, { "name": "delta1" } ]
      """#)
    // a2 is wrong. L = -ln σ(z2) and δ2 = σ(z2) - 1 go on from z2; 0.223 and -0.2 from a2.
    let key = try exercise.feedback(on: "z2 = 0.537719\na2 = 0.8\nL = 0.460\ndelta2 = -0.369")
    #expect(key.step("L")?.status == .correct)
    let own = try exercise.feedback(on: "z2 = 0.537719\na2 = 0.8\nL = 0.223\ndelta2 = -0.2")
    #expect(own.step("L")?.status == .followsThrough)
    #expect(own.step("delta2")?.status == .followsThrough)
    // a1 is wrong: the slope 1 - a1² goes on from it.
    let slope = try exercise.feedback(on: "a1 = 0.6\ndelta2 = -0.5\ndelta1 = -0.256")
    #expect(slope.step("delta1")?.status == .followsThrough)
  }

  @Test("A way that does not give the key is refused with the difference")
  func refused() throws {
    let verification = Verification(try exercise(#", "ways": ["a * (1 + a)"]"#))
    #expect(
      verification.problems.map(\.message) == [
        "this is no way to the key: slope is 0.24026074574152917, but by this formula 0.9571145744833749"
      ])
    #expect(Verification(try exercise(#", "ways": ["a * (1 - a)"]"#)).isSound)
  }

  @Test("A way cannot use what comes after it")
  func later() {
    #expect(throws: Problems.self) {
      try Exercise.sample(
        #"""
        "steps": [ { "name": "p", "formula": "2", "ways": ["q - 1"] },
          { "name": "q", "formula": "p + 1" } ]
        """#)
    }
  }

  @Test("Every way that a network block knows gives its value")
  func expansions() throws {
    var random = SplitMix64(seed: 16_0401)
    var count = 0
    for _ in 0..<80 {
      let exercise = try RandomNetwork(&random).exercise()
      var values = exercise.evaluation()
      values.run()
      for step in exercise.valueSteps {
        let key = values.value(of: step.slot)
        for way in step.ways {
          values.run(way.slot)
          let other = values.value(of: way.slot)
          #expect(other.shape == key.shape, "\(way.formula.text)")
          for (mine, theirs) in zip(key.entries, other.entries) {
            #expect(abs(mine - theirs) <= 1e-12 * max(1, abs(mine)), "\(way.formula.text)")
          }
          count += 1
        }
      }
    }
    #expect(count > 200)
  }
}
