import Answers
import Exercises
import Formulas

/// Values that leave nothing to work out: weights of zeros, with which every activation is the same
/// and every gradient of the layers before is zero.
///
/// Such values may be chosen, and what still depends on something is marked as ever. But where a
/// value has become one number that it would not be with other choices, writing that number down
/// earns nothing.
struct HollowChoices: Sendable {
  /// The choices that are all zeros.
  private let names: [String]
  /// The values of which nothing is left.
  private let slots: Set<Program.Slot>

  /// Nothing of that sort.
  init() { self.init(names: [], slots: []) }

  private init(names: [String], slots: Set<Program.Slot>) {
    (self.names, self.slots) = (names, slots)
  }

  /// - Parameter reference: The key on the chosen values.
  init(in exercise: Exercise, _ reference: Evaluation) {
    let zeros = exercise.choices.filter { reference.value(of: $0.slot).isNearlyZero }
    // Biases may well be zero; a matrix of weights is what carries anything.
    let isEmpty =
      zeros.count == exercise.choices.count
      || zeros.contains { choice in
        if case .matrix = exercise.program.shape(of: choice.slot) { true } else { false }
      }
    guard isEmpty else {
      self.init()
      return
    }
    var other = exercise.evaluation()
    for (slot, value) in exercise.drawnChoices(0) { other.set(slot, to: value) }
    other.run()
    let slots = exercise.valueSteps.map { $0.slot }.filter { slot in
      reference.value(of: slot).isHollow && !other.value(of: slot).isHollow
    }
    self.init(names: zeros.map { $0.name }, slots: Set(slots))
  }

  /// The verdict on a right answer of which nothing was left to work out; nil where something was.
  func verdict(on step: ValueStep) -> StepFeedback? {
    guard slots.contains(step.slot) else { return nil }
    return StepFeedback(
      name: step.name, status: .incorrect, points: 0, outOf: step.points,
      says: [.emptied(by: names)])
  }
}

extension Tensor {
  /// Whether it is zero, or one number in several entries.
  fileprivate var isHollow: Bool {
    let first = entries.first ?? 0
    let isFlat = entries.allSatisfy { abs($0 - first) <= Tensor.nothing * (1 + abs(first)) }
    return isFlat && (entries.count > 1 || abs(first) <= Tensor.nothing)
  }

  fileprivate var isNearlyZero: Bool { entries.allSatisfy { abs($0) <= Tensor.nothing } }

  /// What nobody would type who means a number.
  private static let nothing = 1e-6
}
