import Exercises
import Marking
import Numerics

extension AnsweredStep {
  /// A marker of the exercise, of those in ``all`` only: a renumbered one has the same description.
  func marker() throws -> Marker {
    try .shared(description) { Marker(try Exercise.sample(members)) }
  }

  /// The networks of the course and some more, of every kind.
  static let all: [AnsweredStep] = [
    AnsweredStep(
      description: "3-2-2-1", sizes: [3, 2, 2, 1], curves: [.sigmoid, .sigmoid, .sigmoid],
      loss: "half-squared-error",
      weights: [[[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], [[0.7, 0.8], [0.9, 1.0]], [[0.3, 0.4]]],
      biases: [[0.1, 0.2], [0.1, 0.2], [0.1]], inputs: [[1, 0.5, -1]], targets: [[1]]),
    AnsweredStep(
      description: "2-2-1 binary cross-entropy", sizes: [2, 2, 1], curves: [.sigmoid, .sigmoid],
      loss: "binary-cross-entropy", weights: [[[0.1, 0.2], [0.3, 0.4]], [[0.5, 0.6]]],
      biases: [[0, 0], [0]], inputs: [[1, 0]], targets: [[1]]),
    AnsweredStep(
      description: "2-3-1 with update", sizes: [2, 3, 1], curves: [.sigmoid, .sigmoid],
      loss: "half-squared-error",
      weights: [[[0.15, 0.2], [0.25, 0.3], [0.35, 0.4]], [[0.4, 0.45, 0.5]]],
      biases: [[0.35, 0.35, 0.35], [0.6]], inputs: [[0.05, 0.1]], targets: [[0.01]], rate: 0.5),
    AnsweredStep(
      description: "diagonal flip 4-3-4", sizes: [4, 3, 4], curves: [.relu, .identity],
      loss: "mean-squared-error",
      weights: [
        [[0.2, -0.5, 0.1], [-0.3, 0.4, -0.2], [0.1, 0.3, 0.5], [-0.4, 0.2, -0.1]],
        [[0.3, -0.2, 0.4, 0.1], [-0.1, 0.5, -0.3, 0.2], [0.2, -0.4, 0.1, -0.5]],
      ],
      biases: [[0.1, -0.1, 0], [0, 0.1, -0.1, 0]], inputs: [[1, 0, 1, 1]], targets: [[1, 1, 0, 1]],
      isSourceFirst: true, indexFrom: 0),
    AnsweredStep(
      description: "XOR batch", sizes: [2, 2, 1], curves: [.sigmoid, .sigmoid],
      loss: "half-squared-error", weights: [[[0.5, -0.4], [-0.3, 0.8]], [[0.7, -0.6]]],
      biases: [[0.1, -0.2], [0.05]], inputs: [[0, 0], [0, 1], [1, 0], [1, 1]],
      targets: [[0], [1], [1], [0]], rate: 0.5, isBatch: true, isChosen: true),
    AnsweredStep(
      description: "1-1-1", sizes: [1, 1, 1], curves: [.relu, .sigmoid],
      loss: "binary-cross-entropy", weights: [[[0.5]], [[-0.8]]], biases: [[0.1], [0.2]],
      inputs: [[2]], targets: [[1]]),
    AnsweredStep(
      description: "3-4-2 softmax", sizes: [3, 4, 2], curves: [.tanh, .softmax],
      loss: "cross-entropy",
      weights: [
        [[0.31, -0.52, 0.17], [-0.44, 0.23, 0.61], [0.12, 0.73, -0.35], [0.58, -0.19, 0.27]],
        [[0.42, -0.63, 0.18, 0.37], [-0.24, 0.55, 0.71, -0.16]],
      ],
      biases: [[0.13, -0.21, 0.08, 0.17], [0.06, -0.14]], inputs: [[0.9, -0.4, 0.6]],
      targets: [[0, 1]]),
    AnsweredStep(
      description: "2-2-2 tanh", sizes: [2, 2, 2], curves: [.tanh, .tanh],
      loss: "half-squared-error",
      weights: [[[0.62, -0.41], [0.33, 0.78]], [[-0.57, 0.84], [0.46, 0.29]]],
      biases: [[0.12, -0.27], [0.19, 0.08]], inputs: [[0.7, -1.2]], targets: [[0.4, -0.6]],
      rate: 0.1),
    AnsweredStep(
      description: "batch of three", sizes: [2, 3, 2], curves: [.sigmoid, .identity],
      loss: "mean-squared-error",
      weights: [
        [[0.4, -0.7], [0.9, 0.2], [-0.3, 0.6]], [[0.5, -0.8, 0.3], [0.7, 0.1, -0.4]],
      ],
      biases: [[0.1, -0.3, 0.2], [0.05, -0.15]], inputs: [[0.5, 1.5], [-1, 0.3], [2, -0.7]],
      targets: [[0.2, 0.9], [0.6, -0.1], [-0.4, 0.5]], rate: 0.2, isBatch: true),
    AnsweredStep(
      description: "3-3-3 ReLU", sizes: [3, 3, 3], curves: [.relu, .sigmoid],
      loss: "half-squared-error",
      weights: [
        [[0.6, -0.2, 0.5], [-0.7, 0.3, 0.4], [0.2, 0.9, -0.1]],
        [[0.8, -0.5, 0.3], [0.1, 0.6, -0.9], [-0.4, 0.7, 0.2]],
      ],
      biases: [[0.05, -0.15, 0.25], [0.35, -0.45, 0.1]], inputs: [[1.2, 0.7, -0.8]],
      targets: [[0.9, 0.2, 0.5]], rate: 0.3),
    AnsweredStep(
      description: "2-2-2-2 sources first", sizes: [2, 2, 2, 2],
      curves: [.tanh, .sigmoid, .sigmoid],
      loss: "half-squared-error",
      weights: [
        [[0.35, -0.64], [0.82, 0.27]], [[-0.45, 0.91], [0.38, -0.53]],
        [[0.74, 0.16], [-0.67, 0.49]],
      ],
      biases: [[0.11, -0.08], [0.24, 0.07], [-0.13, 0.32]], inputs: [[0.8, -0.5]],
      targets: [[0.3, 0.7]], isSourceFirst: true),
    AnsweredStep(
      description: "batch cross-entropy", sizes: [2, 2, 1], curves: [.tanh, .sigmoid],
      loss: "binary-cross-entropy", weights: [[[0.9, -0.6], [0.4, 0.7]], [[1.1, -0.8]]],
      biases: [[0.2, -0.1], [0.3]], inputs: [[0.4, -0.9], [1.3, 0.6], [-0.7, 0.8]],
      targets: [[1], [0], [1]], rate: 0.4, isBatch: true),
  ]

  /// The same network with other numbers; targets that are 0 or 1 stay.
  func renumbered(seed: UInt64) -> AnsweredStep {
    var random = SplitMix64(seed: seed)
    func drawn(_ list: [Double]) -> [Double] {
      list.map { _ in (random.number(from: -1, to: 1) * 1000).rounded() / 1000 }
    }
    var other = self
    other.weights = weights.map { $0.map(drawn) }
    other.biases = biases.map(drawn)
    other.inputs = inputs.map(drawn)
    if !loss.hasSuffix("entropy") { other.targets = targets.map(drawn) }
    return other
  }
}
