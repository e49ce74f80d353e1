import Exercises
import Formulas
import LocatedJSON
import Marking
import Testing

@Suite("Exercise")
struct ExerciseTests {
  private static let everything = """
    {
      "$schema": "./exercise.schema.json",
      "id": "all-1.0_x",
      "title": "Everything",
      "source": "Nowhere",
      "statement": "Find $u$.",
      "indexFrom": 0,
      "followThrough": "half",
      "tolerance": { "absolute": 0.5 },
      "given": { "x": [1, 2], "W": [[1, 2], [3, 4]], "c": 2, "η": 0.1 },
      "choose": [
        { "name": "w", "shape": [2], "text": "your own" }, { "name": "δ0", "shape": [] },
        { "name": "V", "shape": [1, 3] }
      ],
      "define": { "late": "2 * u", "early": "c * x", "between": "early[0] + η" },
      "steps": [
        {
          "name": "u", "kind": "value", "formula": "W @ x + early + w", "points": 2.5,
          "text": "the sum", "equation": "BP2", "hints": ["one", "two"],
          "tolerance": { "decimals": 2 }, "partial": true,
          "mistakes": [
            { "formula": "W.T @ x", "says": "transposed", "credit": 0.25 },
            { "formula": "x", "says": "only x" }
          ],
          "also": [
            { "formula": "-u", "says": "the other sign" },
            { "formula": "2 * u", "says": "twice", "credit": 0.75 }
          ]
        },
        { "name": "δ1", "formula": "late[1] + between + delta0" },
        { "name": "n", "kind": "count", "formula": "c + 1" }
      ],
      "remarks": [{ "when": "norm(w)", "says": "all zero" }],
      "checks": [{ "gradient": "early", "of": "delta1", "by": "u" }]
    }
    """

  @Test("Every key of the file is read")
  func everything() throws {
    let exercise = try exercise(Self.everything)
    #expect(exercise.id == "all-1.0_x")
    #expect(exercise.title == "Everything")
    #expect(exercise.origin == "Nowhere")
    #expect(exercise.statement == "Find $u$.")
    #expect(exercise.indexBase == 0)
    #expect(exercise.followThrough == .half)
    #expect(exercise.outOf == 4.5)
    #expect(exercise.network == nil)
    #expect(exercise.givens.map { exercise.program.name(of: $0.slot) } == ["x", "W", "c", "eta"])
    #expect(
      exercise.givens.map(\.value) == [
        Tensor([1, 2]), Tensor(rows: [[1, 2], [3, 4]]), Tensor(2), Tensor(0.1),
      ])
    #expect(exercise.choices.map(\.name) == ["w", "delta0", "V"])
    #expect(exercise.choices.map(\.text) == ["your own", "", ""])
    #expect(
      exercise.choices.map { exercise.program.shape(of: $0.slot) } == [
        .vector(2), .scalar, .matrix(1, 3),
      ])
    #expect(exercise.remarks.map(\.says) == ["all zero"])
    #expect(exercise.checks.map(\.gradient) == ["early"])
    #expect(exercise.checks.map(\.loss) == ["delta1"])
    #expect(exercise.checks.map(\.parameter) == ["u"])
  }

  @Test("Every key of a step is read, and what is left out has its usual value")
  func steps() throws {
    let exercise = try exercise(Self.everything)
    #expect(exercise.valueSteps.map(\.name) == ["u", "delta1", "n"])
    #expect(exercise.valueSteps.map { $0.kind.name } == ["value", "value", "count"])
    #expect(exercise.valueSteps.map(\.text) == ["the sum", "", ""])
    #expect(exercise.valueSteps.map(\.equation) == ["BP2", nil, nil])
    #expect(exercise.steps.map(\.hints) == [["one", "two"], [], []])
    #expect(exercise.valueSteps.map(\.points) == [2.5, 1, 1])
    #expect(exercise.valueSteps.map(\.tolerance) == [.decimals(2), .absolute(0.5), .exact])
    #expect(exercise.valueSteps.map(\.allowsPartialCredit) == [true, false, false])
    #expect(exercise.valueSteps[0].mistakes.map(\.says) == ["transposed", "only x"])
    #expect(exercise.valueSteps[0].mistakes.map(\.credit) == [0.25, 0])
    #expect(exercise.valueSteps[0].mistakes.map(\.formula.text) == ["W.T @ x", "x"])
    #expect(exercise.valueSteps[0].also.map(\.says) == ["the other sign", "twice"])
    #expect(exercise.valueSteps[0].also.map(\.credit) == [1, 0.75])
    #expect(
      exercise.valueSteps.map { exercise.source.spelling(of: $0.place) } == [
        #""W @ x + early + w""#, #""late[1] + between + delta0""#, #""c + 1""#,
      ])
  }

  @Test(
    "Formulas are evaluated over givens, choices and helpers in any order, counted from 0",
    arguments: [
      ("u", "[17.0, 35.0]"), ("late", "[34.0, 70.0]"), ("between", "2.1"), ("delta1", "77.1"),
      ("δ1", "77.1"), ("n", "3.0"), ("x[0]", "1.0"), ("W[1, 0]", "3.0"),
    ])
  func values(formula: String, value: String) throws {
    let choices = ["w": Tensor([10, 20]), "delta0": Tensor(5)]
    #expect(
      try exercise(Self.everything).value(of: formula, choosing: choices).description == value)
  }

  @Test("A step is found under every spelling of its name")
  func spellings() throws {
    let exercise = try exercise(Self.everything)
    #expect(exercise.step(named: "δ1")?.name == "delta1")
    #expect(exercise.step(named: "delta1")?.name == "delta1")
    #expect(exercise.step(named: "late") == nil)
  }

  @Test(
    "Follow-through earns all, half or none of the points",
    arguments: [(nil, 1), ("full", 1), ("half", 0.5), ("none", 0)] as [(String?, Double)])
  func followThrough(word: String?, credit: Double) throws {
    let member = word.map { "\"followThrough\": \"\($0)\"," } ?? ""
    let exercise = try exercise(
      sample("\(member) \"steps\": [{ \"name\": \"u\", \"formula\": \"1\" }]"))
    #expect(exercise.followThrough.credit == credit)
  }

  @Test("A byte order mark and either line break are read")
  func encodings() throws {
    let text = sample("\"steps\": [{ \"name\": \"u\", \"formula\": \"1 + 1\" }]")
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
    let source = SourceText(name: "t.json", bytes: bytes)
    let exercise = try Exercise(reading: source, kinds: AnswerKinds.steps)
    #expect(try exercise.value(of: "u") == Tensor(2))
  }

  @Test("A step may redefine a value of the network, and everything after it follows")
  func redefinition() throws {
    func network(_ step: String) throws -> Exercise {
      try exercise(
        sample(
          """
          "network": {
            "sizes": [1, 1, 1], "activations": ["sigmoid", "identity"],
            "loss": "half-squared-error", "weights": [[[2]], [[3]]], "biases": [[0], [1]],
            "input": [0], "target": [1]
          },
          "define": { "slope": "10 * z1" },
          "steps": [{ "name": "z1" }, \(step), { "name": "z2" }]
          """))
    }
    #expect(try network(#"{ "name": "a1" }"#).value(of: "z2") == Tensor([2.5]))
    let own = try network(#"{ "name": "a1", "formula": "z1 + 2" }"#)
    #expect(try own.value(of: "z2") == Tensor([7]))
    #expect(own.step(named: "a1").map { own.source.spelling(of: $0.place) } == #""z1 + 2""#)
    // A helper of the author's may stand between two values of the network.
    let helped = try network(#"{ "name": "a1", "formula": "exp(z1) + slope" }"#)
    #expect(try helped.value(of: "z2") == Tensor([4]))
  }

  @Test("A network's steps are told by the equation they rest on")
  func equations() throws {
    let names = ["z1", "a2", "L", "delta2", "delta1", "dW1", "db2", "W1_new", "b2_new", "L_new"]
    let steps = names.map { "{ \"name\": \"\($0)\" }" }.joined(separator: ", ")
    let exercise = try exercise(
      sample(
        """
        "network": {
          "sizes": [1, 1, 1], "activations": ["sigmoid", "identity"], "learningRate": 1,
          "loss": "half-squared-error", "weights": [[[2]], [[3]]], "biases": [[0], [1]],
          "input": 0, "target": 1
        },
        "steps": [\(steps), { "name": "own", "formula": "1" }]
        """))
    #expect(
      exercise.valueSteps.map(\.equation) == [
        "forward pass", "forward pass", "definition of the loss", "BP1", "BP2", "BP3", "BP4",
        "gradient descent", "gradient descent", "forward pass", nil,
      ])
  }
}
