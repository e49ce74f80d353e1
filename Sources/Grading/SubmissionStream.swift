import Answers
import LocatedJSON
import Marking
import Reports

/// Marks submissions that come as JSON Lines, each by itself: a line in, a line out.
///
/// Nothing in a line keeps the others from being marked. No file is read for a submission, so that
/// a line that names a Swift file is marked without it.
package struct SubmissionStream {
  private var grader: Grader
  private var count = 0
  /// Whether anything was left ungraded for a reason that is not a student's.
  package private(set) var hasFaults = false

  package init(_ grader: Grader) {
    self.grader = grader
  }

  /// Marks one line.
  ///
  /// - Parameter line: The line without its end; nil for one that is too long to be read.
  /// - Returns: A line with its end; nothing for a line of nothing but spaces.
  package mutating func answer(_ line: [UInt8]?) -> String {
    count += 1
    if let line, line.allSatisfy({ $0 <= 0x20 }) { return "" }
    var json = JSONWriter()
    FeedbackJSON.write(feedback(line), to: &json)
    return json.text + "\n"
  }

  private mutating func feedback(_ line: [UInt8]?) -> Feedback {
    guard let line else {
      return refusal("a submission has at most \(SubmissionFile.largest >> 10) kB")
    }
    let submission: Submission
    do {
      let source = SourceText(name: "line \(count)", bytes: line)
      submission = try Submission(reading: source, as: .json)
    } catch {
      // Of the line's own lines there is but one.
      return refusal(error.message.inOneLine)
    }
    guard let id = submission.exercise else {
      return refusal("the submission does not say which exercise it answers", of: submission)
    }
    do {
      var feedback = try grader.mark(submission, answering: id)
      feedback.student = submission.student ?? ""
      if feedback.steps.contains(where: { $0.status == .notRun }) { hasFaults = true }
      return feedback
    } catch {
      if !error.isOfWhoeverAsked { hasFaults = true }
      return refusal(error.note(on: id), of: submission)
    }
  }

  private func refusal(_ reason: Message, of submission: Submission? = nil) -> Feedback {
    var feedback = Feedback(
      exercise: Quotation.shortened(submission?.exercise ?? ""), student: submission?.student ?? "",
      steps: [])
    feedback.notes = ["line \(count): \(reason)"]
    return feedback
  }
}
