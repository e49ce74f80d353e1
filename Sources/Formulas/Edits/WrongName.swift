/// Another value is used that could have been meant: the weights of the layer next door, z for a.
enum WrongName: FormulaEditDefinition {
  static let kind = EditKind.wrongName
  static let examples = [EditExample("outer(delta2, a1)", "outer(delta2, z1)")]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    guard !place.isArgument, case .name(let name) = node.node else { return [] }
    return place.vocabulary.alternatives(name).map { other, cost in
      let replaced = Expression(.name(other))
      return NodeReplacement(replaced, .replaced(node, by: replaced), cost: cost)
    }
  }
}
