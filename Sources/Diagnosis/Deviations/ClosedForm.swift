import Formulas

/// Functions and slopes as they are written out, and what is left of them when brackets are lost.
enum ClosedForm {
  /// What comes of a function that is typed without the brackets of its fraction.
  static func withoutBrackets(of function: Function, at u: Expression) -> [Expression] {
    let one = Expression.number(1)
    let (rising, falling) = (exp(u), exp(Expression(.negate(u))))
    switch function {
    case .sigmoid: return [binary(rising, .add, rising)]
    case .tanh:
      let twice = binary(.number(2), .multiply, u)
      return [
        (rising, falling), (exp(twice), one), (one, exp(Expression(.negate(twice)))),
      ].flatMap { first, second -> [Expression] in
        let (difference, sum) = (binary(first, .subtract, second), binary(first, .add, second))
        return [
          binary(first, .subtract, binary(second, .divide, sum)),
          binary(binary(difference, .divide, first), .add, second),
          binary(binary(first, .subtract, binary(second, .divide, first)), .add, second),
        ]
      }
    default: return []
    }
  }

  /// What comes of a product with a slope that is typed without the brackets of the slope:
  /// u · 1 − a², u a · 1 − a.
  ///
  /// - Parameter a: The function's own value.
  static func product(
    of rest: Expression, withoutBracketsOf function: Function, at a: Expression
  ) -> Expression? {
    switch function {
    case .sigmoid: binary(binary(rest, .multiply, a), .subtract, a)
    case .tanh: binary(rest, .subtract, Expression(.call(.square, [a])))
    default: nil
    }
  }

  private static func exp(_ u: Expression) -> Expression { Expression(.call(.exp, [u])) }

  private static func binary(
    _ x: Expression, _ symbol: Expression.Operator, _ y: Expression
  ) -> Expression { Expression(.binary(symbol, x, y)) }
}
