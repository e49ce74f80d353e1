import Backpropagation
import Formulas
import Testing

@testable import Exercises

@Suite("Network expansion")
struct NetworkExpansionTests {
  /// Last activations with the losses that make sense after them.
  private static let outputs: [(Activation, Loss)] = [
    (.sigmoid, .halfSquaredError), (.tanh, .halfSquaredError), (.relu, .halfSquaredError),
    (.identity, .halfSquaredError), (.softmax, .halfSquaredError),
    (.sigmoid, .meanSquaredError), (.tanh, .meanSquaredError), (.relu, .meanSquaredError),
    (.identity, .meanSquaredError), (.softmax, .meanSquaredError),
    (.sigmoid, .binaryCrossEntropy), (.softmax, .binaryCrossEntropy),
    (.sigmoid, .crossEntropy), (.softmax, .crossEntropy),
  ]

  static let networks: [RandomNetwork] = outputs.flatMap { output, loss in
    NetworkBlock.WeightLayout.allCases.flatMap { layout in
      [nil, 1, 5].flatMap { count -> [RandomNetwork] in
        let network = RandomNetwork(
          activations: [.tanh, output], loss: loss, layout: layout, sampleCount: count)
        var soft = network
        soft.isOneHot = false
        soft.learningRate = 0.3
        return [network, soft]
      }
    }
  }

  static let hiddenLayers: [RandomNetwork] = Activation.allCases.flatMap { hidden in
    NetworkBlock.WeightLayout.allCases.flatMap { layout in
      [nil, 3].map { count in
        RandomNetwork(
          sizes: [2, 3, 4, 3, 2], activations: [hidden, .tanh, hidden, .softmax],
          loss: .crossEntropy, layout: layout, sampleCount: count, isOneHot: false,
          learningRate: 0.5)
      }
    }
  }

  @Test("The program's values are the engine's", arguments: networks + hiddenLayers)
  func engine(network: RandomNetwork) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let exercise = try exercise(network.text(seed: seed))
      let block = try #require(exercise.network)
      let expected = try block.engineValues(
        weights: #require(block.weights), biases: #require(block.biases))
      #expect(Set(expected.keys.map(\.name)) == Set(network.names))
      for (quantity, tensor) in expected {
        let name = quantity.name
        let value = try exercise.value(of: name)
        #expect(value.shape == tensor.shape, "\(name), seed \(seed)")
        for (found, wanted) in zip(value.entries, tensor.entries) {
          #expect(abs(found - wanted) <= 1e-12 * max(1, abs(wanted)), "\(name), seed \(seed)")
        }
      }
    }
  }

  @Test("Verification finds the program sound by all three ways", arguments: networks)
  func verification(network: RandomNetwork) throws {
    try expectSound(network, 4)
  }

  @Test("Verification finds every hidden layer sound", arguments: hiddenLayers)
  func hiddenVerification(network: RandomNetwork) throws {
    try expectSound(network, 4)
  }

  private func expectSound(_ network: RandomNetwork, _ seed: UInt64) throws {
    let verification = Verification(try exercise(network.text(seed: seed)))
    #expect(verification.problems.map(\.message) == [], "seed \(seed)")
    for row in verification.rows {
      let isGradient = row.step.hasPrefix("d")
      #expect(
        row.agreements.map(\.method)
          == (isGradient ? [.engine, .reverseMode, .finiteDifferences] : [.engine]),
        "\(row.step), seed \(seed)")
    }
  }

  @Test(
    "One sample alone and in a list are the same numbers",
    arguments: NetworkBlock.WeightLayout.allCases)
  func singleAndBatch(layout: NetworkBlock.WeightLayout) throws {
    for (activation, loss) in Self.outputs {
      var network = RandomNetwork(
        activations: [.sigmoid, activation], loss: loss, layout: layout, isOneHot: false,
        learningRate: 0.1)
      let single = try exercise(network.text(seed: 7))
      let names = network.names
      network.sampleCount = 1
      let batch = try exercise(network.text(seed: 7))
      for (name, batchName) in zip(names, network.names) {
        let (one, several) = (try single.value(of: name), try batch.value(of: batchName))
        #expect(one.shape.count == several.shape.count)
        for (a, b) in zip(one.entries, several.entries) {
          #expect(abs(a - b) <= 1e-14 * max(1, abs(a)), "\(name) of \(network)")
        }
      }
    }
  }

  @Test("The two layouts are transposes of one another")
  func layouts() throws {
    let usual = try exercise(
      RandomNetwork(sizes: [2, 2], activations: [.tanh], learningRate: 1).text(seed: 3))
    let other = try exercise(
      sample(
        """
        "network": {
          "sizes": [2, 2], "activations": ["tanh"], "loss": "half-squared-error",
          "weightLayout": "source-destination", "learningRate": 1,
          "weights": [\(usual.value(of: "W1").transposed)], "biases": [\(usual.value(of: "b1"))],
          "input": \(usual.value(of: "x")), "target": \(usual.value(of: "y"))
        },
        "steps": [{ "name": "dW1" }]
        """))
    for name in ["dW1", "W1_new"] {
      #expect(try other.value(of: name) == usual.value(of: name).transposed)
    }
    #expect(try other.value(of: "L_new") == usual.value(of: "L_new"))
  }

  @Test(
    "The formulas are the chapter's",
    arguments: [
      (RandomNetwork(), "z1", "W1 @ x + b1"), (RandomNetwork(), "a2", "sigmoid(z2)"),
      (RandomNetwork(), "L", "0.5 * sum(square(a2 - y))"),
      (RandomNetwork(), "delta2", "(a2 - y) * sigmoid'(z2)"),
      (RandomNetwork(), "delta1", "(W2.T @ delta2) * tanh'(z1)"),
      (RandomNetwork(), "dW2", "outer(delta2, a1)"), (RandomNetwork(), "db2", "delta2"),
      (RandomNetwork(learningRate: 0.5), "W2_new", "W2 - eta * dW2"),
      (RandomNetwork(learningRate: 0.5), "z2_new", "W2_new @ a1_new + b2_new"),
      (RandomNetwork(layout: .sourceDestination), "z1", "x @ W1 + b1"),
      (RandomNetwork(layout: .sourceDestination), "delta1", "(W2 @ delta2) * tanh'(z1)"),
      (RandomNetwork(layout: .sourceDestination), "dW2", "outer(a1, delta2)"),
      (RandomNetwork(sampleCount: 4), "Z1", "W1 @ X + column(b1)"),
      (RandomNetwork(sampleCount: 4), "dW1", "delta1 @ X.T / 4"),
      (RandomNetwork(sampleCount: 4), "db1", "rowMeans(delta1)"),
      (RandomNetwork(loss: .binaryCrossEntropy), "delta2", "a2 - y"),
      (
        RandomNetwork(activations: [.tanh, .softmax], loss: .crossEntropy, sampleCount: 4),
        "delta2", "A2 - Y"
      ),
      (
        RandomNetwork(activations: [.tanh, .softmax], loss: .crossEntropy, isOneHot: false),
        "delta2", "sum(y) * a2 - y"
      ),
    ] as [(RandomNetwork, String, String)])
  func formulas(network: RandomNetwork, name: String, formula: String) throws {
    let exercise = try exercise(network.text(seed: 1))
    let slot = try #require(exercise.program.slot(named: name))
    #expect(exercise.program.formula(of: slot)?.text == formula)
  }

  @Test("Chosen weights are asked for in the layout's shapes")
  func choices() throws {
    for layout in NetworkBlock.WeightLayout.allCases {
      let exercise = try exercise(
        RandomNetwork(layout: layout, sampleCount: 2, isChosen: true).text(seed: 1))
      #expect(exercise.choices.map(\.name) == ["W1", "b1", "W2", "b2"])
      #expect(
        exercise.choices.map(\.text) == [
          "your own weights of layer 1", "your own biases of layer 1",
          "your own weights of layer 2", "your own biases of layer 2",
        ])
      #expect(
        exercise.choices.map { exercise.program.shape(of: $0.slot) }
          == (layout == .destinationSource
            ? [.matrix(4, 3), .vector(4), .matrix(2, 4), .vector(2)]
            : [.matrix(3, 4), .vector(4), .matrix(4, 2), .vector(2)]))
      #expect(Verification(exercise).problems == [])
    }
  }

  @Test("Biases can be given where weights are chosen, and the other way round")
  func halfChosen() throws {
    for (weights, biases, names) in [
      (#""choose""#, "[[0, 0]]", ["W1"]), ("[[[1, 2], [3, 4]]]", #""choose""#, ["b1"]),
    ] {
      let exercise = try exercise(
        sample(
          """
          "network": {
            "sizes": [2, 2], "activations": ["relu"], "loss": "mean-squared-error",
            "weights": \(weights), "biases": \(biases), "input": [1, 2], "target": [0, 1]
          },
          "steps": [{ "name": "z1" }]
          """))
      #expect(exercise.choices.map(\.name) == names)
      #expect(Verification(exercise).problems == [])
    }
  }
}
