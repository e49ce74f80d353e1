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
  /// What was said when the file was saved before, for each exercise in it.
  private var earlier: [String: Feedback] = [:]

  init(path: String, _ grader: Grader) {
    self.path = path
    self.grader = grader
  }

  /// The feedback on the file as it is now, or why there is none.
  ///
  /// - Parameter isNew: Whether it has been saved, and the screen does not only have another size.
  mutating func marked(style: TerminalStyle, height: Int, isNew: Bool = true) -> String {
    let mark = "Marked at \(clock); waiting for \(path)."
    let key = "q ends."
    // The key is not to be broken from what it does.
    let gap = mark.count + key.count < style.width ? " " : "\n"
    let footer = style(mark + gap + key, .dim)
    do {
      let submission = try Submission(path: path)
      var lines: [String] = []
      let parts = submission.parts
      for part in parts {
        let marked = try grader.marked(part, answering: part.exercise ?? path.fileName.stem)
        let feedback = marked.feedback
        let done = feedback.steps.count { $0.status.isSettled }
        let text = WatchText(feedback, marked.exercise, style: style)
        // The bar and the footer take two lines or three.
        lines += text.lines(
          since: earlier[marked.exercise.id], atMost: height / parts.count - 4)
        lines.append(ProgressBar(done, of: feedback.steps.count, style: style).line)
        if isNew { earlier[marked.exercise.id] = feedback }
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
    "'\(path)' is not there; save it to have it marked.\nq ends."
  }
}
