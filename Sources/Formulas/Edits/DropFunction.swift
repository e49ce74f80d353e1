/// A function is forgotten: the activation, or a logarithm.
enum DropFunction: FormulaEditDefinition {
  static let kind = EditKind.dropFunction
  static let examples = [
    EditExample("sigmoid(z1)", "z1"),
    EditExample("-sum(y * log(a2))", "-sum(y * a2)"),
    EditExample("softmax(z1)", "z1"),
    EditExample("correlate(G, rotate180(K))", "correlate(G, K)"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    switch node.node {
    case .call(let function, let arguments)
    where arguments.count == 1 && function != .square
      && (function.worksEntryByEntry || [.softmax, .rowSoftmax, .rotate180].contains(function)):
      [NodeReplacement(arguments[0], .dropped(node))]
    case .derivative(_, let argument), .applied(_, let argument, _):
      [NodeReplacement(argument, .dropped(node), cost: 1.6)]
    default: []
    }
  }
}
