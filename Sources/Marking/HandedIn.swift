import Answers
import Formulas

/// What a student handed in for a step, as it was understood.
package enum HandedIn: Hashable, Sendable {
  case value(Tensor)
  /// An answer that is no value, cut where it is long.
  case text(String)

  /// The most characters of a text that are kept.
  package static let longestText = 400
}

extension HandedIn {
  /// What a student wrote for a step; nil where that is nothing, or could not be read.
  init?(_ reading: AnswerSheet.Reading, of submission: Submission) {
    switch reading {
    case .value(let value), .wrongShape(let value): self = .value(value.tensor)
    case .raw(let answer):
      self = .text(String(submission.text(of: answer).prefix(HandedIn.longestText)))
    case .unanswered, .unreadable: return nil
    }
  }
}
