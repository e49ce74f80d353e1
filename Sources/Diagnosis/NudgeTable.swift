import Exercises
import Formulas

/// What moving the parameters of an exercise does to its losses, worked out when first needed and,
/// where everybody has the same numbers, kept.
final class NudgeTable: Sendable {
  /// What is moved, and what is looked at.
  struct Place: Hashable {
    let parameter: Program.Slot
    let entry: Int
    let loss: Program.Slot
  }

  private let isKept: Bool
  private let nudges = KeptTable<Place, Nudge>()

  init(_ exercise: Exercise) {
    isKept = exercise.isSameForAll
  }

  /// - Parameter key: The right values.
  func nudge(at place: Place, in key: Evaluation) -> Nudge {
    func made() -> Nudge {
      Nudge(place.parameter, entry: place.entry, loss: place.loss, in: key)
    }
    return isKept ? nudges.value(of: place, made) : made()
  }
}
