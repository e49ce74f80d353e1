import Backpropagation
import Testing

@Suite("Loss")
struct LossTests {
  /// The loss of one layer with weights z and the input 1, so that its pre-activations are z.
  private func loss(
    _ loss: Loss, _ activation: Activation, at z: [Double], target: [Double]
  ) throws -> Gradients {
    let network = try Network(
      sizes: [1, z.count], activations: [activation], loss: loss, weights: [z.map { [$0] }],
      biases: [z.map { _ in 0 }])
    return try network.gradients(for: Samples(input: [1], target: target))
  }

  @Test(
    "Each loss is its formula, with its derivative",
    arguments: [
      (Loss.halfSquaredError, [0.3, 0.9], [0.0, 1], 0.05, [0.3, -0.1]),
      (.meanSquaredError, [0.3, 0.9], [0, 1], 0.05, [0.3, -0.1]),
      (.meanSquaredError, [1, 2, 3, 4], [0, 0, 0, 0], 7.5, [0.5, 1, 1.5, 2]),
      (.binaryCrossEntropy, [0.5, 0.5], [0, 1], 1.3862943611198906, [2, -2]),
      (.crossEntropy, [0.5, 0.25], [0, 1], 1.3862943611198906, [0, -4]),
      // The second margin is 1 and more, the third wrong, the last on the kink.
      (.hinge, [0.25, -2, -0.5, 1], [1, -1, 1, 1], 2.25, [-1, 0, -1, 0]),
    ])
  func formula(loss: Loss, a: [Double], y: [Double], value: Double, derivative: [Double]) throws {
    let gradients = try self.loss(loss, .identity, at: a, target: y)
    #expect(abs(gradients.forwardPass.loss - value) < 1e-15)
    for (found, expected) in zip(gradients.errorSignals[0].entries, derivative) {
      #expect(abs(found - expected) < 1e-15)
    }
  }

  @Test(
    "Cross-entropies stay exact at saturation",
    arguments: [
      (
        Loss.binaryCrossEntropy, Activation.sigmoid, [1000.0, -1000], [0.0, 1], 2000.0, [1.0, -1]
      ),
      (.binaryCrossEntropy, .sigmoid, [1000, -1000], [1, 0], 0, [0, 0]),
      (.binaryCrossEntropy, .sigmoid, [-40], [0], 4.248354255291589e-18, [4.248354255291589e-18]),
      (.binaryCrossEntropy, .sigmoid, [40], [1], 4.248354255291589e-18, [0]),
      (.crossEntropy, .softmax, [1000, -1000], [0, 1], 2000, [1, -1]),
      (.crossEntropy, .softmax, [1000, -1000], [1, 0], 0, [0, 0]),
      (
        .crossEntropy, .softmax, [40, 0], [1, 0], 4.248354255291589e-18, [0, 4.248354255291589e-18]
      ),
      (.crossEntropy, .softmax, [1000, 1000], [1, 0], 0.6931471805599453, [-0.5, 0.5]),
    ])
  func saturation(
    loss: Loss, activation: Activation, z: [Double], y: [Double], value: Double, delta: [Double]
  ) throws {
    let gradients = try self.loss(loss, activation, at: z, target: y)
    #expect(abs(gradients.forwardPass.loss - value) <= 1e-15 * value)
    for (found, expected) in zip(gradients.errorSignals[0].entries, delta) {
      #expect(abs(found - expected) <= 1e-15 * abs(expected))
    }
  }

  @Test("A target that does not sum to 1 still has the gradient of its cross-entropy")
  func unnormalisedTarget() throws {
    let gradients = try loss(.crossEntropy, .softmax, at: [0, 0], target: [1, 2])
    #expect(gradients.errorSignals[0].entries == [0.5, -0.5])
  }
}
