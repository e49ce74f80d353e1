/// A transpose is forgotten; with a square matrix no shape gives the warning.
enum DropTranspose: FormulaEditDefinition {
  static let kind = EditKind.dropTranspose
  static let examples = [EditExample("(W2.T @ delta2) * f", "W2 @ delta2 * f")]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    switch node.node {
    case .transpose(let inner): [NodeReplacement(inner, .dropped(node))]
    case .call(.transpose, let arguments): [NodeReplacement(arguments[0], .dropped(node))]
    default: []
    }
  }
}
