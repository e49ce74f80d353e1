import Numerics

extension Function {
  /// What a pocket calculator has of it, for one number; nil for all others.
  package var onCalculator: ((Double) -> Double)? {
    switch self {
    case .exp: { Math.exp($0) }
    case .log: { Math.log($0) }
    case .sqrt: { $0.squareRoot() }
    case .abs: { Swift.abs($0) }
    case .tanh: { Math.tanh($0) }
    case .sigmoid: { Kernels.sigmoid($0) }
    default: nil
    }
  }
}
