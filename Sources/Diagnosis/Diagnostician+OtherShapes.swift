import Exercises
import Formulas

extension Diagnostician {
  /// Edits by which a value has the shape that was typed: another stride or padding, another axis, or
  /// a sum that was left out.
  ///
  /// What is looked for otherwise has the shape of the key.
  func ofOtherShape(_ wrong: Case) -> [Account] {
    let typed = wrong.value.tensor.shape
    let slot = wrong.step.slot
    guard !exercise.program.shape(of: slot).serves(for: typed) else { return [] }
    let sets = [table.singles(of: slot), table.withoutSums(of: slot)]
    var candidates = Candidates(wrong)
    candidates.begin(share: 1, plausibility: sets.reduce(0) { $0 + $1.plausibility })
    for set in sets {
      var evaluation = Evaluation(set.program)
      for (number, context) in wrong.contexts.enumerated() {
        evaluation.adopt(context)
        for mutant in set.mutants where mutant.shape == typed {
          evaluation.run(mutant.slot)
          guard let fit = wrong.evidence.fit(evaluation, mutant.slot) else { continue }
          let account = Account(
            mutation: mutant.mutation, origin: slot,
            bits: Prior.bits(ofCost: mutant.mutation.cost),
            entries: evaluation.value(of: mutant.slot).entries)
          candidates.note(account, fit, context: number)
        }
      }
    }
    return candidates.believed
  }
}

extension Mutation {
  /// A formula with a sum or a mean left out, as where a layer shares one bias.
  static func withoutSums(of formula: Formula) -> [Mutation] {
    formula.expression.withoutOneSum.map { edited, dropped in
      let edit = Edit(kind: .dropFunction, change: .dropped(dropped), cost: 1.2)
      return Mutation(formula: Formula(edited), edits: [edit])
    }
  }
}

extension Expression {
  /// With one function left out that makes fewer numbers of many, and what was left out.
  fileprivate var withoutOneSum: [(edited: Expression, dropped: Expression)] {
    var found: [(edited: Expression, dropped: Expression)] = []
    if case .call(let function, let arguments) = node, function.makesFewer, arguments.count == 1 {
      found.append((arguments[0], self))
    }
    for (index, child) in children.enumerated() {
      found += child.withoutOneSum.map { (replacingChild(index, by: $0.edited), $0.dropped) }
    }
    return found
  }
}

extension Function {
  fileprivate var makesFewer: Bool {
    switch self {
    case .sum, .mean, .rowSums, .rowMeans, .columnSums, .columnMeans: true
    default: false
    }
  }
}
