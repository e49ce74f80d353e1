import Exercises
import Reports
import Testing

@Suite("The variants of an exercise")
struct VariantsTests {
  private static func whole(_ from: Int, _ to: Int, _ shape: String = "[]") -> String {
    #"{ "random": { "shape": \#(shape), "from": \#(from), "to": \#(to), "integer": true } }"#
  }

  /// An exercise that is degenerate for some students, and all that is said about it.
  struct Degenerate: Sendable, CustomTestStringConvertible {
    let name: String
    let members: String
    let says: String

    init(_ name: String, _ members: String, _ says: String) {
      (self.name, self.members, self.says) = (name, members, says)
    }

    var testDescription: String { name }
  }

  static let cases: [Degenerate] = [
    Degenerate(
      "A unit on the kink of ReLU",
      #""given": { "x": \#(whole(-3, 3)) }, "steps": [{ "name": "u", "formula": "relu(x)" }]"#,
      "2:124: a unit lies on the kink of relu, where it has no derivative: x is 0 "
        + "(in 8 of 50 variants; the first is variant-10: x = 0)"),
    Degenerate(
      "A unit nearly on the kink of ReLU",
      #"""
      "given": { "x": \#(whole(-3, 3)) },
      "define": { "z": "x - 1.9999995" },
      "steps": [{ "name": "u", "formula": "z * relu'(z)" }]
      """#,
      "4:37: a unit lies on the kink of relu, where it has no derivative: z is 0.0000005 "
        + "(in 3 of 50 variants; the first is variant-13: x = 2)"),
    Degenerate(
      "A loss with a kink of another kind",
      #"""
      "given": { "w": \#(whole(1, 4)), "v": 2 }, "define": { "L": "max(w, v)" },
      "steps": [{ "name": "dw", "formula": "grad(L, w)" }],
      "checks": [{ "gradient": "dw", "of": "L", "by": "w" }]
      """#,
      "4:26: L has a kink where dw is taken, so that finite differences prove nothing "
        + "(in 12 of 50 variants; the first is variant-5: w = 2)"),
    Degenerate(
      "A saturated sigmoid",
      #"""
      "given": { "x": \#(whole(-14, 14, "[2]")) },
      "steps": [{ "name": "s", "formula": "sum(sigmoid(x))" }]
      """#,
      "3:37: a unit is saturated, so that the derivative of sigmoid vanishes: x[1] is 14 "
        + "(in 5 of 50 variants; the first is variant-1: x = [14, -12])"),
    Degenerate(
      "A saturated tanh in a network, at what is drawn where the value is not asked for",
      #"""
      "network": { "sizes": [2, 2, 1], "activations": ["relu", "tanh"],
        "loss": "half-squared-error", "target": [1], "biases": [[0, 0], [0]],
        "weights": [{ "random": { "from": -1, "to": 1, "decimals": 1 } }, [[1, 2]]],
        "input": \#(whole(-9, 9, "[2]")) },
      "steps": [{ "name": "z1" }, { "name": "a1" }, { "name": "dW1" }]
      """#,
      "4:15: a unit is saturated, so that the derivative of tanh vanishes: z2[1] is 12.2 "
        + "(in 19 of 50 variants; the first is variant-1: x = [5, -9], "
        + "W1 = [[1, -0.8], [0.2, 0.9]])"),
    Degenerate(
      "Two steps with one value in some variants; in all of them it is as it must be",
      #"""
      "given": { "x": \#(whole(1, 5)), "y": \#(whole(1, 5)) },
      "steps": [{ "name": "u", "formula": "x + 1" }, { "name": "v", "formula": "y + 1" },
        { "name": "w", "formula": "u" }]
      """#,
      "3:74: 'v' and 'u' come to the same value, so that one answer would pass for the other "
        + "(in 11 of 50 variants; the first is variant-3: x = 4, y = 4)\n"
        + "4:29: 'w' and 'v' come to the same value, so that one answer would pass for the other "
        + "(in 11 of 50 variants; the first is variant-3: x = 4, y = 4)"),
    Degenerate(
      "A mistake that is the key in some variants, and another right answer that is",
      #"""
      "given": { "x": \#(whole(1, 4)) },
      "steps": [{ "name": "u", "formula": "x^2",
        "also": [{ "formula": "3 * x", "says": "Fine." }, { "formula": "x * x", "says": "No." }],
        "mistakes": [{ "formula": "2 * x", "says": "Squared." }] }]
      """#,
      "4:66: this gives the right answer of 'u', so its words would never be said "
        + "(in 50 of 50 variants; the first is variant-1: x = 4)\n"
        + "5:29: this gives the right answer of 'u', so its words would never be said "
        + "(in 12 of 50 variants; the first is variant-5: x = 2)"),
    Degenerate(
      "A key that is not finite",
      #""given": { "x": \#(whole(-3, 3)) }, "steps": [{ "name": "u", "formula": "1 / x" }]"#,
      "2:124: the key of 'u' is not finite: inf (in 8 of 50 variants; "
        + "the first is variant-10: x = 0)"),
    Degenerate(
      "A count that is not whole",
      #"""
      "given": { "x": \#(whole(1, 9)) },
      "steps": [{ "name": "n", "kind": "count", "formula": "x / 2" }]
      """#,
      "3:54: a count must be whole, but the key is 4.5 ('n') (in 23 of 50 variants; "
        + "the first is variant-1: x = 9)"),
    Degenerate(
      "A key that is wrong for everyone",
      #"""
      "given": { "x": { "random": { "from": 1, "to": 2 } } }, "define": { "y": "x^2" },
      "steps": [{ "name": "dy", "formula": "3 * x" }],
      "checks": [{ "gradient": "dy", "of": "y", "by": "x" }]
      """#,
      "4:26: the key is wrong: dy is 6.0, but by reverse mode it is 4.0 (in 50 of 50 variants; "
        + "the first is variant-1: x = 2)"),
    Degenerate(
      "Numbers too many to print",
      #"""
      "given": { "x": { "random": { "shape": [9, 9], "from": 1, "to": 2 } } },
      "steps": [{ "name": "u", "formula": "log(0 * sum(x))" }]
      """#,
      "3:37: the key of 'u' is not finite: -inf (in 50 of 50 variants; the first is variant-1: "
        + "x = [[2, 1.09, 1.58, 1.94, 1.78, 1.03, 1.76, 1.76, 1.55], "
        + "[1.91, 1.45, 1.93, 1.47, 1.04, 1.44, 1.49, 1.58, 1.18], "
        + "[1.9, 1, 1.74, 1.12, 1.82, 1.79, 1.5, 1.81, 1.…)"),
  ]

  @Test("A variant that is degenerate is said with its numbers", arguments: cases)
  func degeneracy(exercise: Degenerate) throws {
    let found = try complaints(about: sample(exercise.members))
    #expect(found == exercise.says)
  }

  @Test("All fifty are compared three ways, and the worst agreement is told")
  func threeWays() throws {
    let text = sample(
      #"""
      "network": { "sizes": [2, 2, 1], "activations": ["tanh", "sigmoid"],
        "loss": "half-squared-error", "target": [1], "biases": [[0.5, 0.25], [0.125]],
        "weights": [{ "random": { "from": -1, "to": 1 } }, [[1, 2]]],
        "input": { "random": { "from": -1, "to": 1 } } },
      "steps": [{ "name": "dW1" }, { "name": "delta1" }, { "name": "db1" }]
      """#)
    let verification = Verification(try exercise(text))
    #expect(verification.problems.map(\.message) == [])
    #expect(verification.variants == 50)
    for row in verification.rows {
      #expect(row.agreements.map(\.method) == [.engine, .reverseMode, .finiteDifferences])
    }
    let differences = verification.rows[0].agreements[2]
    #expect((differences.kinks, differences.compared, differences.total) == (0, 4, 4))
  }

  @Test("Units that ReLU lets through are no reason to complain")
  func passing() throws {
    let text = sample(
      #"""
      "given": { "x": { "random": { "from": 1, "to": 2 } } },
      "steps": [{ "name": "z", "formula": "x - 1.504999" }, { "name": "a", "formula": "relu(z)" }]
      """#)
    #expect(try complaints(about: text) == "")
  }

  @Test("Where students choose too, every variant is verified on several choices")
  func choices() throws {
    let text = sample(
      #"""
      "given": { "x": { "random": { "from": 1, "to": 2 } } },
      "choose": [{ "name": "w", "shape": [] }],
      "steps": [{ "name": "u", "formula": "x * w", "mistakes": [{ "formula": "x", "says": "w." }] }]
      """#)
    let verification = Verification(try exercise(text))
    #expect(verification.isSound && verification.variants == 50)
  }

  @Test("Without draws there is one variant, which is not counted")
  func nothingDrawn() throws {
    let verification = Verification(
      try exercise(
        sample(#""given": { "x": 0 }, "steps": [{ "name": "u", "formula": "relu(x)" }]"#)))
    #expect(verification.isSound && verification.variants == 0)
  }
}
