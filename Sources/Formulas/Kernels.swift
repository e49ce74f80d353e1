import Numerics

/// The loops behind every operation; each value and its derivative stand side by side.
enum Kernels {
  static func sigmoid(_ z: Double) -> Double {
    if z >= 0 { return 1 / (1 + Math.exp(-z)) }
    let e = Math.exp(z)
    return e / (1 + e)
  }

  /// σ′ = σ(1 − σ), without the loss of 1 − σ for large z.
  static func sigmoidDerivative(_ z: Double) -> Double {
    let e = Math.exp(-abs(z))
    return e / ((1 + e) * (1 + e))
  }

  static func tanhDerivative(_ z: Double) -> Double {
    let t = Math.tanh(z)
    return (1 - t) * (1 + t)
  }

  /// log(1 + eᶻ).
  static func softplus(_ z: Double) -> Double { max(z, 0) + Math.log1p(Math.exp(-abs(z))) }

  /// The slope of the leaky ReLU where it leaks.
  static let leak = 0.01

  /// x σ(x), also where x is −∞ or so large that σ(x) is 0.
  static func swish(_ x: Double) -> Double {
    let share = sigmoid(x)
    return share == 0 ? 0 : x * share
  }

  static func swishDerivative(_ x: Double) -> Double {
    let slope = sigmoidDerivative(x)
    return sigmoid(x) + (slope == 0 ? 0 : x * slope)
  }

  /// x Φ(x).
  static func gelu(_ x: Double) -> Double {
    let share = ErrorFunction.normal(x)
    return share == 0 ? 0 : x * share
  }

  /// Φ(x) + x φ(x), with the normal density φ.
  static func geluDerivative(_ x: Double) -> Double {
    let density = ErrorFunction.derivative(x * 0.5.squareRoot()) * 0.125.squareRoot()
    return ErrorFunction.normal(x) + (density == 0 ? 0 : x * density)
  }

  static func power(_ base: Double, _ exponent: Double) -> Double {
    exponent == 2 ? base * base : Math.pow(base, exponent)
  }

  /// Evaluates one node other than a numerical gradient.
  static func run(_ i: Instruction, _ arena: Arena) {
    switch i.operation {
    case .input, .constant, .view, .numericalGradient: break
    case .copy, .refine: map(i, arena) { $0 }
    case .elementwise(let function): function.run(i, arena)
    case .add: combine(i, arena) { $0 + $1 }
    case .subtract: combine(i, arena) { $0 - $1 }
    case .multiply: combine(i, arena) { $0 * $1 }
    case .divide: combine(i, arena) { $0 / $1 }
    case .power: combine(i, arena) { power($0, $1) }
    case .maximum: combine(i, arena) { $0.isNaN || $0 > $1 ? $0 : $1 }
    case .minimum: combine(i, arena) { $0.isNaN || $0 < $1 ? $0 : $1 }
    case .compare(let comparison): combine(i, arena) { comparison($0, $1) }
    case .broadcast, .sumTo, .transpose, .diagonal, .diagonalMatrix, .stack, .place, .entry,
      .placeEntry, .onehot, .reverse, .block, .placeBlock:
      rearrange(i, arena)
    case .correlate, .correlatedInput, .correlatedKernel: correlate(i, arena)
    case .pick, .unpick: pool(i, arena)
    case .product: product(i, arena)
    default: reduce(i, arena)
    }
  }

  // MARK: Elementwise

  @inline(__always)
  static func map(_ i: Instruction, _ arena: Arena, _ f: (Double) -> Double) {
    for k in 0..<i.count { arena[i.out + k] = f(arena[i.a + k]) }
  }

  @inline(__always)
  private static func combine(_ i: Instruction, _ arena: Arena, _ f: (Double, Double) -> Double) {
    if i.isPlain {
      for k in 0..<i.count { arena[i.out + k] = f(arena[i.a + k], arena[i.b + k]) }
      return
    }
    for row in 0..<i.rows {
      let (a, b) = (i.a + row * i.aRow, i.b + row * i.bRow)
      let out = i.out + row * i.columns
      for column in 0..<i.columns {
        arena[out + column] = f(arena[a + column * i.aColumn], arena[b + column * i.bColumn])
      }
    }
  }

  /// Feeds the branch that each entry of a node with a kink takes into a hash.
  static func hashBranches(_ i: Instruction, _ arena: Arena, into hasher: inout Hasher) {
    switch i.operation {
    case .elementwise:
      for k in 0..<i.count { hasher.combine(Kink.side(of: arena[i.a + k])) }
    case .maximum, .minimum, .compare:
      for row in 0..<i.rows {
        for column in 0..<i.columns {
          let a = arena[i.a + row * i.aRow + column * i.aColumn]
          let b = arena[i.b + row * i.bRow + column * i.bColumn]
          let scale = max(Swift.abs(a), Swift.abs(b))
          hasher.combine(Kink.side(of: a - b, scale: scale))
        }
      }
    case .norm:
      hasher.combine(Kink.side(of: arena[i.out]))
    case .pick, .unpick:
      Windows(i, arena).forEachWindow { _, place in hasher.combine(place) }
    default:
      hasher.combine(extreme(i, arena, largest: i.operation != .smallest))
    }
  }
}
