import Exercises
import Formulas
import Numerics

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
  private let nudges = Kept<[Place: Nudge]>([:])

  /// How many are kept; more than a worked exercise has parameters.
  private static let most = 1024

  init(_ exercise: Exercise) {
    isKept = exercise.isSameForAll
  }

  /// - Parameter key: The right values.
  func nudge(at place: Place, in key: Evaluation) -> Nudge {
    if isKept, let known = nudges.update({ $0[place] }) { return known }
    let nudge = Nudge(place.parameter, entry: place.entry, loss: place.loss, in: key)
    if isKept {
      nudges.update { nudges in
        if nudges.count >= NudgeTable.most { nudges = [:] }
        nudges[place] = nudge
      }
    }
    return nudge
  }
}
