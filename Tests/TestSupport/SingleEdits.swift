import Formulas

extension Formula {
  /// Every formula that one edit makes of this one, each once, the plainest first.
  package var singleEdits: [Mutation] {
    var best: [String: Mutation] = [:]
    for (changed, edit) in expression.edited(isRoot: true, isArgument: false, continuesChain: false)
    where changed.text != text {
      if let other = best[changed.text], other.cost <= edit.cost { continue }
      best[changed.text] = Mutation(formula: Formula(changed), edits: [edit])
    }
    return best.values.sorted { ($0.cost, $0.formula.text) < ($1.cost, $1.formula.text) }
  }
}

extension Expression {
  /// The expression with any one node edited.
  ///
  /// - Parameter continuesChain: Whether it is the beginning of a longer sum or product, of which the
  ///   parts are edited together.
  fileprivate func edited(
    isRoot: Bool, isArgument: Bool, continuesChain: Bool
  ) -> [(Expression, Mutation.Edit)] {
    let ofChains: [EditKind] = [.dropTerm, .dropFactor, .extraFactor, .flipSign, .swapOperands]
    var found: [(Expression, Mutation.Edit)] = []
    for (kind, made) in FormulaEdits.replacements(
      of: self, isArgument: isArgument, isRoot: isRoot)
    where !continuesChain || !ofChains.contains(kind) {
      found.append(
        (made.expression, Mutation.Edit(kind: kind, change: made.change, cost: made.cost)))
    }
    for (index, child) in children.enumerated() {
      // Only what stands first is a part of the same chain: x / (u v) divides by a product.
      let isBeginning = index == 0 && chain != nil && chain == child.chain
      let inner = child.edited(
        isRoot: false, isArgument: isElementwise, continuesChain: isBeginning)
      found += inner.map { (replacingChild(index, by: $0), $1) }
    }
    return found
  }
}
