import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking

/// One answer as it was typed at a prompt, read by itself.
package struct TypedAnswer {
  private let name: String
  private let source: SourceText

  package init(_ name: String, _ text: String) {
    self.name = name
    source = SourceText(name: name, text: prompt(name) + text)
  }

  /// The value that was typed, in a shape where it can be.
  package func value(as shape: Shape) throws(AnswerFault) -> TypedValue {
    let (answer, submission) = try answer()
    return try ReadValue.read(answer, of: submission, as: shape).value
  }

  /// - Throws: Why what was typed is no answer of that kind.
  func check(as kind: StepKind, _ shape: Shape) throws(AnswerFault) {
    guard let read = AnswerKinds.reader(for: kind) else { return }
    let (answer, submission) = try answer()
    _ = try read(answer, submission, shape)
  }

  /// The column of a fault in what was typed, counted from 1.
  func column(at offset: Int) -> Int {
    source.position(at: offset).column - prompt(name).unicodeScalars.count
  }

  private func answer() throws(AnswerFault) -> (Answer, Submission) {
    let submission = try Submission(reading: source, as: .answers)
    guard let answer = submission.answers.first else {
      throw AnswerFault(.noAnswer, at: nil)
    }
    return (answer, submission)
  }
}

/// What stands before an answer on its line.
private func prompt(_ name: String) -> String { "\(name) = " }

// MARK: - Messages

extension Message {
  fileprivate static let noAnswer: Message = "this is not understood as an answer"
}
