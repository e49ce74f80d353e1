import Backpropagation
import Testing

@Suite("Network")
struct NetworkTests {
  @Test("The layers are the matrices and vectors the network was made from")
  func layers() throws {
    let golden = try GoldenCase.named("worked-3-2-2-1")
    let network = try golden.network.network()
    #expect(network.layers.map(\.weights.rowLists) == golden.network.weights)
    #expect(network.layers.map(\.biases) == golden.network.biases)
    #expect(network.layers.map(\.activation) == [.sigmoid, .sigmoid, .sigmoid])
    #expect(network.sizes == [3, 2, 2, 1])
    #expect(network.loss == .halfSquaredError)
    #expect(network.parameterCount == 17)
    #expect(network.architecture.parameters.count == 17)
  }

  @Test(
    "The parameters of the documents' networks are counted",
    arguments: [
      ("worked-3-2-2-1", 17), ("walkthrough-2-2-1", 9), ("diagonal-flip-4-3-4", 31),
    ])
  func parameterCount(name: String, count: Int) throws {
    #expect(try GoldenCase.named(name).network.network().parameterCount == count)
  }

  @Test("Steps of gradient descent learn XOR", arguments: [1 as UInt64, 2, 3])
  func learning(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let architecture = try Architecture(
      sizes: [2, 8, 1], activations: [.tanh, .sigmoid], loss: .binaryCrossEntropy)
    var network = try Network(
      architecture,
      parameters: (0..<architecture.parameterCount).map { _ in
        Double.random(in: -1...1, using: &generator)
      })
    let samples = try Samples(
      inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]])
    for _ in 0..<3000 {
      network = try network.gradientDescentStep(network.gradients(for: samples), learningRate: 0.5)
    }
    let outputs = try network.forwardPass(samples).outputs.entries
    #expect(outputs.map { $0.rounded() } == [0, 1, 1, 0])
  }
}
