import Exercises
import Formulas

extension Diagnostician {
  /// Edits by which a value has the shape that was typed: another stride or padding, another axis.
  ///
  /// What is looked for otherwise has the shape of the key.
  func ofOtherShape(_ wrong: Case) -> [Account] {
    let typed = wrong.value.tensor.shape
    guard !exercise.program.shape(of: wrong.step.slot).serves(for: typed) else { return [] }
    let set = table.singles(of: wrong.step.slot)
    var candidates = Candidates(wrong)
    candidates.begin(share: 1, plausibility: set.plausibility)
    var evaluation = Evaluation(set.program)
    for (number, context) in wrong.contexts.enumerated() {
      evaluation.adopt(context)
      for mutant in set.mutants where mutant.shape == typed {
        evaluation.run(mutant.slot)
        guard let fit = wrong.evidence.fit(evaluation, mutant.slot) else { continue }
        let account = Account(
          mutation: mutant.mutation, origin: wrong.step.slot,
          bits: Prior.bits(ofCost: mutant.mutation.cost),
          entries: evaluation.value(of: mutant.slot).entries)
        candidates.note(account, fit, context: number)
      }
    }
    return candidates.believed
  }
}
