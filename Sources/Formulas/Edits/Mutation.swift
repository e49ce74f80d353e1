/// A formula with one edit, or two.
package struct Mutation: Sendable {
  package let formula: Formula
  /// What was done, the plainest edit first.
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

  /// Every formula that one edit makes of another, each once, the plainest first.
  package static func single(of formula: Formula, _ vocabulary: Vocabulary) -> [Mutation] {
    let found = variants(of: formula.expression, vocabulary)
    var best: [String: Mutation] = [:]
    let own = formula.expression.text
    for (expression, edit) in found {
      let text = expression.text
      guard text != own, expression.depth < 2 * Formula.deepest else {
        continue
      }
      if let other = best[text], other.cost <= edit.cost { continue }
      best[text] = Mutation(formula: Formula(expression), edits: [edit])
    }
    return best.sorted { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }.map { $0.value }
  }

  /// The formulas that another edit makes of a mutation.
  package func furtherEdited(_ vocabulary: Vocabulary) -> [Mutation] {
    Mutation.single(of: formula, vocabulary).map { second in
      Mutation(
        formula: second.formula,
        edits: (edits + second.edits).sorted { $0.cost < $1.cost })
    }
  }

  /// The whole expression with any one node edited.
  private static func variants(
    of expression: Expression, _ vocabulary: Vocabulary
  ) -> [(Expression, Edit)] {
    func visit(_ node: Expression, _ place: EditPlace) -> [(Expression, Edit)] {
      var result: [(Expression, Edit)] = []
      for edit in FormulaEdits.all {
        for replacement in edit.replacements(node, place) {
          let made = Edit(kind: edit.kind, change: replacement.change, cost: replacement.cost)
          result.append((replacement.expression, made))
        }
      }
      for (index, child) in node.children.enumerated() {
        let inner = EditPlace(
          isRoot: false,
          // Only what stands first is a part of the same chain: x / (u v) divides by a product.
          continuesChain: index == 0 && node.chain != nil && node.chain == child.chain,
          isArgument: node.isElementwise, vocabulary: vocabulary)
        for (changed, edit) in visit(child, inner) {
          result.append((node.replacingChild(index, by: changed), edit))
        }
      }
      return result
    }
    let root = EditPlace(
      isRoot: true, continuesChain: false, isArgument: false, vocabulary: vocabulary)
    return visit(expression, root)
  }
}
