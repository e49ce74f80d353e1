/// A power is forgotten: the loss is not squared.
enum DropPower: FormulaEditDefinition {
  static let kind = EditKind.dropPower
  static let examples = [
    EditExample("0.5 * sum(square(a - y))", "0.5 * sum(a - y)"),
    EditExample("(3 * x + 2)^2", "3 * x + 2"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    switch node.node {
    case .call(.square, let arguments): [NodeReplacement(arguments[0], .dropped(node))]
    case .binary(.power, let base, _): [NodeReplacement(base, .dropped(node))]
    default: []
    }
  }
}
