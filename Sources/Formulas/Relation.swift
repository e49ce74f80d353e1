import Numerics

/// What two numbers are asked for; 1 where it holds and 0 where it does not.
///
/// Numbers that are nearer than ``Kink`` says count as equal, so that `r > u` and `relu'(r - u)` are
/// the same mask.
enum Relation: Hashable, Sendable {
  case less, greater, lessOrEqual, greaterOrEqual, equal, notEqual

  init?(_ symbol: Expression.Operator) {
    switch symbol {
    case .less: self = .less
    case .greater: self = .greater
    case .lessOrEqual: self = .lessOrEqual
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .add, .subtract, .multiply, .divide, .power, .matrixProduct: return nil
    }
  }

  /// NaN where either number is.
  func callAsFunction(_ a: Double, _ b: Double) -> Double {
    if a.isNaN || b.isNaN { return .nan }
    let side = Relation.side(a, b)
    let holds =
      switch self {
      case .less: side < 0
      case .greater: side > 0
      case .lessOrEqual: side <= 0
      case .greaterOrEqual: side >= 0
      case .equal: side == 0
      case .notEqual: side != 0
      }
    return holds ? 1 : 0
  }

  /// 1 where a is above b, −1 where it is below, 0 where they count as equal.
  static func side(_ a: Double, _ b: Double) -> Int {
    let difference = a - b
    // What is infinite is beyond every scale.
    if !difference.isFinite { return a == b ? 0 : a < b ? -1 : 1 }
    return Kink.side(of: difference, scale: max(abs(a), abs(b)))
  }
}
