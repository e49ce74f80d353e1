/// A formula got wrong, and how.
package struct Mutation: Sendable {
  package let formula: Formula
  /// What was done.
  package let edits: [Edit]

  /// One edit of a mutation.
  package struct Edit: Hashable, Sendable {
    package let kind: EditKind
    package let change: Change
    package let cost: Double

    package init(kind: EditKind, change: Change, cost: Double) {
      self.kind = kind
      self.change = change
      self.cost = cost
    }
  }

  package init(formula: Formula, edits: [Edit]) {
    self.formula = formula
    self.edits = edits
  }

  package var cost: Double { edits.reduce(0) { $0 + $1.cost } }
}
