import Formulas

extension Expression {
  /// The formula with "…" for its numbers, so that it shows how to go about it and not what comes out.
  ///
  /// Powers and indices stay, and so do ½, 1 and 2 among names, for these belong to the method; none
  /// of them stays where it is one of the right numbers. Of a sum of plain numbers nothing is left.
  func leavingOutNumbers(_ key: [Double]) -> Expression {
    withNumbers(keeping: names.isEmpty ? [] : Expression.structural.subtracting(key))
  }

  private static let structural: Set<Double> = [0.5, 1, 2]

  private func withNumbers(keeping kept: Set<Double>) -> Expression {
    func inner(_ expression: Expression) -> Expression { expression.withNumbers(keeping: kept) }
    switch node {
    case .name, .span, .all: return self
    case .number(let value, _):
      return kept.contains(value) ? self : Expression(.number(value, spelling: "…"))
    case .negate(let operand): return Expression(.negate(inner(operand)))
    case .binary(.power, let base, let exponent) where !kept.isEmpty:
      return Expression(.binary(.power, inner(base), exponent))
    case .binary(let symbol, let left, let right):
      return Expression(.binary(symbol, inner(left), inner(right)))
    case .call(let function, let arguments):
      return Expression(.call(function, arguments.map(inner)))
    case .derivative(let function, let argument):
      return Expression(.derivative(function, inner(argument)))
    case .applied(let name, let argument, let isSlope):
      return Expression(.applied(name, inner(argument), isSlope: isSlope))
    case .transpose(let operand): return Expression(.transpose(inner(operand)))
    case .index(let base, let indices): return Expression(.index(inner(base), indices))
    case .list(let items): return Expression(.list(items.map(inner)))
    case .gradient(let loss, let parameter, let isNumerical):
      return Expression(
        .gradient(of: inner(loss), by: inner(parameter), numerical: isNumerical))
    }
  }
}
