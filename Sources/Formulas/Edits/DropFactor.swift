/// A factor is forgotten: σ′(z), ½, η, the 1/n of a mean.
enum DropFactor: FormulaEditDefinition {
  static let kind = EditKind.dropFactor
  static let examples = [
    EditExample("(W2.T @ delta2) * sigmoid'(z1)", "W2.T @ delta2"),
    EditExample("0.5 * sum(a)", "sum(a)"),
    EditExample("delta1 @ X.T / 4", "delta1 @ X.T"),
    EditExample("W1 - eta * dW1", "W1 - dW1"),
    EditExample("-al * (1 - p)", "-(1 - p)"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    if case .binary(.matrixProduct, let left, let right) = node.node {
      return [
        NodeReplacement(right, .dropped(left), cost: 1.8),
        NodeReplacement(left, .dropped(right), cost: 1.8),
      ]
    }
    guard node.chain == .product else { return [] }
    let links = node.links
    return links.indices.flatMap { index -> [NodeReplacement] in
      var rest = links
      let link = rest.remove(at: index)
      // The sign of a factor may stay when it goes.
      var kept: [NodeReplacement] = []
      if case .negate(let inner) = link.operand.node, !link.isInverse,
        let product = Expression.product(of: rest)
      {
        let signed = Expression(.negate(product))
        kept = [NodeReplacement(signed, .dropped(inner), cost: cost(of: inner))]
      }
      let dropped =
        link.isInverse
        ? Expression(.binary(.divide, .number(1), link.operand)) : link.operand
      let whole = Expression.product(of: rest).map {
        [NodeReplacement($0, .dropped(dropped), cost: cost(of: link.operand))]
      }
      return kept + (whole ?? [])
    }
  }

  /// Derivatives and constants are forgotten more often than what a formula is about.
  private static func cost(of factor: Expression) -> Double {
    if factor.isComplement { return 1 }
    return switch factor.node {
    case .derivative, .applied(_, _, isSlope: true), .number: 1
    case .name("eta"): 1
    default: 1.4
    }
  }
}
