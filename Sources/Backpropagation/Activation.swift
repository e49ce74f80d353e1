import Numerics

/// The function f of a layer, `a = f(z)`; the raw values are the names used in exercises.
///
/// Where it can be, the derivative is written with the cached activation a, so that the backward pass
/// needs no second evaluation of f:
///
/// | f | a | ∂a/∂z |
/// | --- | --- | --- |
/// | sigmoid | 1 / (1 + e^−z) | a (1 − a) |
/// | tanh | tanh z | 1 − a² |
/// | relu | max(0, z) | 1 where a > 0, else 0 |
/// | leaky-relu | z where z > 0, else z / 100 | 1 where z > 0, else 1 / 100 |
/// | elu | z where z > 0, else e^z − 1 | 1 where z > 0, else a + 1 |
/// | swish | z σ(z) | σ(z) + z σ(z) (1 − σ(z)) |
/// | gelu | z Φ(z) | Φ(z) + z φ(z) |
/// | softplus | ln(1 + e^z) | σ(z) |
/// | identity | z | 1 |
/// | softmax | e^z / Σ e^z | diag(a) − a aᵀ |
///
/// Φ and φ are the normal distribution and its density: gelu is the exact one, not its fit by a tanh.
/// The derivatives of relu and leaky-relu at 0 are those below it, and ``Kink`` says what counts as 0.
package enum Activation: String, CaseIterable, Sendable {
  case sigmoid
  case tanh
  case relu
  case leakyRelu = "leaky-relu"
  case elu
  case swish
  case gelu
  case softplus
  case identity
  case softmax

  /// From which |z| on less than a twenty-fifth of the largest slope is left; nil where that is not
  /// a matter of z alone.
  package var saturation: Double? {
    switch self {
    case .sigmoid: 4.6
    case .tanh: 2.3
    case .relu, .leakyRelu, .elu, .swish, .gelu, .softplus, .identity, .softmax: nil
    }
  }

  /// Whether a unit is dead where its z is on the kink or below.
  package var canDie: Bool { self == .relu }

  /// Whether the slope jumps at 0.
  package var hasKink: Bool { self == .relu || self == .leakyRelu }

  /// What formulas call the function.
  package var functionName: String { self == .leakyRelu ? "leakyRelu" : rawValue }

  /// The slope of leaky-relu below 0.
  private static let leak = 0.01

  /// Writes `a = f(z)`.
  func apply(to z: UnsafePointer<Double>, into a: UnsafeMutablePointer<Double>, count: Int) {
    switch self {
    case .sigmoid:
      for j in 0..<count { a[j] = 1 / (1 + Math.exp(-z[j])) }
    case .tanh:
      for j in 0..<count { a[j] = hyperbolicTangent(z[j]) }
    case .relu:
      for j in 0..<count { a[j] = Kink.isAlive(z[j]) ? z[j] : 0 }
    case .leakyRelu:
      for j in 0..<count { a[j] = Kink.isAlive(z[j]) ? z[j] : Self.leak * z[j] }
    case .elu:
      for j in 0..<count { a[j] = Kink.isAlive(z[j]) ? z[j] : Math.expm1(z[j]) }
    case .swish:
      for j in 0..<count { a[j] = Self.product(z[j], Self.logistic(z[j])) }
    case .gelu:
      for j in 0..<count { a[j] = Self.product(z[j], ErrorFunction.normal(z[j])) }
    case .softplus:
      for j in 0..<count { a[j] = max(z[j], 0) + Math.log1p(Math.exp(-abs(z[j]))) }
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
    _ g: UnsafeMutablePointer<Double>, at a: UnsafePointer<Double>, from z: UnsafePointer<Double>,
    count: Int
  ) {
    switch self {
    case .sigmoid:
      for j in 0..<count { g[j] *= a[j] * (1 - a[j]) }
    case .tanh:
      for j in 0..<count { g[j] *= 1 - a[j] * a[j] }
    case .relu:
      for j in 0..<count where a[j] <= 0 { g[j] = 0 }
    case .leakyRelu:
      for j in 0..<count where !Kink.isAlive(z[j]) { g[j] *= Self.leak }
    case .elu:
      for j in 0..<count where !Kink.isAlive(z[j]) { g[j] *= a[j] + 1 }
    case .swish:
      for j in 0..<count {
        let share = Self.logistic(z[j])
        g[j] *= share + Self.product(z[j], share * (1 - share))
      }
    case .gelu:
      for j in 0..<count {
        // φ(z) = erf′(z/√2) / √8
        let density = ErrorFunction.derivative(z[j] * 0.5.squareRoot()) * 0.125.squareRoot()
        g[j] *= ErrorFunction.normal(z[j]) + Self.product(z[j], density)
      }
    case .softplus:
      for j in 0..<count { g[j] *= Self.logistic(z[j]) }
    case .identity:
      break
    case .softmax:
      var mean = 0.0
      for j in 0..<count { mean += a[j] * g[j] }
      for j in 0..<count { g[j] = a[j] * (g[j] - mean) }
    }
  }

  /// σ(z).
  private static func logistic(_ z: Double) -> Double { 1 / (1 + Math.exp(-z)) }

  /// z times a share that vanishes faster than z grows.
  private static func product(_ z: Double, _ share: Double) -> Double {
    share == 0 ? 0 : z * share
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

  /// The slopes f′(z); not for softmax, which has none.
  package func slopes(at z: [Double]) -> [Double] {
    var slopes = [Double](repeating: 1, count: z.count)
    multiplyByDerivative(&slopes, at: values(at: z), from: z)
    return slopes
  }

  /// The matrix ∂a(i)/∂z(j): diagonal, but for softmax.
  package func jacobian(at z: [Double]) -> Matrix {
    let a = values(at: z)
    var entries: [Double] = []
    for row in a.indices {
      var gradient = a.indices.map { $0 == row ? 1.0 : 0.0 }
      multiplyByDerivative(&gradient, at: a, from: z)
      entries += gradient
    }
    return Matrix(rows: z.count, columns: z.count, entries: entries)
  }

  private func multiplyByDerivative(_ g: inout [Double], at a: [Double], from z: [Double]) {
    let count = g.count
    g.withUnsafeMutableBufferPointer { g in
      a.withUnsafeBufferPointer { a in
        z.withUnsafeBufferPointer { z in
          guard let g = g.baseAddress, let a = a.baseAddress, let z = z.baseAddress else { return }
          multiplyByDerivative(g, at: a, from: z, count: count)
        }
      }
    }
  }
}

/// Inside the enumeration, `tanh` is the case.
private func hyperbolicTangent(_ z: Double) -> Double { Math.tanh(z) }
