/// Another operation is carried out: doubled for squared, multiplied for divided, below for above.
enum WrongOperation: FormulaEditDefinition {
  static let kind = EditKind.wrongOperation
  static let examples = [
    EditExample("square(a - y)", "2 * (a - y)"),
    EditExample("(3 * x + 2)^2", "(3 * x + 2) * 2"),
    EditExample("a / 4", "a * 4"),
    EditExample("u * v", "u + v"),
    EditExample("a * (1 - a)", "a * a"),
    EditExample("x * (z > 0)", "x * (z < 0)"),
    EditExample("z > 0", "z >= 0"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    func replaced(_ other: Expression, _ cost: Double) -> NodeReplacement {
      NodeReplacement(other, .replaced(node, by: other), cost: cost)
    }
    switch node.node {
    case .call(.square, let arguments):
      return [replaced(Expression(.binary(.multiply, .number(2), arguments[0])), 1.4)]
    case .binary(.power, let base, let exponent):
      return [replaced(Expression(.binary(.multiply, base, exponent)), 1.4)]
    case .binary(.divide, let left, let right):
      return [replaced(Expression(.binary(.multiply, left, right)), 1.4)]
    case .binary(.subtract, let one, let rest) where one.text == "1":
      return [replaced(rest, 1.3)]
    case .binary(.multiply, let left, let right):
      return [
        replaced(Expression(.binary(.add, left, right)), 1.6),
        replaced(Expression(.binary(.divide, left, right)), 1.8),
      ]
    case .binary(.matrixProduct, let left, let right):
      return [replaced(Expression(.binary(.multiply, left, right)), 1.6)]
    case .binary(.add, let left, let right):
      return [replaced(Expression(.binary(.multiply, left, right)), 1.8)]
    case .binary(let symbol, let left, let right):
      return comparisons(symbol).map { other, cost in
        replaced(Expression(.binary(other, left, right)), cost)
      }
    default: return []
    }
  }

  /// The other way round, and with or without what is equal.
  private static func comparisons(
    _ symbol: Expression.Operator
  ) -> [(Expression.Operator, cost: Double)] {
    switch symbol {
    case .less: [(.greater, 1.2), (.lessOrEqual, 1.4)]
    case .greater: [(.less, 1.2), (.greaterOrEqual, 1.4)]
    case .lessOrEqual: [(.greaterOrEqual, 1.2), (.less, 1.4)]
    case .greaterOrEqual: [(.lessOrEqual, 1.2), (.greater, 1.4)]
    case .equal: [(.notEqual, 1.4)]
    case .notEqual: [(.equal, 1.4)]
    case .add, .subtract, .multiply, .divide, .power, .matrixProduct: []
    }
  }
}
