/// A function is taken of the wrong value: σ′ at a instead of z.
enum WrongArgument: FormulaEditDefinition {
  static let kind = EditKind.wrongArgument
  static let examples = [EditExample("d * sigmoid'(z1)", "d * sigmoid'(a1)")]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    guard node.isElementwise, node.children.count == 1,
      case .name(let name) = node.children[0].node
    else { return [] }
    return place.vocabulary.alternatives(name).map { other, cost in
      let replaced = node.replacingChild(0, by: Expression(.name(other)))
      return NodeReplacement(replaced, .replaced(node, by: replaced), cost: cost)
    }
  }
}
