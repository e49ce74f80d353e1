import Exercises
import Marking

/// A way to print what is said about submissions, chosen by `--format`.
package struct FeedbackFormat: Sendable {
  /// The word that chooses it.
  package let name: String
  private let write: @Sendable ([MarkedSubmission], _ isList: Bool, TerminalStyle) -> String

  package init<Definition: FeedbackFormatDefinition>(_ definition: Definition.Type) {
    name = Definition.name
    write = { Definition.text(of: $0, isList: $1, style: $2) }
  }

  /// Everything that is printed, its last line end included.
  package func text(
    of marked: [MarkedSubmission], isList: Bool, style: TerminalStyle
  ) -> String {
    write(marked, isList, style)
  }
}

/// What the file of a format says of it.
package protocol FeedbackFormatDefinition: Sendable {
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
  package static let all = [
    standard, FeedbackFormat(FeedbackJSON.self), FeedbackFormat(FeedbackMarkdown.self),
    FeedbackFormat(FeedbackHTML.self),
  ]

  package static let standard = FeedbackFormat(FeedbackText.self)

  /// The format of a name.
  package static func named(_ name: String?) -> FeedbackFormat? {
    all.first { $0.name == name }
  }
}
