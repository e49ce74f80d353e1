import Exercises
import Formulas
import Numerics

/// The spaces of explanations of an exercise's values, made when first needed and kept.
///
/// Markers of the same exercise that are copies of one share it, on whatever threads they run.
final class SpaceTable: Sendable {
  private let exercise: Exercise
  private let letters: Letters?
  private let spaces = Kept<[Program.Slot: Space]>([:])
  private let likely = Kept<[Program.Slot: Space]>([:])
  private let plain = Kept<[Program.Slot: Space]>([:])

  init(_ exercise: Exercise, letters: Letters? = nil) {
    (self.exercise, self.letters) = (exercise, letters)
  }

  /// The explanations of a value; nil for one that is given.
  func space(of slot: Program.Slot) -> Space? {
    space(of: slot, in: spaces, within: Space.farthest)
  }

  /// What is likely enough to be looked for where the value was not handed in, which is made in a
  /// fraction of the time.
  func likelySpace(of slot: Program.Slot) -> Space? {
    space(of: slot, in: likely, within: Space.farthestWay)
  }

  /// What is likeliest of all, which comes to little even of a long formula.
  func plainSpace(of slot: Program.Slot) -> Space? {
    space(of: slot, in: plain, within: Space.farthestPlain)
  }

  private func space(
    of slot: Program.Slot, in kept: Kept<[Program.Slot: Space]>, within farthest: Double
  ) -> Space? {
    guard let formula = exercise.program.formula(of: slot)?.expression else { return nil }
    return kept.update { spaces in
      if let known = spaces[slot] { return known }
      let made = Space(exercise, of: slot, formula, within: farthest, letters: letters)
      spaces[slot] = made
      return made
    }
  }
}
