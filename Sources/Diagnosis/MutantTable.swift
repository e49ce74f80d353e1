import Exercises
import Formulas
import Numerics

/// The edited formulas of an exercise's values, compiled when first needed and kept.
///
/// Markers of the same exercise that are copies of one share it, on whatever threads they run.
final class MutantTable: Sendable {
  private let exercise: Exercise
  private let sets = Kept<[Program.Slot: MutantSet]>([:])
  /// The same for what is only looked for where an answer has another shape.
  private let setsWithoutSums = Kept<[Program.Slot: MutantSet]>([:])

  /// The most entries that all edited formulas of one value may have together.
  private static let mostEntries = 3_000_000

  init(_ exercise: Exercise) {
    self.exercise = exercise
  }

  /// The formulas of a value with one edit.
  func singles(of slot: Program.Slot) -> MutantSet {
    set(of: slot, in: sets) {
      Mutation.single(of: $0, Vocabulary(ExerciseVocabulary(exercise, for: slot)))
    }
  }

  /// The formulas of a value with one sum or mean left out.
  func withoutSums(of slot: Program.Slot) -> MutantSet {
    set(of: slot, in: setsWithoutSums) { Mutation.withoutSums(of: $0) }
  }

  private func set(
    of slot: Program.Slot, in kept: Kept<[Program.Slot: MutantSet]>,
    mutations: (Formula) -> [Mutation]
  ) -> MutantSet {
    kept.update { sets in
      if let known = sets[slot] { return known }
      let made = set(of: slot, exercise.program.formula(of: slot).map(mutations) ?? [])
      sets[slot] = made
      return made
    }
  }

  private func set(of slot: Program.Slot, _ mutations: [Mutation]) -> MutantSet {
    let size = max(1, exercise.program.shape(of: slot).count)
    let affordable = max(8, MutantTable.mostEntries / size)
    return MutantSet(exercise, of: slot, Array(mutations.prefix(affordable)))
  }
}
