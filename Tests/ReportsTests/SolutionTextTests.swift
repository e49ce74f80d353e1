import Exercises
import Formulas
import LocatedJSON
import Marking
import TestSupport
import Testing

@testable import Reports

/// Worked solutions as text.
@Suite("Worked solutions")
struct SolutionTextTests {
  private static let small = """
    { "id": "small", "title": "A small network", "statement": "Compute.",
      "network": { "sizes": [2, 2, 1], "activations": ["relu", "sigmoid"],
        "loss": "half-squared-error",
        "weights": [[[1, -1], [-2, 0.5]], [[0.5, 1]]], "biases": [[0, 0.5], [0]],
        "input": [0, 1], "target": [1] },
      "steps": [ { "name": "z1" }, { "name": "a1" }, { "name": "delta1" }, { "name": "dW1" } ] }
    """

  private func exercise() throws -> (Exercise, Evaluation) {
    let exercise = try Exercise(
      reading: SourceText(name: "small.json", text: Self.small), kinds: AnswerKinds.steps)
    var key = exercise.evaluation()
    key.run()
    return (exercise, key)
  }

  @Test("A step's derivation stands between what is asked and what comes out")
  func derivations() throws {
    let exercise = try Exercise(
      text: #"""
        { "id": "d", "title": "D", "statement": "Derive.", "given": { "x": 3 },
          "steps": [
            { "name": "y", "formula": "2*x", "text": "the slope",
              "working": "The rule for powers: $(x^2)' = 2x$." },
            { "name": "s", "kind": "formula", "formula": "2*x", "text": "the slope at x",
              "variables": { "x": { "from": 1, "to": 2 } }, "working": "First\n\nthen." } ] }
        """#)
    var key = exercise.evaluation()
    key.run()
    let text = SolutionText(exercise, key: key, style: TerminalStyle()).full(paths: nil)
    #expect(
      text == """
        d  D

        y = 2·x
            The rule for powers: (x²)′ = 2x.
            y = 2·3 = 6

        s  the slope at x
            First

            then.
            2*x
        """)
  }

  @Test("Every step stands with its symbols, its numbers and its value")
  func steps() throws {
    let (exercise, key) = try exercise()
    let text = SolutionText(exercise, key: key, style: TerminalStyle()).full(paths: nil)
    let expected = """
      small  A small network

      z1 = W1 x + b1  [forward pass]
          z1[1] = 1·0 + (−1)·1 + 0 = −1
          z1[2] = (−2)·0 + 0.5·1 + 0.5 = 1
          z1 = [−1, 1]

      a1 = relu(z1)  [forward pass]
          a1[1] = relu(−1) = 0
          a1[2] = relu(1) = 1
          a1 = [0, 1]

      """
    #expect(text.hasPrefix(expected))
  }

  @Test("Dead units and zero inputs are pointed out")
  func observations() throws {
    let (exercise, key) = try exercise()
    let sentences = try #require(NetworkObservations(exercise, key: key)).sentences
    #expect(
      sentences == [
        "Input 1 is zero, so the weights that start there have zero gradients.",
        "Unit 1 of layer 1 is dead: z ≤ 0 for every sample, so ReLU′ = 0 and nothing flows back "
          + "through.",
      ])
  }

  @Test("The paths of a parameter add up, in the exercise's own spelling")
  func paths() throws {
    let (exercise, key) = try exercise()
    let paths = try PathsText("W1[2, 2]", exercise, key: key)
    #expect(paths.title == "Why one path for ∂L/∂W1[2, 2]")
    #expect(paths.lines.count == 2)
    #expect(paths.lines[0].hasPrefix("  W1[2, 2] → a1[2] → a2[1] → L  "))
  }

  @Test(
    "A parameter that is none is refused with what to write",
    arguments: ["W3[1, 1]", "W1[3, 1]", "W1", "b1[0]", "foo(", "x[1]"])
  func refuses(_ label: String) throws {
    let (exercise, key) = try exercise()
    let refusal = #expect(throws: PathsText.Refusal.self) {
      try PathsText(label, exercise, key: key)
    }
    #expect(
      refusal?.message
        == "'\(label)' is no weight or bias of the network; write W1[1, 1] or b1[1]")
  }

  @Test("The table of gradients lists every parameter once and agrees")
  func table() throws {
    let (exercise, key) = try exercise()
    let table = GradientTable(exercise, key: key)
    #expect(table.rows.count == 9)
    #expect(table.total == 9)
    #expect(table.rows.allSatisfy { $0.verdict == "ok" })
    #expect(
      table.lines(isPlain: false).first
        == "parameter      analytical       numerical  rel. error  status")
    let plain = table.lines(isPlain: true)
    #expect(plain.count == 10 && plain.allSatisfy { !$0.contains("  ") })
    #expect(
      plain[0].wholeMatch(
        of: /W1 \[1, 1\]: analytical (-?[\d.]+), numerical \1, relative error < 1e-9, ok/) != nil,
      "\(plain[0])")
  }

  @Test("In plain ASCII nothing outside ASCII is printed")
  func ascii() throws {
    let (exercise, key) = try exercise()
    let text = SolutionText(exercise, key: key, style: TerminalStyle(), isASCII: true)
      .full(paths: try PathsText(nil, exercise, key: key))
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(!text.contains("?"))
  }
}
