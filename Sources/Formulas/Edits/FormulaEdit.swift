/// A kind of small edit that turns a right formula into one a student might have used.
package protocol FormulaEdit: Sendable {
  static var kind: EditKind { get }
  /// Formulas with one edited version each that must be among the results.
  static var examples: [EditExample] { get }

  /// The ways to edit one node of a formula.
  static func replacements(of node: Expression, in place: EditPlace) -> [Replacement]
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
package struct Replacement: Sendable {
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

/// Where in a formula a node stands, and what may stand in its stead.
package struct EditPlace: Sendable {
  /// Whether the node is the whole formula.
  let isRoot: Bool
  /// Whether the node's parent continues the same chain of sums or of products.
  let continuesChain: Bool
  /// Whether the node is the argument of an elementwise function or derivative.
  let isArgument: Bool
  let vocabulary: any Vocabulary
}

/// The words of an exercise that a student could have taken for each other.
package protocol Vocabulary: Sendable {
  /// Values of the same shape that could have been meant, each with how far-fetched that is.
  func alternatives(to name: String) -> [(name: String, cost: Double)]
  /// Factors that could have been multiplied with the whole formula by mistake.
  func extraFactors(for formula: Expression) -> [(factor: Expression, cost: Double)]
}

/// Every kind of edit.
package enum FormulaEdits {
  package static let all: [any FormulaEdit.Type] = [
    DropTerm.self, DropFactor.self, DropFunction.self, DropTranspose.self, DropPower.self,
    AddTranspose.self, FlipSign.self, SwapOperands.self, WrongFunction.self, WrongArgument.self,
    WrongName.self, WrongOperation.self, ExtraFactor.self, WrongIndex.self,
  ]
}
