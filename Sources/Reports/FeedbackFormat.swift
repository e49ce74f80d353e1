import Exercises
import Marking

/// A way to print what is said about submissions, chosen by `--format`.
package protocol FeedbackFormat: Sendable {
  /// The word that chooses it.
  static var name: String { get }

  /// Everything that is printed, its last line end included.
  ///
  /// - Parameters:
  ///   - marked: The submissions that could be marked.
  ///   - isList: Whether several were asked for, even if fewer could be marked.
  static func text(of marked: [MarkedSubmission], isList: Bool, style: TerminalStyle) -> String
}

/// What is said about a submission, with the exercise it answers.
package struct MarkedSubmission: Sendable {
  package let feedback: Feedback
  package let exercise: Exercise

  package init(_ feedback: Feedback, _ exercise: Exercise) {
    self.feedback = feedback
    self.exercise = exercise
  }
}

/// Every format; the first is the one meant where none is chosen.
package enum FeedbackFormats {
  package static let all: [any FeedbackFormat.Type] = [
    FeedbackText.self, FeedbackJSON.self, FeedbackMarkdown.self, FeedbackHTML.self,
  ]

  /// The format of a name.
  package static func named(_ name: String?) -> (any FeedbackFormat.Type)? {
    all.first { $0.name == name }
  }
}
