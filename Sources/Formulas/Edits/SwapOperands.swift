/// The operands are the other way round: y − a for a − y, an outer product transposed.
enum SwapOperands: FormulaEditDefinition {
  static let kind = EditKind.swapOperands
  static let examples = [
    EditExample("(a2 - y) * sigmoid'(z2)", "(y - a2) * sigmoid'(z2)"),
    EditExample("outer(delta1, x)", "outer(x, delta1)"),
    EditExample("delta1 @ X.T / 4", "X @ delta1.T / 4"),
    EditExample("W1 @ x", "x @ W1"),
    EditExample("a / b", "b / a"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    switch node.node {
    case .binary(let symbol, let left, let right)
    where symbol == .subtract || symbol == .divide || symbol == .matrixProduct:
      if node.chain != nil && node.links.count > 2 { return [] }
      // A number takes its place by itself: 1 − y is not swapped, nor is z / 4.
      if right.isNumber, symbol == .divide { return [] }
      if symbol == .matrixProduct, let turned = turnedProduct(left, right) {
        return [NodeReplacement(turned, .replaced(node, by: turned))]
      }
      let swapped = Expression(.binary(symbol, right, left))
      return [NodeReplacement(swapped, .replaced(node, by: swapped))]
    case .call(.outer, let arguments):
      let swapped = Expression(.call(.outer, arguments.reversed()))
      return [NodeReplacement(swapped, .replaced(node, by: swapped))]
    default: return []
    }
  }

  /// X δᵀ for δ Xᵀ: over a batch, the outer product is a matrix product.
  private static func turnedProduct(_ left: Expression, _ right: Expression) -> Expression? {
    guard case .transpose(let inner) = right.node else { return nil }
    return Expression(.binary(.matrixProduct, inner, Expression(.transpose(left))))
  }
}
