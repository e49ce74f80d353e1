import Numerics

/// The loss ℒ of one sample with outputs a and target y; the raw values are the names in exercises.
///
/// | loss | ℒ | ∂ℒ/∂a |
/// | --- | --- | --- |
/// | half squared error | ½ Σ (a − y)² | a − y |
/// | mean squared error | (1/n) Σ (a − y)², n outputs | (2/n) (a − y) |
/// | binary cross-entropy | −Σ [y ln a + (1 − y) ln(1 − a)], summed over the outputs | (1 − y)/(1 − a) − y/a |
/// | cross-entropy | −Σ y ln a | −y/a |
/// | hinge | Σ max(0, 1 − y a), for targets −1 and 1 | −y where y a < 1, else 0 |
///
/// A term whose factor y or 1 − y is 0 is 0, also where its logarithm is infinite. The loss of
/// several samples is the mean of theirs.
package enum Loss: String, CaseIterable, Sendable {
  case halfSquaredError = "half-squared-error"
  case meanSquaredError = "mean-squared-error"
  case binaryCrossEntropy = "binary-cross-entropy"
  case crossEntropy = "cross-entropy"
  case hinge

  /// ℒ, from the outputs.
  package func value(_ a: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int) -> Double {
    var sum = 0.0
    switch self {
    case .halfSquaredError, .meanSquaredError:
      for j in 0..<count { sum += (a[j] - y[j]) * (a[j] - y[j]) }
      return self == .halfSquaredError ? sum / 2 : sum / Double(count)
    case .binaryCrossEntropy:
      for j in 0..<count {
        if y[j] != 0 { sum -= y[j] * Math.log(a[j]) }
        if y[j] != 1 { sum -= (1 - y[j]) * Math.log1p(-a[j]) }
      }
      return sum
    case .crossEntropy:
      for j in 0..<count where y[j] != 0 { sum -= y[j] * Math.log(a[j]) }
      return sum
    case .hinge:
      for j in 0..<count where Kink.isAlive(1 - y[j] * a[j]) { sum += 1 - y[j] * a[j] }
      return sum
    }
  }

  /// Writes `∂ℒ/∂a`.
  func derivative(
    _ a: UnsafePointer<Double>, _ y: UnsafePointer<Double>,
    into g: UnsafeMutablePointer<Double>, count: Int
  ) {
    switch self {
    case .halfSquaredError:
      for j in 0..<count { g[j] = a[j] - y[j] }
    case .meanSquaredError:
      for j in 0..<count { g[j] = 2 / Double(count) * (a[j] - y[j]) }
    case .binaryCrossEntropy:
      for j in 0..<count {
        g[j] = (y[j] == 1 ? 0 : (1 - y[j]) / (1 - a[j])) - (y[j] == 0 ? 0 : y[j] / a[j])
      }
    case .crossEntropy:
      for j in 0..<count { g[j] = y[j] == 0 ? 0 : -y[j] / a[j] }
    case .hinge:
      for j in 0..<count { g[j] = Kink.isAlive(1 - y[j] * a[j]) ? -y[j] : 0 }
    }
  }
}
