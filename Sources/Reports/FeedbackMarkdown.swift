import Answers
import Diagnosis
import Exercises
import Marking

/// Feedback as Markdown, for a message, an issue or a learning platform.
package enum FeedbackMarkdown: FeedbackFormatDefinition {
  package static let name = "markdown"

  package static func text(
    of marked: [MarkedSubmission], isList: Bool, style: TerminalStyle
  ) -> String {
    marked.map { page($0.feedback, $0.exercise) }.joined(separator: "\n---\n\n")
  }

  /// What is said about one submission.
  package static func page(_ feedback: Feedback, _ exercise: Exercise) -> String {
    var text = "# \(MarkdownText.escaped("\(exercise.id) \(exercise.title)"))\n\n"
    if !feedback.student.isEmpty { text += "\(MarkdownText.escaped(feedback.student)): " }
    text +=
      "**\(Numbers.points(feedback.points)) of \(Numbers.pointsInWords(feedback.outOf))**\n\n"
    for message in feedback.summary { text += "\(MarkdownText.escaped(message.text))\n\n" }
    for note in feedback.notes { text += "> **Note:** \(MarkdownText.escaped(note.text))\n\n" }
    for remark in feedback.remarks {
      text += "> **Remark:** \(MarkdownText.escaped(remark.text))\n\n"
    }
    text += "| step | verdict | points |\n| --- | --- | ---: |\n"
    for step in feedback.steps {
      text +=
        "| \(MarkdownText.escaped(step.name)) | \(step.status.symbol) \(step.status.word) | "
        + "\(Numbers.points(step.points)) of \(Numbers.points(step.outOf)) |\n"
    }
    for (step, question) in zip(feedback.steps, exercise.steps) {
      text += words(on: step, question)
    }
    return text
  }

  /// What is said about a step, under its name; nothing where there is nothing to say.
  private static func words(on step: StepFeedback, _ question: Step) -> String {
    var lines = step.says.flatMap { message in
      [MarkdownText.escaped(message.withoutListings.text)]
        + message.listings.map { MarkdownText.block($0.text) }
    }
    if let evidence = step.evidence { lines.append(MarkdownText.escaped(evidence.says.text)) }
    switch step.expected {
    case .value(let value)?:
      let tolerance = question.value?.tolerance ?? .exact
      lines.append("Expected: \(MarkdownText.code(Numbers.expected(value, tolerance)))")
    case .text(let text)?: lines.append("Expected: \(MarkdownText.code(text))")
    case nil: break
    }
    if lines.isEmpty { return "" }
    return "\n## \(MarkdownText.escaped(step.name)): \(step.status.symbol) \(step.status.word)\n\n"
      + lines.joined(separator: "\n\n") + "\n"
  }
}
