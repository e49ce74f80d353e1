/// A term is added where it is subtracted, or the other way round.
enum FlipSign: FormulaEditDefinition {
  static let kind = EditKind.flipSign
  static let examples = [
    EditExample("W1 @ x + b1", "W1 @ x - b1"),
    EditExample("W1 - eta * dW1", "W1 + eta * dW1"),
    EditExample("diag(a) - outer(a, a)", "diag(a) + outer(a, a)"),
    EditExample("-sum(y * log(a))", "sum(y * log(a))"),
    EditExample("delta1", "-delta1"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    if case .negate(let inner) = node.node {
      return [NodeReplacement(inner, .dropped(node), cost: 1.1)]
    }
    var result: [NodeReplacement] = []
    if place.isRoot {
      let negated = Expression(.negate(node))
      result.append(NodeReplacement(negated, .replaced(node, by: negated), cost: 1.5))
    }
    guard node.chain == .sum else { return result }
    let links = node.links
    for index in links.indices {
      var flipped = links
      let link = links[index]
      flipped[index] = Expression.Link(operand: link.operand, isInverse: !link.isInverse)
      guard let sum = Expression.sum(of: flipped) else { continue }
      let before = link.isInverse ? Expression(.negate(link.operand)) : link.operand
      let after = link.isInverse ? link.operand : Expression(.negate(link.operand))
      result.append(NodeReplacement(sum, .replaced(before, by: after), cost: index == 0 ? 1.3 : 1))
    }
    return result
  }
}
