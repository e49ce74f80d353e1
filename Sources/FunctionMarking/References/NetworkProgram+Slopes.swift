import Backpropagation

extension NetworkProgram {
  /// What stands in the place of f′(z).
  enum Slope: String, Sendable {
    case right, none, value, atActivation, preActivation, restOfActivation, restOfPreActivation,
      productOfPreActivation, productOfActivation, squareOfActivation, squareOfPreActivation,
      turnedProduct, plusProduct, plusSquare, sigmoid, tanh, relu, twice, next, before, target,
      powerOfActivation, sigmoidOfPreActivation, quarter
    /// f′ at the activation wherever there is an f′, which at the output may cancel.
    case moved
  }

  /// What a layer has for its slopes.
  struct Point {
    let activation: Activation
    let z: [Double]
    let a: [Double]
    let next: [Double]?
    let before: [Double]?
    let target: [Double]?
    var isByActivation = false
  }

  /// The slopes of a layer; nil where the form makes no sense there.
  static func slopes(_ form: Slope, _ point: Point) -> [Double]? {
    let (z, a) = (point.z, point.a)
    func slope(_ f: Activation, _ z: [Double]) -> [Double] {
      let jacobian = f.jacobian(at: z)
      return z.indices.map { jacobian[$0, $0] }
    }
    switch form {
    case .right where point.isByActivation:
      switch point.activation {
      case .sigmoid: return a.map { $0 * (1 - $0) }
      case .tanh: return a.map { 1 - $0 * $0 }
      case .relu: return a.map { $0 > 0 ? 1 : 0 }
      case .leakyRelu, .elu, .swish, .gelu, .softplus, .identity, .softmax:
        return slope(point.activation, z)
      }
    case .right: return slope(point.activation, z)
    case .none: return z.map { _ in 1 }
    case .value: return point.activation.values(at: z)
    case .atActivation, .moved: return slope(point.activation, a)
    case .preActivation: return z
    case .restOfActivation: return a.map { 1 - $0 }
    case .restOfPreActivation: return z.map { 1 - $0 }
    case .productOfPreActivation: return z.map { $0 * (1 - $0) }
    case .productOfActivation: return a.map { $0 * (1 - $0) }
    case .squareOfActivation: return a.map { 1 - $0 * $0 }
    case .squareOfPreActivation: return z.map { 1 - $0 * $0 }
    case .turnedProduct: return a.map { $0 * ($0 - 1) }
    case .plusProduct: return a.map { $0 * (1 + $0) }
    case .plusSquare: return a.map { 1 + $0 * $0 }
    case .sigmoid: return slope(.sigmoid, z)
    case .tanh: return slope(.tanh, z)
    case .relu: return z.map { $0 > 0 ? 1 : 0 }
    case .twice: return slope(point.activation, z).map { $0 * $0 }
    case .next: return point.next.map { slope(point.activation, $0) }.flatMap { $0.fitting(z) }
    case .before: return point.before.map { slope(point.activation, $0) }.flatMap { $0.fitting(z) }
    case .target: return point.target.map { $0.map { $0 * (1 - $0) } }
    case .powerOfActivation: return a.map { $0 * $0 }
    case .sigmoidOfPreActivation: return Activation.sigmoid.values(at: z)
    case .quarter: return z.map { _ in 0.25 }
    }
  }
}

extension [Double] {
  /// The list where it is as long as another.
  fileprivate func fitting(_ other: [Double]) -> [Double]? { count == other.count ? self : nil }
}
