import Exercises
import Formulas
import Foundation
import Grading
import Marking
import Practice
import Reports
import TestSupport
import Testing

@Suite struct HintLadderTests {
  @Test("The author's hints come first, then the equation, then the shape of the working")
  func order() throws {
    let exercise = try SampleExercise.chain()
    #expect(
      texts(of: exercise.steps[0], in: exercise) == [
        "  Hint 1 of 3\n      Take x.",
        "  Hint 2 of 3\n      Take it thrice.",
        "  Hint 3 of 3, the shape of the working\n      p = …·x",
      ])
  }

  @Test(
    "The shape of the working leaves out what would give the answer away",
    arguments: [
      ("5*10 + 10", []),
      ("sigmoid([0, 0.25])", []),
      ("x^2 - 3", ["v = x² − …"]),
      ("sum(square(x - 3)) / 2", ["v = sum(square(x − …)) / 2"]),
      ("2 * 3", []),
      ("x / x * 1", ["v = x / x · …"]),
      ("eye(2) @ [x, 4]", ["v = eye(2) [x, …]"]),
      ("[x, 4][2] + 1", ["v = [x, …][2] + 1"]),
      ("sigmoid'(x) * 0.5", ["v = σ′(x) · 0.5"]),
      ("grad(square(x), x)", ["v = grad(square(x), x)"]),
      ("hidden - x", ["v = hidden − x", "with hidden = …·x"]),
      ("asked - x", ["v = asked − x"]),
      ("7", []),
    ])
  func shapes(formula: String, lines: [String]) throws {
    let exercise = try SampleExercise.read(
      #"""
      { "id": "v", "title": "V", "statement": "S", "given": { "x": 3 },
        "define": { "hidden": "17 * x" },
        "steps": [{ "name": "asked", "formula": "x + 30" },
                  { "name": "v", "formula": "\#(formula)" }] }
      """#)
    let head = "  Hint 1 of 1, the shape of the working"
    let expected =
      lines.isEmpty ? [] : [([head] + lines.map { "      " + $0 }).joined(separator: "\n")]
    #expect(texts(of: exercise.steps[1], in: exercise) == expected)
  }

  @Test("Each equation of a network is said in words")
  func equations() throws {
    let exercise = try SampleExercise.read(
      #"""
      { "id": "net", "title": "N", "statement": "S",
        "network": { "sizes": [1, 1, 1], "activations": ["sigmoid", "sigmoid"],
          "loss": "half-squared-error", "weights": [[[0.5]], [[0.25]]], "biases": [[0], [0]],
          "input": [1], "target": [1], "learningRate": 0.1 },
        "steps": [{ "name": "z1" }, { "name": "L" }, { "name": "delta2" }, { "name": "delta1" },
          { "name": "dW1" }, { "name": "db1" }, { "name": "W1_new" },
          { "name": "half", "formula": "L / 2", "equation": "(7)" }] }
      """#)
    let sentences = exercise.steps.map { step in
      HintLadder(step, in: exercise).rungs.compactMap { hint in
        if case .equation(let sentence) = hint { sentence } else { nil }
      }
    }
    #expect(
      sentences == [
        [
          "This rests on the forward pass: z is the weights times the activations before them, "
            + "plus the biases; a is the activation function of z."
        ],
        [
          "This rests on the definition of the loss: the statement says how it comes from the "
            + "output and the target."
        ],
        [
          "This rests on BP1: δ of the output layer is ∂L/∂a times the slope of the activation "
            + "function at z."
        ],
        [
          "This rests on BP2: δ of a layer is δ of the next one, sent back through the weights "
            + "between them, times the slope of the activation function at z, entry by entry."
        ],
        [
          "This rests on BP3: the gradient of a weight is δ of the unit it leads to times the "
            + "activation it comes from."
        ],
        ["This rests on BP4: the gradient of a bias is δ of its unit."],
        [
          "This rests on gradient descent: the new value is the old one minus η times the "
            + "gradient."
        ],
        [],
      ])
  }

  @Test("an equation is spelled out only where it holds")
  func equationsElsewhere() throws {
    func sentence(_ members: String) throws -> String? {
      let exercise = try Exercise(
        text: #"{ "id": "e", "title": "E", "statement": "Say.", \#(members) }"#)
      return HintLadder(exercise.steps[0], in: exercise).rungs.lazy.compactMap { hint in
        if case .equation(let sentence) = hint { sentence } else { nil }
      }.first
    }
    let given = #""given": { "J": [[1, 2], [3, 4]], "g": [1, 2] }"#
    #expect(
      try sentence(
        #"\#(given), "steps": [{ "name": "d", "formula": "J.T @ g", "equation": "BP1" }]"#)
        == "This rests on BP1: the error begins at the loss: how fast the loss changes with the "
        + "output, and for the z behind it also how fast the output changes with z.")
    for equation in ["forward pass", "the first moment", "BP1 to BP4"] {
      #expect(
        try sentence(
          #"\#(given), "steps": [{ "name": "v", "formula": "g - 2", "equation": "\#(equation)" }]"#)
          == nil)
    }
    #expect(
      try sentence(
        #"\#(given), "steps": [{ "name": "v", "formula": "g - 2", "equation": "gradient descent" }]"#
      )
        == "This rests on gradient descent: the new value is the old one minus η times the gradient."
    )
    let softmax = #"""
      "network": { "sizes": [1, 2], "activations": ["softmax"], "loss": "cross-entropy",
        "weights": [[[0.5], [0.25]]], "biases": [[0, 0.5]], "input": [1], "target": [1, 0] },
      "steps": [{ "name": "delta1" }]
      """#
    #expect(try sentence(softmax)?.contains("the sum over all outputs") == true)
  }

  @Test("No hint that is made from a step of the catalogue has one of its numbers")
  func discretion() throws {
    let catalogue = try Catalogue(folders: [ProjectFolder.exercises], kinds: AnswerKinds.steps)
    var count = 0
    for exercise in try catalogue.files.map(catalogue.read) where exercise.choices.isEmpty {
      let key = Marker(exercise).expectedAnswers()
      for (step, expected) in zip(exercise.steps, key) {
        guard case .value(let value)? = expected else { continue }
        for hint in HintLadder(step, in: exercise).rungs.dropFirst(step.hints.count) {
          let text = HintText(style: TerminalStyle()).text(hint, number: 1, of: 1)
          let body = text.split(separator: "\n").dropFirst().joined()
          let numbers = body.matches(of: /[\p{L}\d_.]+/).compactMap { Double($0.0) }
          #expect(
            !numbers.contains { number in value.entries.contains { abs($0 - number) < 1e-4 } },
            "\(exercise.id) \(step.name): \(body)")
          count += 1
        }
      }
    }
    #expect(count > 50)
  }

  private func texts(of step: Step, in exercise: Exercise) -> [String] {
    let rungs = HintLadder(step, in: exercise).rungs
    return rungs.enumerated().map {
      HintText(style: TerminalStyle()).text($0.element, number: $0.offset + 1, of: rungs.count)
    }
  }
}
