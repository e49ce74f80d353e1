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
  private let groups = KeptTable<[Program.Slot], [LayerWideEdit]>(most: 64)

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

  /// The plain edits that can be made in the formulas of several of these values.
  func groups(in slots: [Program.Slot]) -> [LayerWideEdit] {
    groups.value(of: slots) { LayerWideEdit.groups(slots.map { ($0, set(of: $0)) }) }
  }
}
