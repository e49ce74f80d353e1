import Testing

@testable import Backpropagation

/// Gradients taken apart into paths.
@Suite("Paths of a gradient")
struct GradientPathTests {
  private static let worked = (
    sizes: [3, 2, 2, 1],
    weights: [[[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], [[0.7, 0.8], [0.9, 1.0]], [[0.3, 0.4]]],
    biases: [[0.1, 0.2], [0.1, 0.2], [0.1]]
  )

  private func network() throws -> Network {
    try Network(
      sizes: Self.worked.sizes, activations: [.sigmoid, .sigmoid, .sigmoid],
      loss: .halfSquaredError, weights: Self.worked.weights, biases: Self.worked.biases)
  }

  @Test("The weight of the course's worked example has two paths that add up to -0.00212")
  func workedExample() throws {
    let samples = Samples(input: [1, 0.5, -1], target: [1])
    let weight = Parameter(layer: 1, row: 1, column: 1)
    let paths = try #require(try network().paths(of: weight, for: samples))
    #expect(paths.map(\.neurons) == [[1, 1, 1], [1, 2, 1]])
    #expect(abs(paths[0].contribution + 0.000857107) < 1e-9)
    #expect(abs(paths[1].contribution + 0.001263482) < 1e-9)
  }

  @Test("The paths of every parameter add up to its gradient, for several samples too")
  func sums() throws {
    let network = try network()
    let samples = try Samples(
      inputs: [[1, 0.5, -1], [0.2, -0.7, 0.4], [0, 1, 1]], targets: [[1], [0], [0.3]])
    let gradients = try network.gradients(for: samples).parameterGradients
    for (parameter, gradient) in zip(network.architecture.parameters, gradients) {
      let paths = try #require(try network.paths(of: parameter, for: samples))
      #expect(paths.count == network.pathCount(of: parameter))
      let sum = paths.reduce(0) { $0 + $1.contribution }
      #expect(abs(sum - gradient) <= 1e-14, "\(parameter)")
    }
  }

  @Test("A softmax on the way mixes its neurons, so there are no separate paths")
  func softmax() throws {
    let network = try Network(
      sizes: [1, 2, 2, 1], activations: [.tanh, .softmax, .sigmoid], loss: .halfSquaredError,
      weights: [[[0.3], [0.1]], [[0.5, -0.2], [0.4, 0.9]], [[1, -1]]],
      biases: [[0, 0], [0, 0], [0]])
    let samples = Samples(input: [1], target: [1])
    #expect(try network.paths(of: Parameter(layer: 1, row: 1, column: 1), for: samples) == nil)
    let last = try #require(
      try network.paths(of: Parameter(layer: 3, row: 1, column: 2), for: samples))
    #expect(last.count == 1)
  }

  @Test("More paths than can be listed are not listed")
  func tooMany() throws {
    let samples = Samples(input: [1, 0.5, -1], target: [1])
    let weight = Parameter(layer: 1, row: 1, column: 1)
    #expect(try network().paths(of: weight, for: samples, most: 1) == nil)
  }
}
