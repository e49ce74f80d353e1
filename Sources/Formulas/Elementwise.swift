import Numerics

/// A function of one number: its value, its slope and its kink stand here side by side.
///
/// With its name in ``Function`` this is all that the language has to know of it.
enum Elementwise: Hashable, Sendable {
  case negate, exp, log, sqrt, abs, sign, square, reciprocal
  case sigmoid, sigmoidDerivative, tanh, tanhDerivative, relu, reluDerivative, softplus
  case leakyRelu, leakyReluDerivative, elu, eluDerivative, swish, swishDerivative
  case gelu, geluDerivative, erf, erfDerivative

  /// What computes a function of the language; nil for those that do not work entry by entry.
  init?(_ function: Function) {
    switch function {
    case .exp: self = .exp
    case .log: self = .log
    case .sqrt: self = .sqrt
    case .abs: self = .abs
    case .square: self = .square
    case .sigmoid: self = .sigmoid
    case .tanh: self = .tanh
    case .relu: self = .relu
    case .softplus: self = .softplus
    case .leakyRelu: self = .leakyRelu
    case .elu: self = .elu
    case .swish: self = .swish
    case .gelu: self = .gelu
    case .erf: self = .erf
    case .sign: self = .sign
    case .step: self = .reluDerivative
    default: return nil
    }
  }

  /// Evaluates the function at every entry of the operand.
  func run(_ i: Instruction, _ arena: Arena) {
    switch self {
    case .negate: Kernels.map(i, arena) { -$0 }
    case .exp: Kernels.map(i, arena) { Math.exp($0) }
    case .log: Kernels.map(i, arena) { Math.log($0) }
    case .sqrt: Kernels.map(i, arena) { $0.squareRoot() }
    case .abs: Kernels.map(i, arena) { Swift.abs($0) }
    case .sign: Kernels.map(i, arena) { $0.isNaN ? $0 : Double(Kink.side(of: $0)) }
    case .square: Kernels.map(i, arena) { $0 * $0 }
    case .reciprocal: Kernels.map(i, arena) { 1 / $0 }
    case .sigmoid: Kernels.map(i, arena) { Kernels.sigmoid($0) }
    case .sigmoidDerivative: Kernels.map(i, arena) { Kernels.sigmoidDerivative($0) }
    case .tanh: Kernels.map(i, arena) { Math.tanh($0) }
    case .tanhDerivative: Kernels.map(i, arena) { Kernels.tanhDerivative($0) }
    case .relu: Kernels.map(i, arena) { Kink.isAlive($0) ? $0 : 0 }
    case .reluDerivative:
      Kernels.map(i, arena) { $0.isNaN ? $0 : Kink.isAlive($0) ? 1 : 0 }
    case .softplus: Kernels.map(i, arena) { Kernels.softplus($0) }
    case .leakyRelu: Kernels.map(i, arena) { Kink.isAlive($0) ? $0 : Kernels.leak * $0 }
    case .leakyReluDerivative:
      Kernels.map(i, arena) { $0.isNaN ? $0 : Kink.isAlive($0) ? 1 : Kernels.leak }
    case .elu: Kernels.map(i, arena) { Kink.isAlive($0) ? $0 : Math.expm1($0) }
    case .eluDerivative:
      Kernels.map(i, arena) { $0.isNaN ? $0 : Kink.isAlive($0) ? 1 : Math.exp($0) }
    case .swish: Kernels.map(i, arena) { Kernels.swish($0) }
    case .swishDerivative: Kernels.map(i, arena) { Kernels.swishDerivative($0) }
    case .gelu: Kernels.map(i, arena) { Kernels.gelu($0) }
    case .geluDerivative: Kernels.map(i, arena) { Kernels.geluDerivative($0) }
    case .erf: Kernels.map(i, arena) { ErrorFunction.value($0) }
    case .erfDerivative: Kernels.map(i, arena) { ErrorFunction.derivative($0) }
    }
  }

  /// The slope where it is a function of x alone; nil where it is a constant or made of others.
  var slope: Elementwise? {
    switch self {
    case .exp: .exp
    case .log: .reciprocal
    case .abs: .sign
    case .sigmoid: .sigmoidDerivative
    case .tanh: .tanhDerivative
    case .relu: .reluDerivative
    case .softplus: .sigmoid
    case .leakyRelu: .leakyReluDerivative
    case .elu: .eluDerivative
    case .swish: .swishDerivative
    case .gelu: .geluDerivative
    case .erf: .erfDerivative
    case .negate, .sqrt, .sign, .square, .reciprocal, .sigmoidDerivative, .tanhDerivative,
      .reluDerivative, .leakyReluDerivative, .eluDerivative, .swishDerivative, .geluDerivative,
      .erfDerivative:
      nil
    }
  }

  /// What the adjoint g of the value at `id` adds to the adjoint of x: g ⊙ f′(x).
  func contribution(
    of g: NodeID, through id: NodeID, from x: NodeID, in graph: inout Graph
  ) -> NodeID? {
    let shape = graph.shape(x)
    switch self {
    case .negate: return graph.unary(.negate, g)
    case .exp: return graph.times(g, id)
    case .log: return graph.append(.divide, [g, x], shape)
    case .reciprocal:
      return graph.unary(.negate, graph.times(g, graph.unary(.square, id)))
    case .sqrt:
      return graph.append(.divide, [graph.times(g, graph.constant(0.5)), id], shape)
    case .square: return graph.times(g, graph.times(graph.constant(2), x))
    case .sigmoidDerivative:
      // σ″ = σ′(1 − 2σ)
      let twice = graph.times(graph.constant(2), graph.unary(.sigmoid, x))
      let rest = graph.append(.subtract, [graph.constant(1), twice], shape)
      return graph.times(g, graph.times(id, rest))
    case .tanhDerivative:
      let product = graph.times(graph.unary(.tanh, x), id)
      return graph.times(g, graph.times(graph.constant(-2), product))
    case .abs, .sigmoid, .tanh, .relu, .softplus, .leakyRelu, .elu, .swish, .gelu, .erf:
      return slope.map { graph.times(g, graph.unary($0, x)) }
    case .eluDerivative, .swishDerivative, .geluDerivative, .erfDerivative:
      return graph.times(g, curvature(through: id, from: x, in: &graph))
    case .sign, .reluDerivative, .leakyReluDerivative: return nil
    }
  }

  /// The slope of a slope f′, whose value at x is `id`.
  private func curvature(through id: NodeID, from x: NodeID, in graph: inout Graph) -> NodeID {
    let shape = graph.shape(x)
    func less(_ number: Double, _ other: NodeID) -> NodeID {
      graph.append(.subtract, [graph.constant(number), other], shape)
    }
    switch self {
    case .eluDerivative:
      // eˣ below 0, where f′ is that, and 0 above.
      return graph.times(id, less(1, graph.unary(.reluDerivative, x)))
    case .swishDerivative:
      // σ′(2 + x(1 − 2σ))
      let twice = graph.times(graph.constant(2), graph.unary(.sigmoid, x))
      let rest = graph.append(
        .add, [graph.constant(2), graph.times(x, less(1, twice))], shape)
      return graph.times(graph.unary(.sigmoidDerivative, x), rest)
    case .geluDerivative:
      // φ(2 − x²), with the normal density φ(x) = erf′(x/√2) / √8.
      let scaled = graph.times(graph.constant(0.5.squareRoot()), x)
      let density = graph.times(
        graph.constant(0.125.squareRoot()), graph.unary(.erfDerivative, scaled))
      return graph.times(density, less(2, graph.unary(.square, x)))
    default:
      // erf″ = −2x erf′
      return graph.times(graph.constant(-2), graph.times(x, id))
    }
  }

  /// Whether the slope jumps where the operand is 0.
  var hasKink: Bool {
    switch self {
    case .relu, .reluDerivative, .abs, .sign, .leakyRelu, .leakyReluDerivative, .eluDerivative:
      true
    case .negate, .exp, .log, .sqrt, .square, .reciprocal, .sigmoid, .sigmoidDerivative, .tanh,
      .tanhDerivative, .softplus, .elu, .swish, .swishDerivative, .gelu, .geluDerivative, .erf,
      .erfDerivative:
      false
    }
  }

  /// Whether the value does not change with small changes of the operand.
  var isPiecewiseConstant: Bool {
    self == .sign || self == .reluDerivative || self == .leakyReluDerivative
  }

  /// What is the least to be taken for the last place of a value, for rounding.
  ///
  /// The slopes of sigmoid and tanh are what is left of 1, where they are computed from the
  /// activation as a (1 − a) and 1 − a², as the engine does and whoever works on paper.
  var lastPlace: Double {
    self == .sigmoidDerivative || self == .tanhDerivative ? 0x1p-52 : 0
  }
}
