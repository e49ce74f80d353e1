import Exercises
import Formulas
import Numerics

/// The edited formulas of an exercise's values, compiled when first needed and kept.
///
/// Markers of the same exercise that are copies of one share it, on whatever threads they run.
final class MutantTable: Sendable {
  private let exercise: Exercise
  private let sets = Kept<[Program.Slot: MutantSet]>([:])

  /// The most entries that all edited formulas of one value may have together.
  private static let mostEntries = 3_000_000

  init(_ exercise: Exercise) {
    self.exercise = exercise
  }

  /// The formulas of a value with one edit.
  func singles(of slot: Program.Slot) -> MutantSet {
    sets.update { sets in
      if let known = sets[slot] { return known }
      let made = set(of: slot, mutations(of: slot))
      sets[slot] = made
      return made
    }
  }

  private func mutations(of slot: Program.Slot) -> [Mutation] {
    guard let formula = exercise.program.formula(of: slot) else { return [] }
    return Mutation.single(of: formula, Vocabulary(ExerciseVocabulary(exercise, for: slot)))
  }

  private func set(of slot: Program.Slot, _ mutations: [Mutation]) -> MutantSet {
    let size = max(1, exercise.program.shape(of: slot).count)
    let affordable = max(8, MutantTable.mostEntries / size)
    return MutantSet(exercise, of: slot, Array(mutations.prefix(affordable)))
  }
}
