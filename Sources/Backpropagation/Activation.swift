import Numerics

/// The function f of a layer, `a = f(z)`; the raw values are the names used in exercises.
///
/// Each derivative is written with the cached activation a, so that the backward pass needs no
/// second evaluation of f:
///
/// | f | a | ∂a/∂z |
/// | --- | --- | --- |
/// | sigmoid | 1 / (1 + e^−z) | a (1 − a) |
/// | tanh | tanh z | 1 − a² |
/// | relu | max(0, z) | 1 where a > 0, else 0 |
/// | identity | z | 1 |
/// | softmax | e^z / Σ e^z | diag(a) − a aᵀ |
///
/// The derivative of relu at 0 is 0, and ``Kink`` says what counts as 0.
package enum Activation: String, CaseIterable, Sendable {
  case sigmoid
  case tanh
  case relu
  case identity
  case softmax

  /// From which |z| on less than a twenty-fifth of the largest slope is left; nil where that is not
  /// a matter of z alone.
  package var saturation: Double? {
    switch self {
    case .sigmoid: 4.6
    case .tanh: 2.3
    case .relu, .identity, .softmax: nil
    }
  }

  /// Whether a unit is dead where its z is on the kink or below.
  package var canDie: Bool { self == .relu }

  /// Writes `a = f(z)`.
  func apply(to z: UnsafePointer<Double>, into a: UnsafeMutablePointer<Double>, count: Int) {
    switch self {
    case .sigmoid:
      for j in 0..<count { a[j] = 1 / (1 + Math.exp(-z[j])) }
    case .tanh:
      for j in 0..<count { a[j] = hyperbolicTangent(z[j]) }
    case .relu:
      for j in 0..<count { a[j] = Kink.isAlive(z[j]) ? z[j] : 0 }
    case .identity:
      for j in 0..<count { a[j] = z[j] }
    case .softmax:
      // Shifted by the largest entry, which changes no quotient and cannot overflow.
      let largest = Self.largest(of: z, count: count)
      var sum = 0.0
      for j in 0..<count {
        a[j] = Math.exp(z[j] - largest)
        sum += a[j]
      }
      for j in 0..<count { a[j] /= sum }
    }
  }

  /// Turns `g = ∂ℒ/∂a` into `∂ℒ/∂z` where it stands.
  ///
  /// That is `g ⊙ f′(z)`, and for softmax `J g` with its Jacobian `J = diag(a) − a aᵀ`, which is
  /// symmetric: `a ⊙ (g − aᵀg)`.
  func multiplyByDerivative(
    _ g: UnsafeMutablePointer<Double>, at a: UnsafePointer<Double>, count: Int
  ) {
    switch self {
    case .sigmoid:
      for j in 0..<count { g[j] *= a[j] * (1 - a[j]) }
    case .tanh:
      for j in 0..<count { g[j] *= 1 - a[j] * a[j] }
    case .relu:
      for j in 0..<count where a[j] <= 0 { g[j] = 0 }
    case .identity:
      break
    case .softmax:
      var mean = 0.0
      for j in 0..<count { mean += a[j] * g[j] }
      for j in 0..<count { g[j] = a[j] * (g[j] - mean) }
    }
  }

  static func largest(of z: UnsafePointer<Double>, count: Int) -> Double {
    var largest = -Double.infinity
    for j in 0..<count { largest = max(largest, z[j]) }
    return largest
  }
}

// MARK: - Values

extension Activation {
  /// The activations `a = f(z)` of one layer and sample.
  package func values(at z: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: z.count) { a, count in
      count = z.count
      guard let target = a.baseAddress else { return }
      z.withUnsafeBufferPointer { z in
        if let source = z.baseAddress { apply(to: source, into: target, count: z.count) }
      }
    }
  }

  /// The slopes f′(z), by the activations a that belong to them; not for softmax, which has none.
  package func slopes(atActivations a: [Double]) -> [Double] {
    var slopes = [Double](repeating: 1, count: a.count)
    slopes.withUnsafeMutableBufferPointer { slopes in
      a.withUnsafeBufferPointer { a in
        guard let g = slopes.baseAddress, let a = a.baseAddress else { return }
        multiplyByDerivative(g, at: a, count: slopes.count)
      }
    }
    return slopes
  }

  /// The matrix ∂a(i)/∂z(j): diagonal, but for softmax.
  package func jacobian(at z: [Double]) -> Matrix {
    let a = values(at: z)
    var entries: [Double] = []
    for row in a.indices {
      var gradient = a.indices.map { $0 == row ? 1.0 : 0.0 }
      gradient.withUnsafeMutableBufferPointer { gradient in
        a.withUnsafeBufferPointer { a in
          guard let g = gradient.baseAddress, let a = a.baseAddress else { return }
          multiplyByDerivative(g, at: a, count: gradient.count)
        }
      }
      entries += gradient
    }
    return Matrix(rows: z.count, columns: z.count, entries: entries)
  }
}

/// Inside the enumeration, `tanh` is the case.
private func hyperbolicTangent(_ z: Double) -> Double { Math.tanh(z) }
