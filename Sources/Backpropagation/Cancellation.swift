import Numerics

/// An output activation and a loss whose derivatives cancel to `δ = a − y`.
///
/// Their product `∂ℒ/∂a · ∂a/∂z` is 0 · ∞ at saturation, and so is the loss in terms of a. Both are
/// therefore written with the pre-activations z, which stay exact.
enum Cancellation: Sendable {
  case sigmoidWithBinaryCrossEntropy
  case softmaxWithCrossEntropy

  init?(_ activation: Activation, _ loss: Loss) {
    switch (activation, loss) {
    case (.sigmoid, .binaryCrossEntropy): self = .sigmoidWithBinaryCrossEntropy
    case (.softmax, .crossEntropy): self = .softmaxWithCrossEntropy
    default: return nil
    }
  }

  /// ℒ, from the pre-activations.
  ///
  /// - Sigmoid: `Σ max(z, 0) − y z + ln(1 + e^−|z|)`.
  /// - Softmax: `Σ y (ln Σ e^z − z)`.
  package func value(_ z: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int) -> Double {
    var sum = 0.0
    switch self {
    case .sigmoidWithBinaryCrossEntropy:
      for j in 0..<count { sum += max(z[j], 0) - y[j] * z[j] + Math.log1p(Math.exp(-abs(z[j]))) }
    case .softmaxWithCrossEntropy:
      let largest = Activation.largest(of: z, count: count)
      let rest = Self.logSumExp(z, largest: largest, count: count)
      for j in 0..<count where y[j] != 0 { sum += y[j] * ((largest - z[j]) + rest) }
    }
    return sum
  }

  /// Writes `δ = ∂ℒ/∂z`.
  ///
  /// For softmax it is `(Σ y) a − y`, which is `a − y` when the target sums to 1.
  func errorSignal(
    _ a: UnsafePointer<Double>, _ y: UnsafePointer<Double>,
    into delta: UnsafeMutablePointer<Double>, count: Int
  ) {
    switch self {
    case .sigmoidWithBinaryCrossEntropy:
      for j in 0..<count { delta[j] = a[j] - y[j] }
    case .softmaxWithCrossEntropy:
      var total = 0.0
      for j in 0..<count { total += y[j] }
      for j in 0..<count { delta[j] = total * a[j] - y[j] }
    }
  }

  /// `ln Σ e^(z − largest)`, in which one term is exactly 1: the others are added by `log1p`.
  private static func logSumExp(
    _ z: UnsafePointer<Double>, largest: Double, count: Int
  ) -> Double {
    var others = -1.0
    var small = 0.0
    for j in 0..<count {
      if z[j] == largest { others += 1 } else { small += Math.exp(z[j] - largest) }
    }
    return Math.log1p(others + small)
  }
}
