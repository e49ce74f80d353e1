import Backpropagation
import Testing

@Suite("NetworkError")
struct NetworkErrorTests {
  private static func network(
    sizes: [Int] = [3, 2, 1], activations: [Activation] = [.tanh, .sigmoid],
    weights: [[[Double]]] = [[[1, 2, 3], [4, 5, 6]], [[7, 8]]],
    biases: [[Double]] = [[1, 2], [3]]
  ) throws(NetworkError) -> Network {
    try Network(
      sizes: sizes, activations: activations, loss: .halfSquaredError, weights: weights,
      biases: biases)
  }

  private static func message(_ body: () throws(NetworkError) -> some Any) -> String {
    do throws(NetworkError) {
      _ = try body()
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test("Each mistake in a network is named with its layer and both shapes")
  func networks() {
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(sizes: [3]) }
        == "a network needs an input size and at least one layer, but the sizes are [3]")
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(sizes: [0, 2, 1]) }
        == "the input has no entries, but every layer needs at least one")
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(sizes: [3, 2, -1]) }
        == "layer 2 has no neurons, but every layer needs at least one")
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(activations: [.relu]) }
        == "2 layers need as many activations, but there are 1")
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(weights: [[[7, 8]]]) }
        == "2 layers need as many weight matrices, but there are 1")
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(biases: [[1], [2], [3]]) }
        == "2 layers need as many bias vectors, but there are 3")
    #expect(
      Self.message { () throws(NetworkError) in
        try Self.network(weights: [[[1, 2, 3], [4]], [[7, 8]]])
      } == "layer 1: row 2 of the weights has 1 entry, but row 1 has 3")
    #expect(
      Self.message { () throws(NetworkError) in
        try Self.network(weights: [[[1, 2, 3], [4, 5, 6]], [[7], [8]]])
      } == "layer 2: the weights are 2 × 1, but from 2 neurons to 1 they must be 1 × 2, "
        + "one row for each destination")
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(biases: [[1], [3]]) }
        == "layer 1: there is 1 bias for 2 neurons")
    #expect(
      Self.message { () throws(NetworkError) in try Self.network(biases: [[1, 2], [3, 4]]) }
        == "layer 2: there are 2 biases for 1 neuron")
    #expect(
      Self.message { () throws(NetworkError) in
        try Network(Self.network().architecture, parameters: [1, 2])
      } == "the network has 11 parameters, but 2 were given")
  }

  @Test("Each mistake in samples is named with both shapes")
  func samples() {
    #expect(
      Self.message { () throws(NetworkError) in try Samples(inputs: [], targets: []) }
        == "there are no samples, but the loss is an average over at least one")
    #expect(
      Self.message { () throws(NetworkError) in try Samples(inputs: [[1], [2]], targets: [[1]]) }
        == "there are 2 inputs, but 1 target")
    #expect(
      Self.message { () throws(NetworkError) in
        try Samples(inputs: [[1, 2], [2]], targets: [[1], [2]])
      } == "input 2 has 1 entry, but input 1 has 2")
    #expect(
      Self.message { () throws(NetworkError) in
        try Samples(inputs: [[1], [2]], targets: [[1], [2, 3]])
      } == "target 2 has 2 entries, but target 1 has 1")
    #expect(
      Self.message { () throws(NetworkError) in
        try Self.network().forwardPass(Samples(inputs: [[1, 2], [3, 4]], targets: [[1], [2]]))
      } == "the inputs are 2 × 2, but layer 1 reads 3 × 2, one column for each sample")
    #expect(
      Self.message { () throws(NetworkError) in
        try Self.network().gradients(for: Samples(input: [1, 2, 3], target: [1, 2]))
      } == "the targets are 2 × 1, but layer 2 puts out 1 × 1, one column for each sample")
    #expect(
      Self.message { () throws(NetworkError) in
        try FiniteDifferenceCheck(
          of: Self.network(), on: Samples(input: [1, 2, 3], target: [1]), analytical: [1])
      } == "the network has 11 parameters, but 1 was given")
  }
}
