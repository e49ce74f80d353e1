import Answers
import Diagnosis
import Exercises
import Formulas
import Marking

/// The page of feedback on submissions of one exercise.
///
/// What is the same for everybody is made once and shared, so that a class takes little time.
package final class FeedbackPage: Sendable {
  package let exercise: Exercise
  let picture: NetworkPicture?
  private let asked: [Asked]
  private let statement: [UInt8]

  /// What a step's part of the page has for everybody.
  private struct Asked: Sendable {
    let question: [UInt8]
    let hints: [UInt8]
    let tolerance: Tolerance
  }

  package init(_ exercise: Exercise) {
    self.exercise = exercise
    picture = NetworkPicture(exercise)
    asked = exercise.steps.map { step in
      let equation = step.equation.map { " <span class=\"soft\">[\($0.escapedForHTML)]</span>" }
      let question = StatementText.htmlLine(step.text) + (equation ?? "")
      let passage = step.passageBefore.map { "<div class=\"passage\">\($0.html)</div>" } ?? ""
      let hints = step.hints.map { "<li>\(StatementText.htmlLine($0))</li>" }.joined()
      let title = step.hints.count == 1 ? "Hint" : "Hints"
      return Asked(
        question: Array((passage + (question.isEmpty ? "" : "<p>\(question)</p>")).utf8),
        hints: Array(
          (hints.isEmpty ? "" : "<details><summary>\(title)</summary><ol>\(hints)</ol></details>")
            .utf8),
        tolerance: step.value?.tolerance ?? .exact)
    }
    statement = Array(
      ("<details class=\"card\"><summary>The exercise</summary>"
        + StatementText.html(exercise.statement) + "</details>\n").utf8)
  }

  /// The whole page for one submission.
  package func page(_ feedback: Feedback) -> [UInt8] {
    var writer = HTMLWriter()
    let student = feedback.student.isEmpty ? "" : " – \(feedback.student)"
    HTMLDocument.begin(title: "\(exercise.id) \(exercise.title)\(student)", in: &writer)
    write(feedback, number: 1, in: &writer)
    HTMLDocument.end(in: &writer)
    return writer.bytes
  }

  /// The part of a page that is about one submission.
  ///
  /// - Parameter number: Which submission of the page it is.
  package func write(_ feedback: Feedback, number: Int, in writer: inout HTMLWriter) {
    writer.markup("<header>\n")
    writer.element("h1", "\(exercise.id) \(exercise.title)")
    if !feedback.student.isEmpty { writer.element("p", class: "who", feedback.student) }
    writer.markup("</header>\n<main>\n")
    writeWhole(feedback, number, in: &writer)
    if let picture {
      writer.markup("<h2>The network</h2>\n")
      picture.draw(feedback, number: number, in: &writer)
    }
    writer.markup("<h2>Step by step</h2>\n<ol class=\"steps\">\n")
    for (step, asked) in zip(feedback.steps, asked) {
      writer.markup("<li class=\"card step \(step.status.styleClass)\" id=\"s\(number)-")
      write(step, asked, in: &writer)
    }
    writer.markup("</ol>\n<h2>What was asked</h2>\n")
    writer.markup(statement)
    writer.markup("</main>\n")
  }

  // MARK: The sum

  /// Writes what is said of the submission as a whole.
  func writeWhole(_ feedback: Feedback, _ number: Int, in writer: inout HTMLWriter) {
    // What explains most of the page comes first.
    for message in feedback.summary {
      writer.element("p", class: "card summary", message.text)
    }
    writeScore(feedback, number, in: &writer)
    write(feedback.notes, "Note", in: &writer)
    write(feedback.remarks, "Remark", in: &writer)
  }

  private func writeScore(_ feedback: Feedback, _ number: Int, in writer: inout HTMLWriter) {
    let share = feedback.outOf > 0 ? feedback.points / feedback.outOf : 0
    let percent = Int((share * 100).rounded())
    writer.markup(
      "<section class=\"card\" aria-label=\"Points\"><div class=\"score\"><strong>"
        + "\(Numbers.points(feedback.points)) of \(Numbers.pointsInWords(feedback.outOf))</strong>"
        + "<div class=\"bar\" aria-hidden=\"true\"><i style=\"width:\(percent)%\"></i></div></div>"
        + "<ul class=\"tally\">")
    for status in Status.allCases {
      let count = feedback.steps.count { $0.status == status }
      if count == 0 { continue }
      writer.markup(
        "<li class=\"verdict \(status.styleClass)\">\(status.symbol) \(count) \(status.word)</li>")
    }
    writer.markup("</ul>")
    if feedback.isFullMarks {
      writer.markup("<p>Everything is right.</p>")
    } else if let first = feedback.steps.first(where: {
      $0.points < $0.outOf && $0.status != .unanswered
    }) {
      writer.markup("<p>Look at <a href=\"#s\(number)-")
      writer.text(first.name)
      writer.markup("\"><code>")
      writer.text(first.name)
      writer.markup("</code></a> first.</p>")
    }
    writer.markup("</section>\n")
  }

  private func write(_ sentences: [Message], _ title: String, in writer: inout HTMLWriter) {
    for sentence in sentences {
      writer.markup("<p class=\"card\"><strong>\(title):</strong> ")
      writer.text(sentence.text)
      writer.markup("</p>\n")
    }
  }

  // MARK: A step

  /// Writes a step, from its name on in the beginning of its element.
  private func write(_ step: StepFeedback, _ asked: Asked, in writer: inout HTMLWriter) {
    // What is right takes a line, until somebody wants to see it.
    let isFolded = step.status == .correct && step.expected == nil && step.says.isEmpty
    writer.text(step.name)
    writer.markup(
      isFolded ? "\"><details class=\"fold\"><summary><h3><code>" : "\"><h3><code>")
    writer.text(step.name)
    writer.markup("</code> ")
    step.status.writeChip(in: &writer)
    writer.markup(" <span class=\"points\">")
    writer.markup(Numbers.points(step.points))
    writer.markup(" of ")
    writer.markup(Numbers.pointsInWords(step.outOf))
    writer.markup(isFolded ? "</span></h3></summary>" : "</span></h3>")
    writer.markup(asked.question)
    writeAnswer(step, in: &writer)
    writeWords(step, in: &writer)
    if let expected = step.expected {
      switch expected {
      case .value(let value):
        writeBeside("Expected:", Numbers.expected(value, asked.tolerance), in: &writer)
      case .text(let text): writeBeside("Expected:", text, in: &writer)
      }
    }
    if step.status != .correct, step.status != .followsThrough { writer.markup(asked.hints) }
    writer.markup(isFolded ? "</details></li>\n" : "</li>\n")
  }

  /// Writes what the tutor says of a step, and the evidence.
  func writeWords(_ step: StepFeedback, in writer: inout HTMLWriter) {
    for message in step.says {
      writer.element("p", message.withoutListings.text)
      for listing in message.listings {
        writer.markup("<pre tabindex=\"0\"><code>")
        // Line ends are the page's own; within a line they would be blanks.
        for (number, line) in listing.lines.enumerated() {
          if number > 0 { writer.markup("\n") }
          writer.text(line)
        }
        writer.markup("</code></pre>")
      }
    }
    if let evidence = step.evidence {
      writer.element("p", class: "evidence", evidence.says.text)
    }
  }

  private func writeAnswer(_ step: StepFeedback, in writer: inout HTMLWriter) {
    switch step.given {
    case .value(let value):
      writer.markup(FeedbackPage.yours)
      writer.value(value)
      writer.markup("</code></p>")
    case .text(let text): writeBeside("Yours:", text, in: &writer)
    case nil: break
    }
  }

  private static let yours = "<p><span class=\"soft\">Yours:</span> <code>"

  private func writeBeside(_ title: String, _ text: String, in writer: inout HTMLWriter) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else {
      writer.markup("<p><span class=\"soft\">\(title)</span> <code>")
      writer.text(text)
      return writer.markup("</code></p>")
    }
    writer.markup("<p class=\"soft\">\(title)</p><pre tabindex=\"0\"><code>")
    for (index, line) in lines.enumerated() {
      if index > 0 { writer.markup("\n") }
      writer.text(String(line))
    }
    writer.markup("</code></pre>")
  }
}
