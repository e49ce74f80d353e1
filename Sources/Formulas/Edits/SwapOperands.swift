/// The operands are the other way round: y − a for a − y, an outer product transposed.
enum SwapOperands: FormulaEdit {
  static let kind = EditKind.swapOperands
  static let examples = [
    EditExample("(a2 - y) * sigmoid'(z2)", "(y - a2) * sigmoid'(z2)"),
    EditExample("outer(delta1, x)", "outer(x, delta1)"),
    EditExample("W1 @ x", "x @ W1"),
    EditExample("a / b", "b / a"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [Replacement] {
    switch node.node {
    case .binary(let symbol, let left, let right)
    where symbol == .subtract || symbol == .divide || symbol == .matrixProduct:
      if place.continuesChain || (node.chain != nil && node.links.count > 2) { return [] }
      // A number takes its place by itself: 1 − y is not swapped, nor is z / 4.
      if right.isNumber, symbol == .divide { return [] }
      let swapped = Expression(.binary(symbol, right, left))
      return [Replacement(swapped, .replaced(node, by: swapped))]
    case .call(.outer, let arguments):
      let swapped = Expression(.call(.outer, arguments.reversed()))
      return [Replacement(swapped, .replaced(node, by: swapped))]
    default: return []
    }
  }
}
