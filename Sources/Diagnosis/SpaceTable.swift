import Exercises
import Formulas
import Numerics

/// The spaces of explanations of an exercise's values, made when first needed and kept.
///
/// Markers of the same exercise that are copies of one share it, on whatever threads they run.
final class SpaceTable: Sendable {
  private let exercise: Exercise
  private let spaces = Kept<[Program.Slot: Space]>([:])

  init(_ exercise: Exercise) {
    self.exercise = exercise
  }

  /// The explanations of a value; nil for one that is given.
  func space(of slot: Program.Slot) -> Space? {
    guard let formula = exercise.program.formula(of: slot)?.expression else { return nil }
    return spaces.update { spaces in
      if let known = spaces[slot] { return known }
      let made = Space(exercise, of: slot, formula)
      spaces[slot] = made
      return made
    }
  }
}
