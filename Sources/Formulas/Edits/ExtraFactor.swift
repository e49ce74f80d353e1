/// The whole is multiplied once too often: a σ′ that cancels, a ½, an input in a bias gradient.
enum ExtraFactor: FormulaEditDefinition {
  static let kind = EditKind.extraFactor
  static let examples = [
    EditExample("0.5 * sum(a)", "0.5 * sum(a) * 0.5"),
    EditExample("sum(a)", "sum(a) * 2"),
    EditExample("sum(a)", "sum(a) / 2"),
    EditExample("delta1 @ X.T / 4", "delta1 @ X.T / 4 / 4"),
    EditExample("W1 - eta * dW1", "W1 - eta * dW1 * eta"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    var factors: [(factor: Expression, cost: Double)] = repeatable(in: node).map { ($0, 1.2) }
    if place.isRoot {
      let half = Expression(.binary(.divide, .number(1), .number(2)))
      factors += [(.number(2), 1.3), (half, 1.3)]
    }
    return factors.map { factor, cost in
      NodeReplacement(product(node, factor), .added(factor), cost: cost)
    }
  }

  private static func product(_ node: Expression, _ factor: Expression) -> Expression {
    if case .binary(.divide, let one, let divisor) = factor.node, case .number(1, _) = one.node {
      return Expression(.binary(.divide, node, divisor))
    }
    return Expression(.binary(.multiply, node, factor))
  }

  /// The constants by which a product multiplies or divides: they may be applied twice.
  private static func repeatable(in node: Expression) -> [Expression] {
    guard node.chain == .product else { return [] }
    return node.links.filter { $0.operand.isConstant }.map { link in
      link.isInverse ? Expression(.binary(.divide, .number(1), link.operand)) : link.operand
    }
  }
}

extension Expression {
  /// Whether the expression is a number or the learning rate.
  package var isConstant: Bool {
    if case .name("eta") = node { true } else { isNumber }
  }
}
