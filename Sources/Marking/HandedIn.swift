import Answers
import Exercises
import Formulas

/// What a student handed in for a step, as it was understood.
package enum HandedIn: Hashable, Sendable {
  case value(Tensor)
  /// An answer that is no value, cut where it is long.
  case text(String)

  /// The most characters of a text that are kept.
  package static let longestText = 400
}

extension Feedback {
  /// Puts beside the steps what was handed in for them, and the values that were chosen.
  mutating func keep(_ sheet: AnswerSheet, of submission: Submission, to exercise: Exercise) {
    for (index, reading) in sheet.steps.enumerated() where index < steps.count {
      switch reading {
      case .value(let value), .wrongShape(let value): steps[index].given = .value(value.tensor)
      case .raw(let answer):
        steps[index].given = .text(
          String(submission.text(of: answer).prefix(HandedIn.longestText)))
      case .unanswered, .unreadable: break
      }
    }
    for (choice, reading) in zip(exercise.choices, sheet.choices) {
      if case .value(let value) = reading { chosen.append((choice.name, value.tensor)) }
    }
  }
}
