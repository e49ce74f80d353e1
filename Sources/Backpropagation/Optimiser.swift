import Numerics

/// How a step of training goes along a gradient g; the raw values are the names used in exercises.
///
/// | optimiser | step |
/// | --- | --- |
/// | sgd | w ← w − η g |
/// | momentum | v ← μ v + g, w ← w − η v |
/// | adam | m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², w ← w − η m̂ / (√ŝ + ε) |
///
/// with m̂ = m / (1 − β₁ᵗ) and ŝ = s / (1 − β₂ᵗ) in step t, as in PyTorch's `SGD` and `Adam`.
package enum Optimiser: Equatable, Sendable {
  case descent
  case momentum(Double)
  case adam(Adam)

  /// The constants of Adam.
  package struct Adam: Equatable, Sendable {
    package let beta1: Double
    package let beta2: Double
    package let epsilon: Double
    /// Which step this is, counted from 1.
    package let step: Double

    package init(beta1: Double, beta2: Double, epsilon: Double, step: Double) {
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
      self.step = step
    }
  }
}

/// What an optimiser remembers of the gradients before: v of momentum, m and s of Adam.
package struct Moments: Equatable, Sendable {
  /// v or m.
  package var first: [Double]
  /// s.
  package var second: [Double]

  package init(first: [Double], second: [Double]) {
    self.first = first
    self.second = second
  }
}

extension Optimiser {
  /// One step of parameters along their gradient.
  ///
  /// - Parameter moments: Those before the step, and after it those for the next.
  package func step(
    _ parameters: [Double], along gradient: [Double], learningRate: Double,
    moments: inout Moments
  ) -> [Double] {
    switch self {
    case .descent:
      return parameters.indices.map { parameters[$0] - learningRate * gradient[$0] }
    case .momentum(let share):
      for index in gradient.indices {
        moments.first[index] = share * moments.first[index] + gradient[index]
      }
      return parameters.indices.map { parameters[$0] - learningRate * moments.first[$0] }
    case .adam(let adam):
      for (index, g) in gradient.enumerated() {
        moments.first[index] = adam.beta1 * moments.first[index] + (1 - adam.beta1) * g
        moments.second[index] = adam.beta2 * moments.second[index] + (1 - adam.beta2) * g * g
      }
      let (first, second) = adam.corrected(moments)
      return parameters.indices.map {
        parameters[$0] - learningRate * first[$0] / (second[$0].squareRoot() + adam.epsilon)
      }
    }
  }
}

extension Optimiser.Adam {
  /// m̂ and ŝ, which make up for beginning with zeros.
  package func corrected(_ moments: Moments) -> (first: [Double], second: [Double]) {
    let (firstShare, secondShare) = (1 - Math.pow(beta1, step), 1 - Math.pow(beta2, step))
    return (moments.first.map { $0 / firstShare }, moments.second.map { $0 / secondShare })
  }
}
