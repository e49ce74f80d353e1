import Exercises
import Grading

/// Feedback as text for a terminal.
package struct FeedbackText {
  private let feedback: Feedback
  private let exercise: Exercise
  private let style: TerminalStyle

  package init(_ feedback: Feedback, _ exercise: Exercise, style: TerminalStyle) {
    self.feedback = feedback
    self.exercise = exercise
    self.style = style
  }

  /// Every step with its verdict, then the sum.
  package var full: String {
    let student = feedback.student.isEmpty ? "" : " · \(feedback.student.harmless)"
    var lines = [style("\(exercise.id)  \(exercise.title)", .bold) + student, ""]
    lines += feedback.notes.map { paragraph("Note: \($0)") }
    lines += feedback.remarks.map { paragraph("Remark: \($0)") }
    if lines.count > 2 { lines.append("") }
    let width = feedback.steps.map(\.name.count).max() ?? 0
    for (step, question) in zip(feedback.steps, exercise.steps) {
      lines.append(line(step, nameWidth: width))
      let margin = 2
      lines += step.says.map { $0.harmless.wrapped(to: style.width, indent: margin + 4) }
      if let expected = step.expected {
        let value = Numbers.expected(expected, question.tolerance)
        lines.append("Expected: \(value)".wrapped(to: style.width, indent: margin + 4))
      }
    }
    lines += ["", sum, ""]
    return lines.joined(separator: "\n")
  }

  /// The line of the sum alone.
  package var sum: String {
    let points = "\(Numbers.points(feedback.points)) of \(Numbers.points(feedback.outOf)) points"
    let unanswered = feedback.steps.filter { $0.status == .unanswered }.count
    let note =
      feedback.isFullMarks
      ? "  Everything is right." : unanswered > 0 ? "  (\(unanswered) not answered)" : ""
    return "  " + style(points, .bold) + note
  }

  private func paragraph(_ text: String) -> String {
    text.harmless.wrapped(to: style.width, indent: 2)
  }

  private func line(_ step: StepFeedback, nameWidth: Int) -> String {
    let mark = style("\(step.status.symbol) \(step.status.word.padded(to: 10))", step.status.colour)
    let points = "\(Numbers.points(step.points))/\(Numbers.points(step.outOf))"
    return "  \(mark)  \(step.name.padded(to: nameWidth))  \(points)"
  }
}

extension Status {
  /// One character for the verdict.
  package var symbol: String {
    switch self {
    case .correct: "✓"
    case .followsThrough: "↪"
    case .partial: "◐"
    case .incorrect: "✗"
    case .unanswered: "·"
    case .unreadable: "?"
    case .toBeRead: "…"
    case .notRun: "!"
    }
  }

  /// The verdict in a word or two.
  package var word: String {
    switch self {
    case .correct: "right"
    case .followsThrough: "follows"
    case .partial: "partly"
    case .incorrect: "wrong"
    case .unanswered: "no answer"
    case .unreadable: "unreadable"
    case .toBeRead: "to be read"
    case .notRun: "not run"
    }
  }

  fileprivate var colour: TerminalStyle.Emphasis? {
    switch self {
    case .correct: .green
    case .followsThrough: .cyan
    case .partial, .unreadable, .notRun: .yellow
    case .incorrect: .red
    case .unanswered, .toBeRead: .dim
    }
  }
}
