/// A term is forgotten: a bias, or the outer product of a softmax Jacobian.
enum DropTerm: FormulaEditDefinition {
  static let kind = EditKind.dropTerm
  static let examples = [
    EditExample("W1 @ x + b1", "W1 @ x"),
    EditExample("diag(a) - outer(a, a)", "diag(a)"),
    EditExample("diag(a) - outer(a, a)", "-outer(a, a)"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    guard node.chain == .sum else { return [] }
    let links = node.links
    return links.indices.compactMap { index in
      var rest = links
      rest.remove(at: index)
      // The last terms are those that are forgotten, and seldom within the argument of a function.
      let cost = (index == 0 ? 1.6 : 1) + (place.isArgument ? 0.4 : 0)
      guard let sum = Expression.sum(of: rest) else { return nil }
      // Who leaves 1 of 1 − a has left out the factor.
      if case .number(1, _) = sum.node, !place.isRoot { return nil }
      return NodeReplacement(sum, .dropped(links[index].operand), cost: cost)
    }
  }
}
