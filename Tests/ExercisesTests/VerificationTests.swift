import Backpropagation
import Exercises
import Formulas
import Testing

@Suite("Verification")
struct VerificationTests {
  /// A 2-2-1 network in which one value has the author's own formula.
  private static func network(_ name: String, _ formula: String, _ others: String = "") -> String {
    sample(
      """
      "network": {
        "sizes": [2, 2, 1], "activations": ["relu", "identity"], "loss": "half-squared-error",
        "weights": [[[0.5, 0.25], [-1, 0.5]], [[0.5, -0.25]]], "biases": [[0, 0.5], [0.25]],
        "input": [1, 0.5], "target": [1], "learningRate": 0.5
      },
      "steps": [
        { "name": "\(name)", "formula": "\(formula)" }\(others)
      ]
      """)
  }

  /// A wrong formula of one value, and what is said about it.
  struct WrongKey: Sendable, CustomTestStringConvertible {
    let step: String
    let formula: String
    let says: String

    init(_ step: String, _ formula: String, _ says: String, engine: String? = nil) {
      (self.step, self.formula) = (step, formula)
      self.says = says + (engine.map { ", but by the BP1–BP4 engine it is \($0)" } ?? "")
    }

    var testDescription: String { "\(step) = \(formula)" }
  }

  static let wrongKeys = [
    WrongKey("z1", "W1.T @ x + b1", "8:30: the key is wrong: z1[2] is 1.0", engine: "-0.25"),
    WrongKey("a1", "z1", "8:30: the key is wrong: a1[2] is -0.25", engine: "0.0"),
    WrongKey(
      "L", "sum(square(a2 - y))", "8:29: the key is wrong: L is 0.19140625", engine: "0.095703125"),
    WrongKey("delta2", "y - a2", "8:34: the key is wrong: delta2[1] is 0.4375", engine: "-0.4375"),
    WrongKey(
      "delta2", "2 * (a2 - y)", "8:34: the key is wrong: delta2[1] is -0.875", engine: "-0.4375"),
    WrongKey("delta2", "a2", "8:34: the key is wrong: delta2[1] is 0.5625", engine: "-0.4375"),
    WrongKey("delta2", "(a2 - y) / sum(x - x)", "8:34: the key of 'delta2' is not finite: [-inf]"),
    WrongKey(
      "delta1", "(W1 @ [delta2[1], delta2[1]]) * relu'(z1)",
      "8:34: the key is wrong: delta1[1] is -0.328125", engine: "-0.21875"),
    WrongKey(
      "delta1", "W2.T @ delta2", "8:34: the key is wrong: delta1[2] is 0.109375", engine: "0.0"),
    WrongKey(
      "delta1", "((W2 - eta * outer(delta2, a1)).T @ delta2) * relu'(z1)",
      "8:34: the key is wrong: delta1[1] is -0.278564453125", engine: "-0.21875"),
    WrongKey(
      "dW1", "outer(x, delta1)", "8:31: the key is wrong: dW1[1, 2] is 0.0", engine: "-0.109375"),
    WrongKey(
      "dW1", "outer(delta1, a1)", "8:31: the key is wrong: dW1[1, 2] is 0.0", engine: "-0.109375"),
    WrongKey(
      "dW2", "-outer(delta2, a1)", "8:31: the key is wrong: dW2[1, 1] is 0.2734375",
      engine: "-0.2734375"),
    WrongKey(
      "db1", "delta1 / 2", "8:31: the key is wrong: db1[1] is -0.109375", engine: "-0.21875"),
    WrongKey("db2", "[delta1[1]]", "8:31: the key is wrong: db2[1] is -0.21875", engine: "-0.4375"),
    WrongKey(
      "W1_new", "W1 + eta * dW1", "8:34: the key is wrong: W1_new[1, 1] is 0.390625",
      engine: "0.609375"),
    WrongKey(
      "L_new", "0.5 * sum(square(a2 - y))", "8:33: the key is wrong: L_new is 0.095703125",
      engine: "0.0002735863672569394"),
  ]

  @Test(
    "A wrong formula is an error at its place, and nothing that follows from it",
    arguments: wrongKeys)
  func wrongKey(key: WrongKey) throws {
    let others = #", { "name": "dW1_again", "formula": "2 * dW1" }"#
    let found = try complaints(about: Self.network(key.step, key.formula, others))
    #expect(found == key.says)
  }

  @Test("A right formula of the author's own passes by all three ways")
  func rightKey() throws {
    let text = Self.network("delta1", "relu'(z1) * (delta2 @ W2)")
    let verification = Verification(try exercise(text))
    #expect(verification.isSound)
    #expect(
      verification.rows.map { $0.agreements.map(\.method) } == [
        [.engine, .reverseMode, .finiteDifferences]
      ])
    for agreement in verification.rows[0].agreements {
      #expect(agreement.largestError < (agreement.method == .finiteDifferences ? 1e-7 : 1e-14))
      #expect((agreement.kinks, agreement.compared, agreement.total) == (0, 2, 2))
    }
  }

  @Test("A declared gradient is compared with reverse mode and finite differences")
  func checks() throws {
    func text(_ gradient: String) -> String {
      sample(
        """
        "given": { "x": [1, 2], "w": [3, 4] },
        "steps": [
          { "name": "L", "formula": "sum(square(w * x))" },
          { "name": "dw", "formula": "\(gradient)" },
          { "name": "twice", "formula": "2 * dw" }
        ],
        "checks": [
          { "gradient": "dw", "of": "L", "by": "w" }
        ]
        """)
    }
    for (gradient, says) in [
      ("w * square(x)", "dw[2] is 16.0, but by reverse mode it is 32.0"),
      ("[6, -32]", "dw[2] is -32.0, but by reverse mode it is 32.0"),
      ("[6.00001, 32]", "dw[1] is 6.00001, but by reverse mode it is 6.0"),
    ] {
      let found = try complaints(about: text(gradient))
      #expect(found == "9:17: the key is wrong: \(says)")
    }
    #expect(Verification(try exercise(text("2 * w * square(x)"))).isSound)
    let rows = Verification(try exercise(text("2 * w * square(x)"))).rows
    #expect(rows.map(\.step) == ["L", "dw", "twice"])
    #expect(
      rows.map { $0.agreements.map(\.method) } == [[], [.reverseMode, .finiteDifferences], []])
  }

  @Test("At a kink differences prove nothing, and are no failure")
  func kinks() throws {
    let text = sample(
      """
      "given": { "w": [0.1, 0, -1, 2], "b": 0.2 },
      "steps": [
        { "name": "L", "formula": "sum(relu(w + b + 0.1 - 0.4 + [0, 0, 0, 0.1]))" },
        { "name": "dw", "formula": "[0, 0, 0, 1]" }
      ],
      "checks": [{ "gradient": "dw", "of": "L", "by": "w" }]
      """)
    let verification = Verification(try exercise(text))
    #expect(verification.problems == [])
    let differences = try #require(verification.rows[1].agreements.last)
    #expect(differences.method == .finiteDifferences)
    #expect((differences.kinks, differences.compared, differences.total) == (1, 3, 4))
  }

  @Test("Gradients so small that rounding hides their differences are no failure")
  func vanishing() throws {
    var network = RandomNetwork(
      sizes: [2] + Array(repeating: 2, count: 12) + [1],
      activations: Array(repeating: .sigmoid, count: 13))
    network.layout = .sourceDestination
    for seed in 1...20 as ClosedRange<UInt64> {
      let found = try complaints(about: network.text(seed: seed))
      #expect(found == "", "seed \(seed)")
    }
  }

  @Test("Words that would never be said are reported, each at its formula")
  func neverSaid() throws {
    let text = sample(
      """
      "given": { "x": 2 },
      "steps": [
        {
          "name": "u", "formula": "x + 2",
          "mistakes": [
            { "formula": "x * 2", "says": "…" },
            { "formula": "x - 2", "says": "…" }
          ],
          "also": [
            { "formula": "4.00001", "says": "…" },
            { "formula": "4.1", "says": "…" }
          ]
        }
      ]
      """)
    let found = try complaints(about: text)
    #expect(
      found == """
        7:20: this gives the right answer of 'u', so its words would never be said
        11:20: this differs from the right answer of 'u' by 10⁻⁵ at most, which passes for right, so \
        its words would never be said; a finer tolerance or other numbers would tell them apart
        """)
  }

  @Test("A mistake that equals the key only for some choices can be said")
  func sometimesSaid() throws {
    let text = sample(
      """
      "choose": [{ "name": "w", "shape": [] }],
      "steps": [{
        "name": "u", "formula": "abs(w)",
        "mistakes": [{ "formula": "w", "says": "…" }, { "formula": "max(w, -w)", "says": "…" }]
      }]
      """)
    let found = try complaints(about: text)
    #expect(
      found == """
        5:62: this gives the right answer of 'u', so its words would never be said
        """)
  }

  @Test("A key that cannot be answered is reported at its formula")
  func unanswerable() throws {
    let text = sample(
      """
      "given": { "zero": 0, "x": [1, 2] },
      "steps": [
        { "name": "a", "formula": "1 / zero" },
        { "name": "b", "formula": "log([1, 0])" },
        { "name": "c", "kind": "count", "formula": "2.5" },
        { "name": "d", "kind": "count", "formula": "x" },
        { "name": "e", "kind": "count", "formula": "exp(1000)" },
        { "name": "f", "kind": "count", "formula": "7" }
      ]
      """)
    let found = try complaints(about: text)
    #expect(
      found == """
        4:29: the key of 'a' is not finite: inf
        5:29: the key of 'b' is not finite: [0.0, -inf]
        6:46: a count must be whole, but the key is 2.5 ('c')
        7:46: a count must be a number, but the key is a vector of 2 ('d')
        8:46: the key of 'e' is not finite: inf
        """)
  }

  @Test("A large network is verified by a sample of its entries, and says so")
  func largeNetwork() throws {
    let text = RandomNetwork(
      sizes: [784, 100, 10], activations: [.tanh, .softmax], loss: .crossEntropy
    ).text(seed: 1)
    let verification = Verification(try exercise(text))
    #expect(verification.problems.map(\.message) == [])
    let row = try #require(verification.rows.first { $0.step == "dW1" })
    #expect(row.agreements.map(\.method) == [.engine, .reverseMode, .finiteDifferences])
    #expect(row.agreements.map(\.compared) == [78400, 78400, 400])
    #expect(row.agreements.map(\.total) == [78400, 78400, 78400])
  }

  @Test("A wrong key far down a large gradient is found by the other two ways")
  func largeWrongKey() throws {
    let steps = [#"{ "name": "dW1" }"#, #"{ "name": "dW1", "formula": "outer(delta1, x) + far" }"#]
    let text = RandomNetwork(sizes: [50, 20, 2], activations: [.tanh, .sigmoid]).text(seed: 1)
      .replacing(steps[0], with: steps[1])
      .replacing(
        #""steps""#, with: #""define": { "far": "outer(onehot(20, 20), onehot(50, 50))" }, "steps""#
      )
    let problems = Verification(try exercise(text)).problems
    #expect(problems.count == 1)
    let message = try #require(problems.first?.message)
    #expect(message.hasPrefix("the key is wrong: dW1[20, 50] is 1.0"))
    #expect(message.contains(", but by the BP1–BP4 engine it is 0.0"))
  }

  @Test(
    "A unit is dead or alive by its own sum, whatever other samples and units come to",
    arguments: [
      #""sizes": [1, 1], "weights": [[[1]]], "biases": [[0]], "inputs": [[1e-8], [1e4]], "#
        + #""targets": [[1], [2]]"#,
      #""sizes": [1, 2], "weights": [[[1e-9], [1000]]], "biases": [[0, 0]], "input": [1], "#
        + #""target": [1, 2]"#,
      #""sizes": [3, 1], "weights": [[[0.2, 0.1, -0.4]]], "biases": [[0.1]], "#
        + #""input": [1, 1, 1], "target": [1]"#,
    ])
  func ownScale(network: String) throws {
    let isBatch = network.contains("inputs")
    let names = isBatch ? ["Z1", "A1"] : ["z1", "a1"]
    let steps = (names + ["L", "delta1", "dW1", "db1"]).map { #"{ "name": "\#($0)" }"# }
    let text = sample(
      """
      "network": { "activations": ["relu"], "loss": "half-squared-error", \(network) },
      "steps": [\(steps.joined(separator: ", "))]
      """)
    #expect(try complaints(about: text) == "")
  }

  @Test(
    "A saturated output checks, for its loss is computed from the pre-activation",
    arguments: ["binary-cross-entropy", "cross-entropy"], [16, 25, 36, 40, 300, -36, -300])
  func saturated(loss: String, bias: Int) throws {
    let isSoftmax = loss == "cross-entropy"
    let (activation, outputs) = isSoftmax ? ("softmax", 2) : ("sigmoid", 1)
    let weights = isSoftmax ? "[[1, 2], [0.5, -1]]" : "[[1, 2]]"
    for (target, isBatch) in [(0, false), (1, false), (0, true)] {
      let y = isSoftmax ? "[\(1 - target), \(target)]" : "[\(target)]"
      let samples =
        isBatch
        ? #""inputs": [[0.1, 0.2], [0.3, 0.1]], "targets": [\#(y), \#(y)]"#
        : #""input": [0.1, 0.2], "target": \#(y)"#
      let names = isBatch ? ["Z1", "A1"] : ["z1", "a1"]
      let steps = (names + ["L", "delta1", "dW1", "db1"]).map { #"{ "name": "\#($0)" }"# }
      let text = sample(
        """
        "network": { "sizes": [2, \(outputs)], "activations": ["\(activation)"],
          "loss": "\(loss)", "weights": [\(weights)],
          "biases": [[\(isSoftmax ? "\(bias), 0.1" : "\(bias).12994942")]], \(samples) },
        "steps": [\(steps.joined(separator: ", "))]
        """)
      #expect(try complaints(about: text) == "", "\(y)")
    }
  }

  @Test(
    "A saturated hidden layer checks", arguments: ["sigmoid", "tanh"], [12.0, 18, 21, 30, -25])
  func saturatedHiddenLayer(activation: String, bias: Double) throws {
    let text = sample(
      """
      "network": { "sizes": [2, 2, 1], "activations": ["\(activation)", "\(activation)"],
        "loss": "half-squared-error", "weights": [[[0.7, -0.2], [0.1, 0.3]], [[1.5, -0.4]]],
        "biases": [[\(bias), 0.3], [\(bias / 2)]], "input": [0.3, 0.9], "target": [0.5] },
      "steps": [{ "name": "delta2" }, { "name": "delta1" }, { "name": "dW1" }, { "name": "db1" }]
      """)
    #expect(try complaints(about: text) == "")
  }

  @Test("Sums that cancel check, though their last digits are noise")
  func cancelling() throws {
    let text = sample(
      """
      "network": { "sizes": [5, 2, 1], "activations": ["tanh", "identity"],
        "loss": "half-squared-error",
        "weights": [[[0.1, 0.2, 0.3, -0.4, -0.2], [12.1, 3.7, -8.3, 4.1, -11.6]], [[1, 1]]],
        "biases": [[0, 0], [0]], "input": [1000, 1000, 1000, 1000, 1000], "target": [0.5] },
      "steps": [{ "name": "z1" }, { "name": "delta1" }, { "name": "dW1" }]
      """)
    #expect(try complaints(about: text) == "")
  }

  @Test("A name of the network's for something else is said to be taken")
  func reservedName() throws {
    let found = try complaints(about: Self.network("a1", "[7, x[1]]"))
    #expect(
      found
        == "8:30: the key is wrong: a1[2] is 1.0, but by the BP1–BP4 engine it is 0.0; the network "
        + "block has 'a1' for relu(z1), and a value of your own needs another name")
  }
}
