import Exercises
import Testing

@testable import Marking

@Suite("Follow-through")
struct TrailTests {
  @Test("What follows from a slip keeps its points and names it")
  func followThrough() throws {
    #expect(
      try Exercise.chain().verdicts(on: "p = 6.37\nq = 7.37\nr = 54.3169\ns = 345.998653") == [
        "p incorrect 0.0: 6.37 is not right.",
        "q followsThrough 1.0: This follows correctly from your p.",
        "r followsThrough 1.0: This follows correctly from your q.",
        "s followsThrough 1.0: This follows correctly from your p and r.",
      ])
  }

  @Test("An answer may go on from one slip and, at another, from the right value")
  func mixed() throws {
    #expect(
      try Exercise.chain().verdicts(on: "p = 6.37\nq = 7\nr = 50.5\ns = 303") == [
        "p incorrect 0.0: 6.37 is not right.", "q correct 1.0",
        "r incorrect 0.0: 50.5 is not right.",
        "s followsThrough 1.0: This follows correctly from your r.",
      ])
  }

  @Test(
    "Follow-through earns what the exercise says",
    arguments: [("full", 1.0), ("half", 0.5), ("none", 0.0)])
  func credit(_ word: String, _ points: Double) throws {
    let exercise = try Exercise.chain(#""followThrough": "\#(word)","#)
    let feedback = try exercise.feedback(on: "p = 6.37\nq = 7.37")
    #expect(feedback.step("q")?.status == .followsThrough)
    #expect(feedback.step("q")?.points == points)
    #expect(feedback.step("q")?.follows == ["p"])
  }

  @Test(
    "Steps between that are missing or unreadable are worked out",
    arguments: [
      ("", "unanswered 0.0"),
      ("q = x", "unreadable 0.0: Line 2, column 5: a number is expected here, but 'x' is a name."),
    ])
  func gaps(_ middle: String, _ verdict: String) throws {
    #expect(
      try Exercise.chain().verdicts(on: "p = 6.37\n\(middle)\nr = 54.3169\ns = 345.9987") == [
        "p incorrect 0.0: 6.37 is not right.", "q \(verdict)",
        "r followsThrough 1.0: This follows correctly from your p.",
        "s followsThrough 1.0: This follows correctly from your p and r.",
      ])
  }

  @Test("A step of the wrong shape is worked out for those after it")
  func wrongShapeBetween() throws {
    let feedback = try Exercise.chain().feedback(on: "p = 6\nq = [7, 7]\nr = 49\ns = 294")
    #expect(feedback.steps.map(\.status) == [.correct, .incorrect, .correct, .correct])
  }

  @Test("A second slip costs its own points only")
  func secondSlip() throws {
    #expect(
      try Exercise.chain().verdicts(on: "p = 6.37\nq = 9.1173\nr = 83.12515929\ns = 529.5072647")
        == [
          "p incorrect 0.0: 6.37 is not right.", "q incorrect 0.0: 9.1173 is not right.",
          "r followsThrough 1.0: This follows correctly from your q.",
          "s followsThrough 1.0: This follows correctly from your p and r.",
        ])
  }

  @Test("After a slip, what is right by the key is right, and so is what follows from that")
  func rightAfterASlip() throws {
    let feedback = try Exercise.chain().feedback(on: "p = 6.37\nq = 7\nr = 49\ns = 312.13")
    #expect(feedback.steps.map(\.status) == [.incorrect, .correct, .correct, .followsThrough])
    #expect(feedback.step("s")?.follows == ["p"])
  }

  @Test("The steps a value follows from are named in the order of the exercise")
  func orderOfNames() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": 2 }, "steps": [ { "name": "c", "formula": "x + 1" },
        { "name": "b", "formula": "x + 2" }, { "name": "a", "formula": "x + 3" },
        { "name": "v", "formula": "a + b * c" } ]
      """#)
    let feedback = try exercise.feedback(on: "v = 26.832485\na = 5.91\nb = 4.61\nc = 4.5385")
    #expect(feedback.step("v")?.says.texts == ["This follows correctly from your c, b and a."])
    #expect(feedback.step("v")?.follows == ["c", "b", "a"])
  }

  @Test("Mistakes and other right answers are known on the student's own values too")
  func alternativesOnOwnValues() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": 0.37 }, "steps": [ { "name": "p", "formula": "3 * x" },
        { "name": "q", "formula": "exp(p)", "points": 2,
          "mistakes": [ { "formula": "p^5", "says": "A power.", "credit": 0.25 } ],
          "also": [ { "formula": "exp(p) / 7", "says": "A seventh." } ] } ]
      """#)
    #expect(
      try exercise.verdicts(on: "p = 2.1777\nq = 48.9768")
        == ["p incorrect 0.0: 2.1777 is not right.", "q partial 0.5: A power."])
    #expect(
      try exercise.verdicts(on: "p = 2.1777\nq = 1.26085")
        == ["p incorrect 0.0: 2.1777 is not right.", "q correct 2.0: A seventh."])
  }

  @Test("What follows from another right answer is right")
  func afterAnAlternative() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": 0.37 }, "steps": [
        { "name": "p", "formula": "3 * x", "also": [ { "formula": "5 * x", "says": "Or so." } ] },
        { "name": "q", "formula": "exp(p)" } ]
      """#)
    #expect(
      try exercise.verdicts(on: "p = 1.85\nq = 6.3598") == [
        "p correct 1.0: Or so.", "q correct 1.0",
      ])
  }

  @Test(
    "Values that make the rest empty earn no follow-through",
    arguments: [
      ("[0, 0]", "[[0, 0], [0, 0]]", "[[1, 2], [3, 4]]"),
      ("[0, 0]", "[[0, 0], [0, 0]]", "[[1.1, 2.1], [3.1, 4.1]]"),
      ("[-0, 0e5]", "[[0, 0], [0, 0]]", "[[1, 2], [3, 4]]"),
      ("[0.3, -0.2]", "[[0, 0], [0, 0]]", "[[1, 2], [3, 4]]"),
      ("[0.3, -0.2]", "[[1, 0], [0, 1]]", "[[0.5, 2], [3, 3.5]]"),
    ])
  func degenerateValues(_ delta: String, _ gradient: String, _ update: String) throws {
    let feedback = try answers(delta, gradient, update)
    #expect(feedback.step("dW")?.status == .incorrect)
    #expect(feedback.step("dW")?.points == 0)
    #expect(feedback.step("W_new")?.status == .incorrect)
  }

  /// Error signal, weight gradient and update of a 2×2 layer, as handed in.
  private func answers(_ delta: String, _ gradient: String, _ update: String) throws -> Feedback {
    let exercise = try Exercise.sample(
      #"""
      "given": { "W": [[1, 2], [3, 4]], "a": [0.7, 0.9], "x": [0.3, -0.2] },
      "steps": [ { "name": "delta", "formula": "1 * x" }, { "name": "dW", "formula": "outer(delta, a)" },
        { "name": "W_new", "formula": "W - 0.5 * dW" } ]
      """#)
    return try exercise.feedback(on: "delta = \(delta)\ndW = \(gradient)\nW_new = \(update)")
  }

  @Test("The words to an answer that follows from nothing name the step to mend")
  func emptied() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": [0.3, -0.2] }, "steps": [ { "name": "delta", "formula": "7 * x" },
        { "name": "dW", "formula": "outer(delta, x)",
          "mistakes": [ { "formula": "outer(x, delta)", "says": "Turned.", "credit": 0.5 } ],
          "also": [ { "formula": "2 * outer(delta, x)", "says": "Doubled." } ] } ]
      """#)
    #expect(
      try exercise.verdicts(on: "delta = [0, 0]\ndW = [[0, 0], [0, 0]]") == [
        "delta incorrect 0.0: None of the 2 entries of delta is right.",
        "dW incorrect 0.0: With your 'delta' nothing is left to work out here, "
          + "so this earns no points.",
      ])
  }

  @Test("Where something is added to nothing, that is left")
  func nearlyEmptied() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": 0.3 }, "steps": [ { "name": "a3", "formula": "7 * x" },
        { "name": "a4", "formula": "relu(2 * a3 + 0.5)" } ]
      """#)
    #expect(
      try exercise.verdicts(on: "a3 = 0\na4 = 0.5").last
        == "a4 incorrect 0.0: With your a3 hardly anything is left to work out here, "
        + "so this earns no points.")
  }

  @Test("A zero that is right is no slip")
  func rightZeros() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": -2 }, "steps": [ { "name": "z", "formula": "3 * x" },
        { "name": "a", "formula": "relu(z)" }, { "name": "v", "formula": "a * 5" } ]
      """#)
    #expect(
      try exercise.feedback(on: "z = -6.37\na = 0\nv = 0").steps.map(\.status)
        == [.incorrect, .correct, .correct])
  }
}

// MARK: - Rounding

extension TrailTests {
  /// A network whose values are rounded to four decimals here and there.
  private func network() throws -> Exercise {
    try Exercise.sample(
      #"""
      "network": { "sizes": [2, 2, 1], "activations": ["tanh", "sigmoid"],
        "loss": "half-squared-error", "weights": [[[3.7, -2.9], [1.3, 4.1]], [[7.3, -5.9]]],
        "biases": [[0.3, -0.1], [0.7]], "input": [0.83, 0.57], "target": [0.31] },
      "tolerance": { "decimals": 4 }, "steps": [ { "name": "z1" }, { "name": "a1" }, { "name": "z2" },
        { "name": "a2" }, { "name": "L" }, { "name": "delta2" }, { "name": "delta1" }, { "name": "dW2" },
        { "name": "dW1" } ]
      """#)
  }

  @Test("Right answers are right whether or not their rounding is carried on", arguments: 0..<16)
  func carriedRounding(_ seed: Int) throws {
    let exercise = try network()
    var student = Student(exercise, seed: UInt64(seed), decimals: 4)
    let answers = student.answers(carrying: Student.Carrying.allCases[seed % 3])
    let statuses = try exercise.feedback(on: answers).steps.map(\.status)
    #expect(statuses == Array(repeating: .correct, count: 9), "\(answers)")
  }
}
