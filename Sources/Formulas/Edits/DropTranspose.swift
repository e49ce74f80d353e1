/// A transpose is forgotten; with a square matrix no shape gives the warning.
enum DropTranspose: FormulaEditDefinition {
  static let kind = EditKind.dropTranspose
  static let examples = [EditExample("(W2.T @ delta2) * f", "W2 @ delta2 * f")]

  static func replacements(of node: Expression, in place: EditPlace) -> [Replacement] {
    switch node.node {
    case .transpose(let inner): [Replacement(inner, .dropped(node))]
    case .call(.transpose, let arguments): [Replacement(arguments[0], .dropped(node))]
    default: []
    }
  }
}
