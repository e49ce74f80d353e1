/// A matrix is transposed that should not be.
enum AddTranspose: FormulaEditDefinition {
  static let kind = EditKind.addTranspose
  static let examples = [EditExample("W2 @ a1 + b2", "W2.T @ a1 + b2")]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    guard case .binary(.matrixProduct, let left, let right) = node.node else { return [] }
    return [(0, left), (1, right)].compactMap { index, operand in
      if case .transpose = operand.node { return nil }
      let transposed = Expression(.transpose(operand))
      return NodeReplacement(
        node.replacingChild(index, by: transposed), .replaced(operand, by: transposed))
    }
  }
}
