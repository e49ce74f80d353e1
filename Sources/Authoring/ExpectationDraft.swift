import Answers
import LocatedJSON
import Marking
import Numerics

/// What comes of a submission today, as an entry of an `expected.json` that its author is to correct.
///
/// Every step has its verdict, and its words where it has any: what is not worth asserting is
/// quicker deleted than written.
struct ExpectationDraft {
  /// The name of the submission's file.
  let name: String
  private let feedback: Feedback

  init(of feedback: Feedback, named name: String) {
    (self.name, self.feedback) = (name, feedback)
  }

  /// The steps that nothing could be said of here, for want of a compiler or a checker.
  var notRun: [StepFeedback] { feedback.steps.filter { $0.status == .notRun } }

  var points: Double { feedback.points.withoutDust }
  var outOf: Double { feedback.outOf }
  var isFullMarks: Bool { feedback.isFullMarks }

  /// The name of the entry, in quotes.
  var label: String { ExpectationDraft.json { $0.value(name) } }

  /// The value of the entry, with a line for each step.
  var value: String {
    var lines = [
      "    \"points\": " + ExpectationDraft.json { $0.value(feedback.points.withoutDust) }
    ]
    if !feedback.remarks.isEmpty {
      lines.append("    \"remarks\": " + ExpectationDraft.list(feedback.remarks))
    }
    let steps = feedback.steps.map { step in
      let name = ExpectationDraft.json { $0.value(step.name) }
      let status = ExpectationDraft.json { $0.value(step.status.rawValue) }
      let says = step.says.isEmpty ? "" : ", \"says\": " + ExpectationDraft.list(step.says)
      return "      \(name): { \"status\": \(status)\(says) }"
    }
    lines.append("    \"steps\": {\n" + steps.joined(separator: ",\n") + "\n    }")
    return "{\n" + lines.joined(separator: ",\n") + "\n  }"
  }

  private static func list(_ messages: [Message]) -> String {
    "[" + messages.texts.map { text in json { $0.value(text) } }.joined(separator: ", ") + "]"
  }

  private static func json(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return json.text
  }
}
