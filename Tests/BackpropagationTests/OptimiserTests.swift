import Backpropagation
import Testing

@Suite("Optimisers")
struct OptimiserTests {
  private static let gradients = [[0.1, -0.3], [0.2, 0.05], [-0.4, 0]]

  /// Three steps from (0.5, −0.25) with η = 0.1, the moments carried on from 0.
  private func path(
    _ optimiser: (_ step: Double) -> Optimiser
  ) -> [(parameters: [Double], moments: Moments)] {
    var parameters = [0.5, -0.25]
    var moments = Moments(first: [0, 0], second: [0, 0])
    return Self.gradients.enumerated().map { index, gradient in
      parameters = optimiser(Double(index + 1)).step(
        parameters, along: gradient, learningRate: 0.1, moments: &moments)
      return (parameters, moments)
    }
  }

  private func expect(_ found: [Double], _ expected: [Double]) {
    for (found, expected) in zip(found, expected) {
      #expect(abs(found - expected) <= 1e-14 * max(1, abs(expected)))
    }
  }

  /// By `v = 0.9 * v + g; w -= 0.1 * v` in Python, which is PyTorch's `SGD(momentum=0.9)`.
  @Test("Momentum carries the steps before on")
  func momentum() {
    let path = path { _ in .momentum(0.9) }
    let expected: [(velocity: [Double], parameters: [Double])] = [
      ([0.1, -0.3], [0.49, -0.22]), ([0.29, -0.22], [0.461, -0.198]),
      ([-0.139, -0.198], [0.4749, -0.1782]),
    ]
    for (found, expected) in zip(path, expected) {
      expect(found.moments.first, expected.velocity)
      expect(found.parameters, expected.parameters)
    }
  }

  /// By the loop of Adam's paper in Python, which is PyTorch's `Adam(lr=0.1)`.
  @Test("Adam divides by the root of the mean square, both corrected for their beginning")
  func adam() {
    let path = path {
      .adam(Optimiser.Adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, step: $0))
    }
    let expected: [(first: [Double], second: [Double], parameters: [Double])] = [
      ([0.01, -0.03], [1e-5, 9e-5], [0.4000000099999989, -0.15000000333333316]),
      ([0.029, -0.022], [4.999e-5, 9.241e-5], [0.30348181352125286, -0.09614625064520814]),
      (
        [-0.0139, -0.0198], [0.00020994001, 9.231759e-5],
        [0.3228612582897089, -0.05451714416805935]
      ),
    ]
    for (found, expected) in zip(path, expected) {
      expect(found.moments.first, expected.first)
      expect(found.moments.second, expected.second)
      expect(found.parameters, expected.parameters)
    }
  }

  @Test("Plain descent remembers nothing")
  func descent() {
    let path = path { _ in .descent }
    expect(path[2].parameters, [0.51, -0.225])
    #expect(path[2].moments == Moments(first: [0, 0], second: [0, 0]))
  }
}
