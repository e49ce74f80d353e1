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
    for key in marker.conventionKeys where wrong >= key.convention.fewestWrong {
      let explained = ConventionReading.explained(by: key, sheet, marks, marker)
      guard let explained, explained.count > best?.explained.count ?? 0 else { continue }
      best = (key.convention, explained)
    }
    guard let best else { return nil }
    (convention, explained) = best
  }

  /// The steps that a convention explains, and that nothing else does; nil where it explains fewer than two, or where more than
  /// one in four of those that could show it speak against it.
  private static func explained(
    by key: ConventionKey, _ sheet: AnswerSheet, _ marks: [StepFeedback], _ marker: Marker
  ) -> [Int]? {
    let (exercise, convention) = (marker.exercise, key.convention)
    let open = marks.count { $0.status != .correct }
    // An answer that is right by the exercise, and would be another by the convention, speaks loudest.
    var against = 2 * key.answers.count { $0.isOther && marks[$0.step].status == .correct }
    if against * 3 > open { return nil }
    var explained: [Int] = []
    var shown = 0
    var isProved = convention.isProof == nil
    // As the sheet goes on with what was typed.
    var own = convention.setting(of: exercise, marker.reference)
    var answers = key.answers[...]
    for slot in exercise.program.definitions {
      own.values.run(slot)
      guard let quantity = exercise.quantity(of: slot) else { continue }
      convention.apply(quantity, slot, to: &own)
      guard let answer = answers.first, answer.slot == slot else { continue }
      answers.removeFirst()
      guard let step = exercise.steps[answer.step].value,
        let typed = sheet.steps[answer.step].typed
      else { continue }
      let isExact = typed.isRightWritten(for: answer.value, step.tolerance)
      if convention.isProof?(quantity) == true {
        if !isExact { return nil }
        isProved = true
      }
      let mark = marks[answer.step]
      if answer.isOther, mark.status != .correct {
        let written = convention.written(quantity, own.values.value(of: slot))
        if isExact || mark.isShort && typed.isRightWritten(for: written, step.tolerance) {
          explained.append(answer.step)
          // On the student's own values alone anything may follow from a slip.
          if isExact && mark.isShort { shown += 1 }
        } else if mark.status != .followsThrough {
          // What follows from an answer of the sheet's own follows by the exercise's reading too.
          against += 1
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
  fileprivate func isRightWritten(for expected: Tensor, _ tolerance: Tolerance) -> Bool {
    fitted(to: expected.shape)?.isRight(for: expected, tolerance) ?? false
  }
}
