import Answers
import Marking

extension Feedback {
  /// `name status points: words` for each step, then remarks and notes.
  package var lines: [String] {
    steps.map(\.line) + remarks.map { "remark: \($0)" } + notes.map { "note: \($0)" }
  }

  package func step(_ name: String) -> StepFeedback? { steps.first { $0.name == name } }
}

extension StepFeedback {
  /// `name status points: words`.
  package var line: String {
    let words = says.isEmpty ? "" : ": " + says.texts.joined(separator: " ")
    return "\(name) \(status.rawValue) \(points)\(words)"
  }
}
