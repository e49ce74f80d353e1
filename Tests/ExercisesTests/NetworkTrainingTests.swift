import Exercises
import Formulas
import LocatedJSON
import Testing

@Suite("Networks with shared biases, frozen parameters, a penalty, an optimiser")
struct NetworkTrainingTests {
  /// A 2-2-2 network with these members beside its numbers, all of the names asked for.
  static func network(
    _ members: String, biases: String = "[0.35, 0.6]", asking names: [String]
  ) -> String {
    sample(
      #"""
      "network": {
        "sizes": [2, 2, 2], "activations": ["sigmoid", "sigmoid"], "loss": "half-squared-error",
        "weights": [[[0.15, 0.2], [0.25, 0.3]], [[0.4, 0.45], [0.5, 0.55]]],
        "biases": \#(biases), "input": [0.05, 0.1], "target": [0.01, 0.99]\#(members)
      },
      "steps": [\#(names.map { #"{ "name": "\#($0)" }"# }.joined(separator: ", "))]
      """#)
  }

  private func values(_ text: String, _ formulas: [String]) throws -> [[Double]] {
    let exercise = try exercise(text)
    let verification = Verification(exercise)
    #expect(verification.problems.map(\.message) == [])
    return try formulas.map { try exercise.value(of: $0).entries }
  }

  private func expect(_ found: [[Double]], _ expected: [[Double]]) {
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) {
      #expect(found.count == expected.count)
      for (one, other) in zip(found, expected) { #expect(abs(one - other) < 5e-9, "\(found)") }
    }
  }

  @Test("A widely read example with one bias for each layer has its printed numbers")
  func sharedBiases() throws {
    let names = ["z1", "a2", "L", "delta2", "dW2", "db2", "db1", "W2_new", "W1_new", "b1_new"]
    let text = Self.network(#", "learningRate": 0.5"#, asking: names)
    let found = try values(
      text, ["L", "W2_new", "W1_new", "db2 - sum(delta2)", "b1_new - (b1 - 0.5 * sum(delta1))"])
    expect(
      found,
      [
        [0.298371109], [0.35891648, 0.408666186, 0.511301270, 0.561370121],
        [0.149780716, 0.19956143, 0.24975114, 0.29950229], [0], [0],
      ])
    let exercise = try exercise(text)
    for name in ["b1", "db1", "b1_new"] {
      #expect(try exercise.value(of: name).shape == .scalar)
    }
  }

  @Test("One layer may share its bias while another does not, for several samples too")
  func mixedBiases() throws {
    for layout in ["destination-source", "source-destination"] {
      let text = sample(
        #"""
        "network": {
          "sizes": [2, 3, 2], "activations": ["swish", "identity"], "loss": "mean-squared-error",
          "weightLayout": "\#(layout)", "weights": "choose", "biases": [0.2, [0.1, -0.3]],
          "inputs": [[1, 0.5], [-0.5, 2], [0.3, 0.1]], "targets": [[1, 0], [0, 1], [1, 1]],
          "learningRate": 0.1
        },
        "steps": [{ "name": "db1" }, { "name": "db2" }, { "name": "b1_new" }, { "name": "L_new" }]
        """#)
      let exercise = try exercise(text)
      let verification = Verification(exercise)
      #expect(verification.problems.map(\.message) == [])
      #expect(verification.rows[0].agreements.map(\.method) == Verification.Method.allCases)
      #expect(exercise.program.slot(named: "db1").map { exercise.program.shape(of: $0) } == .scalar)
    }
  }

  @Test("Of what is frozen there is no gradient, and no step moves it")
  func frozen() throws {
    let text = Self.network(
      #", "learningRate": 0.5, "frozen": ["W1", "b2"]"#, biases: "[[0.35, 0.35], [0.6, 0.6]]",
      asking: ["dW2", "db1", "W2_new", "b1_new", "z1_new", "L_new"])
    let exercise = try exercise(text)
    #expect(Verification(exercise).problems.map(\.message) == [])
    for name in ["dW1", "db2", "W1_new", "b2_new"] {
      #expect(exercise.program.slot(named: name) == nil)
    }
    let found = try values(text, ["z1_new - (W1 @ x + b1_new)"])
    expect(found, [[0, 0]])
    #expect(
      problems(
        of: Self.network(
          #", "learningRate": 0.5, "frozen": ["W1"]"#, asking: ["dW1", "W1_new", "dW2"])
      )
      .split(separator: "\n").map { $0.drop { $0 != " " } } == [
        " 'W1' is frozen in this network, so that there is no 'dW1'",
        " 'W1' is frozen in this network, so that there is no 'W1_new'",
      ])
  }

  @Test("A penalty is part of the loss and of the gradients of weights, not of biases")
  func penalty() throws {
    let plain = try values(
      Self.network("", asking: ["L"]), ["L", "dW1", "dW2", "db1", "delta1"])
    let found = try values(
      Self.network(#", "l2": 0.1, "learningRate": 0.5"#, asking: ["L", "dW1", "db1", "L_new"]),
      [
        "L - 0.05 * (sum(W1^2) + sum(W2^2))", "dW1 - 0.1 * W1", "dW2 - 0.1 * W2", "db1", "delta1",
      ])
    expect(found, plain)
    let single = try exercise(
      sample(
        #"""
        "network": { "sizes": [2, 1], "activations": ["identity"], "loss": "hinge", "l2": 0.5,
          "weights": [[[0.5, -1]]], "biases": [[0]], "input": [1, 1], "target": [1] },
        "steps": [{ "name": "L" }, { "name": "dW1" }]
        """#))
    // 1 + 0.5 + 0.25 · 1.25, and −x + 0.5 W.
    #expect(try single.value(of: "L").entries == [1.8125])
    #expect(try single.value(of: "dW1").entries == [-0.75, -1.5])
    #expect(Verification(single).problems.map(\.message) == [])
  }

  @Test("Momentum goes on from the velocities of the step before")
  func momentum() throws {
    let members =
      #", "learningRate": 0.5, "optimiser": "momentum", "velocities": { "W2": [[1, 0], [0, -1]] }"#
    let text = Self.network(members, asking: ["dW2", "W2_v", "W2_new", "b1_v", "b1_new", "L_new"])
    expect(
      try values(
        text,
        [
          "W2_v - 0.9 * [[1, 0], [0, -1]] - dW2", "W2_new - (W2 - 0.5 * W2_v)", "b1_v - db1",
          "W1_v_old", "mu",
        ]),
      [[0, 0, 0, 0], [0, 0, 0, 0], [0], [0, 0, 0, 0], [0.9]])
  }

  @Test("Adam corrects its means for the step it is in")
  func adam() throws {
    let members = #"""
      , "learningRate": 0.01, "optimiser": "adam", "beta1": 0.8, "t": 3,
        "firstMoments": { "b2": 0.5 }, "secondMoments": { "b2": 0.25 }
      """#
    let text = Self.network(
      members, asking: ["db2", "b2_m", "b2_s", "b2_mhat", "b2_shat", "b2_new", "W1_new", "L_new"])
    expect(
      try values(
        text,
        [
          "b2_m - (0.8*0.5 + 0.2*db2)", "b2_s - (0.999*0.25 + 0.001*db2^2)",
          "b2_mhat - b2_m/(1 - 0.8^3)", "b2_shat - b2_s/(1 - 0.999^3)",
          "b2_new - (b2 - 0.01*b2_mhat/(sqrt(b2_shat) + 1e-8))", "W1_m - 0.2*dW1",
        ]),
      [[0], [0], [0], [0], [0], [0, 0, 0, 0]])
    // In its first step Adam goes by η against the sign of the gradient.
    let first = Self.network(
      #", "learningRate": 0.01, "optimiser": "adam""#, asking: ["dW2", "W2_new"])
    expect(
      try values(first, ["W2 - W2_new"]), [[0.01, 0.01, -0.01, -0.01]])
  }

  static let rejections: [(String, String)] = [
    (
      #""learningRate": 0.1, "optimiser": "adma""#,
      "'adma' is not an optimiser; did you mean 'adam'?"
    ),
    (#""optimiser": "adam""#, "an optimiser needs the key 'learningRate'"),
    (
      #""learningRate": 0.1, "optimiser": "momentum", "beta1": 0.9"#,
      "'beta1' belongs to the optimiser 'adam'"
    ),
    (#""learningRate": 0.1, "velocities": {}"#, "'velocities' belongs to the optimiser 'momentum'"),
    (#""learningRate": 0.1, "optimiser": "adam", "t": 0"#, "'t' counts the steps from 1"),
    (
      #""learningRate": 0.1, "optimiser": "momentum", "momentum": 1"#,
      "'momentum' must be from 0 to below 1"
    ),
    (
      #""learningRate": 0.1, "optimiser": "momentum", "velocities": { "W3": 1 }"#,
      "'W3' is nothing that this network trains; did you mean 'W1'?"
    ),
    (
      #""learningRate": 0.1, "optimiser": "momentum", "velocities": { "W1": [1, 2] }"#,
      "what is kept of 'W1' must be a 2×2 matrix as it is, but it is a vector of 2"
    ),
    (
      #""learningRate": 0.1, "optimiser": "adam", "secondMoments": { "b1": -1 }"#,
      "a mean of squares is not negative"
    ),
    (#""frozen": ["b3"]"#, "'b3' is nothing that this network trains; did you mean 'b1'?"),
    (#""l2": -1"#, "'l2' must not be negative"),
    (#""optimizer": "sgd""#, "unknown key 'optimizer' — did you mean 'optimiser'?"),
  ]

  @Test("What cannot be is said", arguments: rejections)
  func eachRejection(_ members: String, _ message: String) {
    let found = problems(of: Self.network(", " + members, asking: ["L"]))
    #expect(found.hasSuffix(message), "\(found)")
    #expect(!found.contains("\n"), "\(found)")
  }

  @Test(
    "Of what only training has it is said what the block lacks",
    arguments: [
      ("", "W1_new", "a 'learningRate'"), ("", "L_new", "a 'learningRate'"),
      (#", "learningRate": 0.1"#, "b1_v", "the optimiser 'momentum'"),
      (#", "learningRate": 0.1, "optimiser": "momentum""#, "W2_mhat", "the optimiser 'adam'"),
    ])
  func lack(_ members: String, _ name: String, _ lack: String) {
    #expect(
      problems(of: Self.network(members, asking: [name])).hasSuffix(
        "the network defines no '\(name)'; it has one with \(lack)"))
  }

  @Test("The hinge loss has targets of -1 and 1")
  func hingeTargets() {
    let text = sample(
      #"""
      "network": { "sizes": [1, 1], "activations": ["identity"], "loss": "hinge",
        "weights": [[[0.5]]], "biases": [[0]], "input": [1], "target": [0] },
      "steps": [{ "name": "L" }]
      """#)
    #expect(problems(of: text) == "3:66: with the loss 'hinge' every target is -1 or 1")
  }
}
