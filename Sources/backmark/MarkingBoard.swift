import Answers
import Classroom
import Exercises
import Foundation
import Grading
import Marking
import Numerics
import Practice
import Reports

/// What is on the screen while a file is watched.
struct MarkingBoard {
  private let path: String
  private var grader: Grader

  init(path: String, _ grader: Grader) {
    self.path = path
    self.grader = grader
  }

  /// The feedback on the file as it is now, or why there is none.
  mutating func marked(style: TerminalStyle) -> String {
    let footer = style("Marked at \(clock). Waiting for \(path) to be saved; q ends.", .dim)
    do {
      let submission = try Submission(path: path)
      var lines: [String] = []
      for part in submission.parts {
        let marked = try grader.marked(part, answering: part.exercise ?? path.fileName.stem)
        let feedback = marked.feedback
        let done = feedback.steps.count { $0.status.isSettled }
        lines.append(FeedbackText(feedback, marked.exercise, style: style).full)
        lines.append(ProgressBar(done, of: feedback.steps.count, style: style).line)
      }
      return (lines + [footer]).joined(separator: "\n")
    } catch {
      let reason = Complaint(about: error).message
      return ["Error: \(reason)".wrapped(to: style.width), "", footer].joined(separator: "\n")
    }
  }

  /// The time of day.
  private var clock: String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return [local.tm_hour, local.tm_min, local.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  /// What there is to say while there is no file.
  var missing: String {
    "'\(path)' is not there; it is marked as soon as it is saved. q ends."
  }
}
