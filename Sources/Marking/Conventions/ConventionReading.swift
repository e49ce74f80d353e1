import Answers
import Exercises
import Formulas

/// A sheet read by a convention: which answers are right by it, though not by the exercise's own.
struct ConventionReading {
  let convention: Convention
  /// The steps it explains, by their places, in the exercise's order.
  let explained: [Int]

  /// The first convention that explains a sheet.
  init?(of sheet: AnswerSheet, marks: [StepFeedback], by marker: Marker) {
    // One wrong answer shows no convention, and most sheets have less.
    guard marks.count(where: { $0.isShort || $0.status == .followsThrough }) > 1,
      marks.contains(where: { $0.isShort })
    else { return nil }
    for convention in Convention.all {
      let explained = ConventionReading.explained(by: convention, sheet, marks, marker)
      guard let explained else { continue }
      self.convention = convention
      self.explained = explained
      return
    }
    return nil
  }

  /// The steps that a convention explains; nil where it explains fewer than two, or where more than
  /// one in four of those that could show it speak against it.
  private static func explained(
    by convention: Convention, _ sheet: AnswerSheet, _ marks: [StepFeedback], _ marker: Marker
  ) -> [Int]? {
    let exercise = marker.exercise
    // As the sheet goes on: once with every digit, once with what was typed.
    var (exact, own) = (marker.reference, marker.reference)
    for given in exercise.program.inputs {
      guard let quantity = exercise.quantity(of: given) else { continue }
      let value = marker.reference.value(of: given)
      let read = convention.given(
        quantity, value, Convention.Setting(exercise: exercise, values: exact))
      exact.set(given, to: read)
      own.set(given, to: read)
    }
    var explained: [Int] = []
    var against = 0
    var isProved = convention.isProof == nil
    for slot in exercise.program.definitions {
      let quantity = exercise.quantity(of: slot)
      exact.run(slot)
      own.run(slot)
      guard let quantity else { continue }
      convention.apply(quantity, slot, exercise, to: &exact)
      convention.apply(quantity, slot, exercise, to: &own)
      guard let index = marker.stepOfSlot[slot], let step = exercise.steps[index].value,
        let typed = sheet.steps[index].typed
      else { continue }
      let written = [exact, own].map { convention.written(quantity, $0.value(of: slot)) }
      let isRight = written.contains { typed.isRight(for: $0, step.tolerance) }
      if isRight, convention.isProof?(quantity) == true { isProved = true }
      if !written[0].isRight(for: marker.reference.value(of: slot), step.tolerance) {
        if isRight, marks[index].status != .correct {
          explained.append(index)
        } else {
          against += 1
        }
      }
      let back = convention.written(quantity, typed.tensor)
      if back.shape == exercise.program.shape(of: slot) { own.set(slot, to: back) }
    }
    guard isProved, explained.count > 1, against * 3 <= explained.count else { return nil }
    return explained.sorted()
  }
}

extension Convention {
  fileprivate func apply(
    _ quantity: Quantity, _ slot: Program.Slot, _ exercise: Exercise, to values: inout Evaluation
  ) {
    let value = values.value(of: slot)
    values.set(slot, to: computed(quantity, value, Setting(exercise: exercise, values: values)))
  }
}

extension StepFeedback {
  /// Whether an answer that could be read earns less than it might.
  var isShort: Bool { points < outOf && (status == .incorrect || status == .partial) }
}

extension AnswerSheet.Reading {
  /// The value, of whatever shape.
  fileprivate var typed: TypedValue? {
    switch self {
    case .value(let value), .wrongShape(let value): value
    case .unanswered, .unreadable, .raw: nil
    }
  }
}

extension TypedValue {
  /// Whether every entry is right for a value, in a shape that serves for it.
  fileprivate func isRight(for expected: Tensor, _ tolerance: Tolerance) -> Bool {
    guard let value = fitted(to: expected.shape) else { return false }
    return value.wrongEntries(for: expected, tolerance).isEmpty
  }
}

extension Tensor {
  fileprivate func isRight(for expected: Tensor, _ tolerance: Tolerance) -> Bool {
    shape == expected.shape
      && zip(entries, expected.entries).allSatisfy { tolerance.accepts($0, for: $1) }
  }
}
