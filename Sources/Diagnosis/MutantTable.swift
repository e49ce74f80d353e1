import Exercises
import Formulas
import Numerics

/// What people compute in the place of an exercise's values, compiled whole when first needed and
/// kept, to be followed to the steps that rest on it.
///
/// Markers of the same exercise that are copies of one share it, on whatever threads they run.
final class MutantTable: Sendable {
  private let exercise: Exercise
  private let spaces: SpaceTable
  private let sets = Kept<[Program.Slot: MutantSet]>([:])
  private let setsOfOtherShape = Kept<[Program.Slot: MutantSet]>([:])

  /// The most entries that all edited formulas of one value may have together.
  private static let mostEntries = 3_000_000
  /// How many formulas of one value are followed.
  private static let most = 200
  /// What is more far-fetched is not followed.
  private static let farthest = 6.0

  init(_ exercise: Exercise, _ spaces: SpaceTable) {
    (self.exercise, self.spaces) = (exercise, spaces)
  }

  /// What people compute in the place of a value, of its own shape; what they get wrong in the steps
  /// before stands with these.
  func likeliest(of slot: Program.Slot) -> MutantSet {
    set(of: slot, in: sets) { space in
      space.likeliest(MutantTable.most, within: MutantTable.farthest)
        .filter { way in !way.mutation.edits.contains { $0.isOfEarlierStep } }
    }
  }

  /// The same where it comes out in another shape.
  func ofOtherShape(of slot: Program.Slot) -> MutantSet {
    set(of: slot, in: setsOfOtherShape) { $0.waysOfOtherShape }
  }

  private func set(
    of slot: Program.Slot, in kept: Kept<[Program.Slot: MutantSet]>,
    ways: (Space) -> [Space.Way]
  ) -> MutantSet {
    if let known = kept.update({ $0[slot] }) { return known }
    let size = max(1, exercise.program.shape(of: slot).count)
    let affordable = max(8, MutantTable.mostEntries / size)
    let all = spaces.space(of: slot).map(ways) ?? []
    let made = MutantSet(exercise, of: slot, Array(all.prefix(affordable)))
    kept.update { $0[slot] = made }
    return made
  }
}
