import Exercises
import Formulas
import Numerics

/// The plain edits of the formulas of an exercise's values, compiled when first needed and kept.
///
/// Markers of the same exercise that are copies of one share it, on whatever threads they run.
final class PlainEdits: Sendable {
  private let exercise: Exercise
  private let spaces: SpaceTable
  private let sets = Kept<[Program.Slot: MutantSet]>([:])

  init(_ exercise: Exercise, _ spaces: SpaceTable) {
    self.exercise = exercise
    self.spaces = spaces
  }

  /// The formulas of a value with one plain edit.
  func set(of slot: Program.Slot) -> MutantSet {
    sets.update { sets in
      if let known = sets[slot] { return known }
      let made = MutantSet(exercise, of: slot, spaces.likelySpace(of: slot)?.plainMutations ?? [])
      sets[slot] = made
      return made
    }
  }
}
