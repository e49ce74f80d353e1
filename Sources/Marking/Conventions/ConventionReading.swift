import Answers
import Exercises
import Formulas

/// A sheet read by a convention: which answers are right by it, though not by the exercise's own.
struct ConventionReading {
  let convention: Convention
  /// The steps it explains, by their places, in the exercise's order.
  let explained: [Int]

  /// The convention that explains most of a sheet.
  init?(of sheet: AnswerSheet, marks: [StepFeedback], by marker: Marker) {
    let wrong = marks.count { $0.isShort }
    var best: (convention: Convention, explained: [Int])?
    for convention in Convention.all where wrong >= convention.fewestWrong {
      let explained = ConventionReading.explained(by: convention, sheet, marks, marker)
      guard let explained, explained.count > best?.explained.count ?? 0 else { continue }
      best = (convention, explained)
    }
    guard let best else { return nil }
    (convention, explained) = best
  }

  /// The steps that a convention explains, and that nothing else does; nil where it explains fewer than two, or where more than
  /// one in four of those that could show it speak against it.
  private static func explained(
    by convention: Convention, _ sheet: AnswerSheet, _ marks: [StepFeedback], _ marker: Marker
  ) -> [Int]? {
    let exercise = marker.exercise
    // As the sheet goes on: once with every digit, once with what was typed.
    var exact = Convention.Setting(exercise: exercise, values: marker.reference)
    var own = exact
    for given in exercise.program.inputs {
      guard let quantity = exercise.quantity(of: given) else { continue }
      let read = convention.given(quantity, marker.reference.value(of: given), exact)
      exact.values.set(given, to: read)
      own.values.set(given, to: read)
    }
    let open = marks.count { $0.status != .correct }
    var explained: [Int] = []
    var (shown, against) = (0, 0)
    var isProved = convention.isProof == nil
    for slot in exercise.program.definitions {
      let quantity = exercise.quantity(of: slot)
      exact.values.run(slot)
      own.values.run(slot)
      guard let quantity else { continue }
      convention.apply(quantity, slot, to: &exact)
      convention.apply(quantity, slot, to: &own)
      guard let index = marker.stepOfSlot[slot], let step = exercise.steps[index].value,
        let typed = sheet.steps[index].typed
      else { continue }
      let written = [exact.values, own.values].map {
        convention.written(quantity, $0.value(of: slot))
      }
      let isExact = typed.isRight(for: written[0], step.tolerance)
      if convention.isProof?(quantity) == true {
        if !isExact { return nil }
        isProved = true
      }
      if !step.tolerance.accepts(written[0], for: marker.reference.value(of: slot)) {
        let status = marks[index].status
        if isExact && status != .correct
          || marks[index].isShort && typed.isRight(for: written[1], step.tolerance)
        {
          explained.append(index)
          // On the student's own values alone anything may follow from a slip.
          if isExact && marks[index].isShort { shown += 1 }
        } else if status != .followsThrough {
          // What follows from an answer of the sheet's own follows by the exercise's reading too.
          // An answer that is right by the exercise speaks loudest.
          against += status == .correct ? 2 : 1
          if against * 3 > open { return nil }
        }
      }
      let back = convention.written(quantity, typed.tensor)
      if back.shape == exercise.program.shape(of: slot) { own.values.set(slot, to: back) }
    }
    guard isProved, shown >= convention.fewestWrong, explained.count > 1,
      against * 3 <= explained.count
    else { return nil }
    return explained.sorted()
  }
}

extension Convention {
  fileprivate func apply(_ quantity: Quantity, _ slot: Program.Slot, to setting: inout Setting) {
    let value = computed(quantity, setting.values.value(of: slot), setting)
    setting.values.set(slot, to: value)
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
