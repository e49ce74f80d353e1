import Formulas
import Testing

@testable import Exercises

@Suite("The quantities of an exercise")
struct ExerciseQuantitiesTests {
  /// Single samples and lists of them, in both layouts.
  static let networks: [RandomNetwork] = NetworkBlock.WeightLayout.allCases.flatMap { layout in
    [nil, 1, 3].map { count in
      RandomNetwork(
        sizes: [2, 3, 2, 2], activations: [.relu, .tanh, .softmax], loss: .crossEntropy,
        layout: layout, sampleCount: count, learningRate: 0.5)
    }
  }

  @Test("Every value of a network is found by what it is", arguments: networks)
  func network(network: RandomNetwork) throws {
    let exercise = try exercise(network.text(seed: 1))
    let program = exercise.program
    for slot in program.inputs + program.definitions {
      let quantity = try #require(exercise.quantity(of: slot))
      #expect(exercise.slot(of: quantity) == slot)
      #expect(quantity.name == program.name(of: slot))
    }
    func name(_ role: Quantity.Role, _ layer: Int? = nil, isUpdated: Bool = false) -> String? {
      exercise.slot(of: role, layer: layer, isUpdated: isUpdated).map { program.name(of: $0) }
    }
    let isBatch = network.sampleCount != nil
    #expect(name(.input) == (isBatch ? "X" : "x"))
    #expect(name(.target) == (isBatch ? "Y" : "y"))
    #expect(name(.preActivation, 1) == (isBatch ? "Z1" : "z1"))
    #expect(name(.activation, 3, isUpdated: true) == (isBatch ? "A3_new" : "a3_new"))
    #expect(name(.errorSignal, 2) == "delta2")
    #expect(name(.weight, 2) == "W2")
    #expect(name(.weight, 2, isUpdated: true) == "W2_new")
    #expect(name(.bias, 1) == "b1")
    #expect(name(.weightGradient, 3) == "dW3")
    #expect(name(.biasGradient, 3) == "db3")
    #expect(name(.loss) == "L")
    #expect(name(.loss, isUpdated: true) == "L_new")
    #expect(name(.learningRate) == "eta")
    #expect(name(.errorSignal, 4) == nil)
    #expect(name(.preActivation, 0) == nil)
  }

  @Test("Entries may be counted from 0; layers are counted from 1 all the same")
  func indexFromZero() throws {
    let exercise = try exercise(
      RandomNetwork().text(seed: 1).replacing(
        "\"title\": \"T\"", with: "\"title\": \"T\", \"indexFrom\": 0"))
    #expect(exercise.indexBase == 0)
    let slot = try #require(exercise.slot(of: .activation, layer: 1))
    #expect(exercise.program.name(of: slot) == "a1")
  }

  @Test("Chosen weights are weights")
  func chosen() throws {
    let exercise = try exercise(RandomNetwork(isChosen: true).text(seed: 1))
    #expect(
      exercise.choices.map { exercise.quantity(of: $0.slot) } == [
        Quantity(.weight, layer: 1), Quantity(.bias, layer: 1), Quantity(.weight, layer: 2),
        Quantity(.bias, layer: 2),
      ])
  }

  @Test("Equations are the network's, unless a step states its own")
  func equations() throws {
    let text = RandomNetwork().text(seed: 1)
      .replacing("{ \"name\": \"z1\" }", with: "{ \"name\": \"z1\", \"equation\": \"16.3\" }")
    let exercise = try exercise(text)
    func equation(_ role: Quantity.Role, _ layer: Int? = nil) -> String? {
      exercise.slot(of: role, layer: layer).flatMap { exercise.equation(of: $0) }
    }
    #expect(equation(.preActivation, 1) == "16.3")
    #expect(equation(.preActivation, 2) == "forward pass")
    #expect(equation(.errorSignal, 2) == "BP1")
    #expect(equation(.errorSignal, 1) == "BP2")
    #expect(equation(.weight, 1) == nil)
  }

  // MARK: Without a network

  /// What the values of an exercise without a network are, by their names.
  private func quantities(_ members: String) throws -> [String: Quantity] {
    let exercise = try exercise(sample(members))
    let slots = exercise.program.inputs + exercise.program.definitions
    return Dictionary(
      uniqueKeysWithValues: slots.compactMap { slot in
        exercise.quantity(of: slot).map { (exercise.program.name(of: slot), $0) }
      })
  }

  @Test("Steps written out say by their names what they are")
  func document() throws {
    let found = try quantities(
      """
      "given": {
        "x": [1, 2], "y": [1], "W1": [[1, 2], [3, 4]], "b1": [0, 0], "W2": [[1, 2]], "b2": [0],
        "eta": 0.5
      },
      "define": { "h1": "2 * x" },
      "steps": [
        { "name": "z1", "formula": "W1 @ x + b1" }, { "name": "a1", "formula": "tanh(z1)" },
        { "name": "z2", "formula": "W2 @ a1 + b2" }, { "name": "a2", "formula": "sigmoid(z2)" },
        { "name": "L", "formula": "0.5 * sum(square(a2 - y))" },
        { "name": "delta2", "formula": "(a2 - y) * sigmoid'(z2)", "equation": "BP1" },
        { "name": "δ1", "formula": "(W2.T @ delta2) * tanh'(z1)" },
        { "name": "dW2", "formula": "outer(delta2, a1)" },
        { "name": "db2", "formula": "delta2" },
        { "name": "W2_new", "formula": "W2 - eta * dW2" }
      ]
      """)
    #expect(found["x"] == Quantity(.input))
    #expect(found["z1"] == Quantity(.preActivation, layer: 1))
    #expect(found["a2"] == Quantity(.activation, layer: 2))
    #expect(found["L"] == Quantity(.loss))
    #expect(found["delta2"] == Quantity(.errorSignal, layer: 2))
    #expect(found["delta1"] == Quantity(.errorSignal, layer: 1))
    #expect(found["dW2"] == Quantity(.weightGradient, layer: 2))
    #expect(found["db2"] == Quantity(.biasGradient, layer: 2))
    #expect(found["W2_new"] == Quantity(.weight, layer: 2, isUpdated: true))
    #expect(found["h1"] == Quantity(.other("h"), layer: 1))
  }

  @Test("A stated equation decides between δ and the gradients, and makes neither of other words")
  func stated() throws {
    let found = try quantities(
      """
      "given": { "a": 0.5 },
      "steps": [
        { "name": "delta1", "formula": "a", "equation": "BP2" },
        { "name": "db2", "formula": "2 * a", "equation": "BP2" },
        { "name": "slope", "formula": "a * (1 - a)", "equation": "BP1" }
      ]
      """)
    #expect(found["delta1"] == Quantity(.errorSignal, layer: 1))
    #expect(found["db2"] == Quantity(.errorSignal, layer: 2))
    #expect(found["slope"] == Quantity(.other("slope")))
  }

  @Test("What cannot be what its name says is something of the author's own")
  func impossible() throws {
    let found = try quantities(
      """
      "given": { "p": [1, 2], "W1": [[1, 2]], "b1": [1] },
      "steps": [
        { "name": "x", "formula": "2 * p" }, { "name": "y", "formula": "3 * p" },
        { "name": "L", "formula": "p" }, { "name": "dW1", "formula": "sum(p)" },
        { "name": "db1", "formula": "p" }, { "name": "dW2", "formula": "4 * p" }
      ]
      """)
    #expect(found["x"] == Quantity(.other("x")))
    #expect(found["y"] == Quantity(.other("y")))
    #expect(found["L"] == Quantity(.other("L")))
    #expect(found["dW1"] == Quantity(.other("dW"), layer: 1))
    #expect(found["db1"] == Quantity(.other("db"), layer: 1))
    #expect(found["dW2"] == Quantity(.weightGradient, layer: 2))
  }

  @Test("A network's values come before others of the same kind")
  func precedence() throws {
    let text = RandomNetwork(sampleCount: 2).text(seed: 1).replacing(
      "\"network\"", with: "\"given\": { \"x\": [1, 2], \"z1\": [1, 2] },\n\"network\"")
    let exercise = try exercise(text)
    let slots = [exercise.slot(of: .input), exercise.slot(of: .preActivation, layer: 1)]
    #expect(slots.compactMap { $0 }.map { exercise.program.name(of: $0) } == ["X", "Z1"])
  }
}
