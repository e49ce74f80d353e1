import Exercises
import Formulas

extension Diagnostician {
  /// Whether right answers speak against earlier values having been computed so: who has ∂L/∂b2 right
  /// has δ2 right as well, handed in or not.
  ///
  /// - Parameter evaluation: With the values as they are said to have been computed.
  func isRefuted(
    _ evaluation: Evaluation, from origins: [Program.Slot], _ wrong: Case
  ) -> Bool {
    guard wrong.answers.contains(where: { $0.isRight }) else { return false }
    // Who went on rightly may have gone on from right values, or from what else is on the sheet.
    var own = evaluation
    for answer in wrong.answers where !origins.contains(answer.step.slot) {
      own.set(answer.step.slot, to: answer.value.tensor)
    }
    return refutes(wrong, evaluation, origins) && refutes(wrong, own, origins)
  }

  private func refutes(
    _ wrong: Case, _ evaluation: Evaluation, _ origins: [Program.Slot]
  ) -> Bool {
    let program = exercise.program
    var edited = evaluation
    var changed = Set(origins)
    for slot in program.definitions where !changed.contains(slot) && slot != wrong.step.slot {
      guard program.reads(of: slot).contains(where: changed.contains) else { continue }
      if let answer = wrong.answers.first(where: { $0.step.slot == slot }) {
        if !answer.isRight { continue }
        let typed = edited.value(of: slot)
        edited.run(slot)
        let isConsistent =
          answer.value.isRight(for: edited, at: slot, answer.step.tolerance)
          || answer.value.isCoarse(for: edited, at: slot, answer.step.tolerance)
        if !isConsistent { return true }
        edited.set(slot, to: typed)
      } else {
        edited.run(slot)
        changed.insert(slot)
      }
    }
    return false
  }
}
