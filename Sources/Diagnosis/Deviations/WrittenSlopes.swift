import Formulas

/// Functions and slopes that an author wrote out, read as what they are: `a * (1 - a)` is σ′(z) where
/// a is σ(z), `1 - a^2` is tanh′(z), and `1 / (1 + exp(-z))` is σ(z).
///
/// So the same is said of a slip whether a formula has `sigmoid'(z)` or the same by hand.
struct WrittenSlopes {
  /// f and the name of z, where a value is f(z).
  let activation: (_ name: String) -> (function: Function, argument: String)?

  /// The formula with slopes by their names; nil where none is written out.
  func named(in formula: Expression) -> Expression? {
    let result = rewritten(formula)
    return result.text == formula.text ? nil : result
  }

  private func rewritten(_ expression: Expression) -> Expression {
    var result = expression
    for (index, child) in expression.children.enumerated() {
      result = result.replacingChild(index, by: rewritten(child))
    }
    if result.chain == .product { return slopesNamed(result) }
    return tanhSlope(result) ?? result
  }

  /// A product in which `a` and `1 - a` are one factor.
  private func slopesNamed(_ product: Expression) -> Expression {
    var links = product.links
    for (index, link) in links.enumerated() {
      guard !link.isInverse, case .name(let name) = link.operand.node,
        let (function, argument) = activation(name), function == .sigmoid,
        let rest = links.firstIndex(where: { !$0.isInverse && $0.operand.isOneLess(link.operand) })
      else { continue }
      let slope = Expression(.derivative(.sigmoid, Expression(.name(argument))))
      links[index] = Expression.Link(operand: slope, isInverse: false)
      links.remove(at: rest)
      return slopesNamed(Expression.product(of: links) ?? product)
    }
    return product
  }

  /// tanh′(z) for `1 - a^2`.
  private func tanhSlope(_ expression: Expression) -> Expression? {
    guard case .binary(.subtract, let one, let square) = expression.node,
      case .number(1, _) = one.node, let base = square.squared, case .name(let name) = base.node,
      let (function, argument) = activation(name), function == .tanh
    else { return nil }
    return Expression(.derivative(.tanh, Expression(.name(argument))))
  }

  /// z, where the expression is `1 / (1 + exp(-z))`.
  static func argumentOfSigmoid(_ expression: Expression) -> Expression? {
    guard case .binary(.divide, let one, let sum) = expression.node, case .number(1, _) = one.node,
      case .binary(.add, let first, let second) = sum.node
    else { return nil }
    for (number, power) in [(first, second), (second, first)] {
      guard case .number(1, _) = number.node, case .call(.exp, let exponent) = power.node,
        case .negate(let argument) = exponent[0].node
      else { continue }
      return argument
    }
    return nil
  }
}

extension Expression {
  /// What it is the square of.
  var squared: Expression? {
    switch node {
    case .call(.square, let arguments): arguments[0]
    case .binary(.power, let base, let two) where two.text == "2": base
    case .binary(.multiply, let one, let two) where one == two: one
    default: nil
    }
  }
}
