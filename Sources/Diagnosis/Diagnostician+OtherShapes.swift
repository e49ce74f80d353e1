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
    let set = table.ofOtherShape(of: slot)
    var candidates = Candidates(wrong)
    candidates.begin(share: 1, plausibility: set.plausibility)
    var evaluation = Evaluation(set.program)
    for (number, context) in wrong.contexts.enumerated() {
      evaluation.adopt(context)
      for mutant in set.mutants where mutant.shape == typed {
        evaluation.run(mutant.slot)
        guard let fit = wrong.evidence.fit(evaluation, mutant.slot) else { continue }
        let account = Account(
          mutation: mutant.mutation, origin: slot, bits: mutant.bits,
          entries: evaluation.value(of: mutant.slot).entries)
        candidates.note(account, fit, context: number, bits: mutant.bits)
      }
    }
    return candidates.believed
  }
}
