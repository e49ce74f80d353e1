/// The ways in which a formula is got slightly wrong.
package enum EditKind: String, CaseIterable, Sendable {
  case dropTerm = "drop-term"
  case dropFactor = "drop-factor"
  case dropFunction = "drop-function"
  case dropTranspose = "drop-transpose"
  case dropPower = "drop-power"
  case addTranspose = "add-transpose"
  case flipSign = "flip-sign"
  case swapOperands = "swap-operands"
  case wrongFunction = "wrong-function"
  case wrongArgument = "wrong-argument"
  case wrongName = "wrong-name"
  case wrongOperation = "wrong-operation"
  case extraFactor = "extra-factor"
  case wrongIndex = "wrong-index"
}

/// A kind of small edit that turns a right formula into one a student might have used.
package struct FormulaEdit: Sendable {
  package let kind: EditKind
  package let examples: [EditExample]
  /// The ways to edit one node of a formula.
  let replacements: @Sendable (_ node: Expression, _ place: EditPlace) -> [NodeReplacement]

  init<Definition: FormulaEditDefinition>(_ definition: Definition.Type) {
    kind = Definition.kind
    examples = Definition.examples
    replacements = { Definition.replacements(of: $0, in: $1) }
  }
}

/// What the file of an edit says of it.
protocol FormulaEditDefinition: Sendable {
  static var kind: EditKind { get }
  /// Formulas with one edited version each that must be among the results.
  static var examples: [EditExample] { get }

  /// The ways to edit one node of a formula.
  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement]
}

/// A formula, and one that an edit must make of it.
package struct EditExample: Sendable {
  package let formula: String
  package let edited: String

  init(_ formula: String, _ edited: String) {
    self.formula = formula
    self.edited = edited
  }
}

/// What stands in the place of a node, and what was done to get there.
package struct NodeReplacement: Sendable {
  package let expression: Expression
  package let change: Change
  /// How far-fetched the edit is: 1 for the commonest slips, more for odder ones.
  package let cost: Double

  init(_ expression: Expression, _ change: Change, cost: Double = 1) {
    self.expression = expression
    self.change = change
    self.cost = cost
  }
}

/// What an edit did, for the words about it.
package enum Change: Hashable, Sendable {
  case dropped(Expression)
  case added(Expression)
  case replaced(Expression, by: Expression)
}

/// Where in a formula a node stands.
package struct EditPlace: Sendable {
  /// Whether the node is the whole formula.
  let isRoot: Bool
  /// Whether the node is the argument of an elementwise function or derivative.
  let isArgument: Bool
}

/// Every kind of edit that a formula shows by itself.
///
/// What else there is to be taken for one of its names is known where the formula stands.
package enum FormulaEdits {
  package static let all = [
    FormulaEdit(DropTerm.self), FormulaEdit(DropFactor.self), FormulaEdit(DropFunction.self),
    FormulaEdit(DropTranspose.self), FormulaEdit(DropPower.self), FormulaEdit(AddTranspose.self),
    FormulaEdit(FlipSign.self), FormulaEdit(SwapOperands.self), FormulaEdit(WrongFunction.self),
    FormulaEdit(WrongOperation.self), FormulaEdit(ExtraFactor.self), FormulaEdit(WrongIndex.self),
  ]

  /// What each kind of edit makes of one node.
  package static func replacements(
    of node: Expression, isArgument: Bool, isRoot: Bool
  ) -> [(kind: EditKind, replacement: NodeReplacement)] {
    let place = EditPlace(isRoot: isRoot, isArgument: isArgument)
    return all.flatMap { edit in
      edit.replacements(node, place).map { (edit.kind, $0) }
    }
  }
}
