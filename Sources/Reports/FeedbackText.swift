import Answers
import Diagnosis
import Exercises
import Marking
import Numerics

/// Feedback as text for a terminal.
package struct FeedbackText: Sendable {
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
    lines += feedback.summary.map { $0.text.harmless.wrapped(to: style.width, indent: 2) }
    lines += feedback.notes.map { paragraph("Note: \($0.text)") }
    lines += feedback.remarks.map { paragraph("Remark: \($0.text)") }
    if lines.count > 2 { lines.append("") }
    let nameWidth = feedback.steps.map { $0.name.count }.max() ?? 0
    let pointsWidth = feedback.steps.map { points($0).count }.max() ?? 0
    for (step, question) in zip(feedback.steps, exercise.steps) {
      if style.isPlain {
        lines += plain(step, question)
        continue
      }
      let line = "  " + step.name.padded(to: nameWidth) + "  " + points(step)
      var says = step.says.map { $0 }
      // What follows is beside its verdict, so that the eye goes to what is wrong.
      let column = 20 + nameWidth + pointsWidth
      let isBrief = step.status == .followsThrough && says.count == 1 && step.expected == nil
      let first = says.first?.text.harmless ?? ""
      if isBrief, column + first.count <= style.width {
        says.removeFirst()
        lines.append(verdict(step) + line.padded(to: column - 14) + first)
      } else {
        lines.append(verdict(step) + line)
      }
      if let evidence = step.evidence { says.append(evidence.says) }
      for message in says {
        lines.append(message.withoutListings.text.harmless.wrapped(to: style.width, indent: 6))
        lines += message.listings.map { $0.text.harmless.indented(by: 8) }
      }
      if let expected = step.expected {
        let text = "Expected: \(text(of: expected, question))"
        lines.append(text.wrapped(to: style.width, indent: 6))
      }
    }
    lines += ["", sum, ""]
    return lines.joined(separator: "\n")
  }

  /// A step for a voice that reads it out: no signs and no columns.
  private func plain(_ step: StepFeedback, _ question: Step) -> [String] {
    let points = "\(Numbers.points(step.points)) of \(Numbers.pointsInWords(step.outOf))"
    let says = step.says + (step.evidence.map { [$0.says] } ?? [])
    return ["\(step.name): \(step.status.word), \(points)."]
      + says.map { $0.text.harmless.wrapped(to: style.width, indent: 2) }
      + (step.expected.map {
        ["Expected: \(text(of: $0, question))".wrapped(to: style.width, indent: 2)]
      } ?? [])
  }

  /// The line of the sum, with where to go on.
  package var sum: String {
    let points =
      "\(Numbers.points(feedback.points)) of \(Numbers.pointsInWords(feedback.outOf))"
    return (["  " + style(points, .bold)] + advice).joined(separator: "  ")
  }

  private var advice: [String] {
    if feedback.isFullMarks { return ["Everything is right."] }
    // What is still to be judged is nothing to look at.
    let first = feedback.steps.first {
      $0.points < $0.outOf && ![.unanswered, .toBeRead, .notRun].contains($0.status)
    }
    func count(_ status: Status, _ words: String) -> [String] {
      let count = feedback.steps.count { $0.status == status }
      return count > 0 ? ["\(count) \(words)."] : []
    }
    return (first.map { [FeedbackText.begin(with: $0.name)] } ?? [])
      + count(.unanswered, "not answered") + count(.toBeRead, "to be read")
      + count(.notRun, "not run")
  }

  private static func begin(with name: String) -> String {
    let shown = Message.steps([name]).text
    return name == "first" ? "Begin with \(shown)." : "Look at \(shown) first."
  }

  private func text(of expected: Expected, _ step: Step) -> String {
    switch expected {
    case .value(let value): Numbers.expected(value, step.value?.tolerance ?? .exact)
    case .text(let text): text
    }
  }

  private func paragraph(_ text: String) -> String {
    text.harmless.wrapped(to: style.width, indent: 2)
  }

  private func verdict(_ step: StepFeedback) -> String {
    "  " + style("\(step.status.symbol) \(step.status.word.padded(to: 10))", step.status.colour)
  }

  private func points(_ step: StepFeedback) -> String {
    "\(Numbers.points(step.points))/\(Numbers.points(step.outOf))"
  }
}

// MARK: - FeedbackFormatDefinition

extension FeedbackText: FeedbackFormatDefinition {
  package static let name = "text"

  package static func text(
    of marked: [MarkedSubmission], isList: Bool, style: TerminalStyle
  ) -> String {
    marked.map { FeedbackText($0.feedback, $0.exercise, style: style).full }
      .joined(separator: "\n")
  }
}

// MARK: - Verdicts

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

  /// The emphasis that sets the verdict off where there are colours.
  package var colour: TerminalStyle.Emphasis? {
    switch self {
    case .correct: .green
    case .followsThrough: .cyan
    case .partial, .unreadable, .notRun: .yellow
    case .incorrect: .red
    case .unanswered, .toBeRead: .dim
    }
  }
}
