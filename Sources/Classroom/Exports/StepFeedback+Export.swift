import Grading
import Reports

extension StepFeedback {
  var isFull: Bool { points >= outOf }

  /// The verdict and what is said, each a sentence on one line.
  var sentences: [String] {
    ([status.word] + says + (evidence.map { [$0.says] } ?? [])).map(\.shownOnOneLine)
  }

  /// What is said, or else the verdict.
  var message: String {
    sentences.count > 1 ? sentences.dropFirst().joined(separator: " ") : status.word
  }
}

extension StudentRecord {
  /// The exercises that could be marked.
  var marked: [Result] { results.filter { $0.feedback.outOf > 0 } }

  var outOf: Double { marked.reduce(0) { $0 + $1.feedback.outOf } }

  /// The id with the name behind it, where there is one.
  var called: String { name.isEmpty ? id : "\(id) (\(name))" }
}
