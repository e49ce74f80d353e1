import Marking

/// The part of a class page that is about one exercise.
struct ExerciseSection {
  let number: Int
  let id: String
  let title: String?
  let statistics: ExerciseStatistics
  let namesStudents: Bool

  package func write(in writer: inout HTMLWriter) {
    writer.markup("<section id=\"e\(number)\">\n<h2>")
    writer.text(title.map { "\(id) \($0)" } ?? id)
    writer.markup("</h2>\n<div class=\"card\">")
    let count = statistics.submissions
    writer.distribution(
      statistics.bins,
      "\(count) \(count == 1 ? "submission" : "submissions"), by the share of "
        + Numbers.pointsInWords(statistics.outOf))
    writer.markup("</div>\n")
    writeSteps(in: &writer)
    writeMistakes(in: &writer)
    if namesStudents, !statistics.rows.isEmpty {
      writeStudents(in: &writer)
    } else {
      writeBins(in: &writer)
    }
    writeChoices(in: &writer)
    writer.markup("</section>\n")
  }

  // MARK: Steps

  static let columns: [Status] = [
    .correct, .followsThrough, .partial, .incorrect, .unanswered, .unreadable, .toBeRead, .notRun,
  ]

  private func writeSteps(in writer: inout HTMLWriter) {
    let used = ExerciseSection.columns.filter { status in
      statistics.steps.contains { $0.counts[status] != nil }
    }
    let hasCorrelation = statistics.steps.contains { $0.itemRest != nil }
    begin("Steps", in: &writer)
    writer.markup("<thead><tr><th scope=\"col\">step</th>")
    for status in used {
      writer.markup("<th scope=\"col\" class=\"n\">\(status.symbol) \(status.word)</th>")
    }
    writer.markup("<th scope=\"col\" class=\"n\">points</th>")
    writer.markup("<th scope=\"col\" class=\"n\">wrong first</th>")
    if hasCorrelation { writer.markup("<th scope=\"col\" class=\"n\">item–rest</th>") }
    writer.markup("</tr></thead><tbody>\n")
    for step in statistics.steps {
      writer.markup("<tr><th scope=\"row\"><code>")
      writer.text(step.name)
      writer.markup("</code></th>")
      for status in used { write(step.counts[status] ?? 0, in: &writer) }
      let all = step.outOf * Double(step.submissions)
      writer.markup("<td class=\"n q\(quintile(step.points, of: all))\">")
      writer.markup("\(Numbers.percent(step.points, of: all))</td>")
      write(step.firstSlips, in: &writer)
      if hasCorrelation {
        writer.markup("<td class=\"n\">\(step.itemRest.map { Numbers.signed($0, 2) } ?? "–")</td>")
      }
      writer.markup("</tr>\n")
    }
    end(in: &writer)
    writer.markup("<p class=\"soft\">")
    writer.markup("Nothing went wrong in \(statistics.withoutSlip) of \(statistics.submissions). ")
    if statistics.followThroughPoints > 0 {
      writer.markup(
        "\(Numbers.percent(statistics.followThroughPoints, of: statistics.points)) of the points were "
          + "earned by right work on an earlier wrong value. ")
    }
    if hasCorrelation {
      writer.markup(
        "Item–rest: how the points of a step go with those of all the others, from −1 to 1. Near 0 "
          + "or below, the step may be unclear. ")
    } else if statistics.submissions < StepStatistics.fewest {
      writer.markup(
        "How well a step tells students apart is shown from \(StepStatistics.fewest) submissions "
          + "on. ")
    }
    writer.markup("</p>\n")
  }

  // MARK: Mistakes

  private func writeMistakes(in writer: inout HTMLWriter) {
    let mistakes = statistics.mistakes.commonest(ClassPage.mostMistakes)
    if mistakes.isEmpty { return }
    begin("Most common mistakes", in: &writer)
    writer.markup(
      "<thead><tr><th scope=\"col\" class=\"n\">how often</th><th scope=\"col\">step</th>"
        + "<th scope=\"col\">what</th><th scope=\"col\">as one student was told</th>"
        + "<th scope=\"col\">for example</th></tr></thead><tbody>\n")
    for mistake in mistakes {
      writer.markup("<tr><td class=\"n\">\(mistake.count)</td><td><code>")
      writer.text(statistics.steps[mistake.step].name)
      writer.markup("</code></td>")
      writer.element("td", mistake.name)
      writer.element("td", class: "words", mistake.words)
      writer.element("td", mistake.students.joined(separator: ", "))
      writer.markup("</tr>\n")
    }
    end(in: &writer)
    if statistics.mistakes.others > 0 {
      writer.markup("<p class=\"soft\">And \(statistics.mistakes.others) of rarer kinds.</p>\n")
    }
  }

  // MARK: Tables

  /// Begins a table under a heading, in a part of the page that scrolls by itself.
  func begin(_ title: String, _ style: String? = nil, in writer: inout HTMLWriter) {
    writer.markup(
      "<h3>\(title)</h3>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
    writer.text("\(title), \(id)")
    writer.markup(style.map { "\"><table class=\"\($0)\">" } ?? "\"><table>")
  }

  func end(in writer: inout HTMLWriter) {
    writer.markup("</tbody></table></div>\n")
  }

  /// Writes a cell with a count, which steps back where there is none.
  private func write(_ count: Int, in writer: inout HTMLWriter) {
    writer.markup("<td class=\"n\(count == 0 ? " soft" : "")\">\(count)</td>")
  }

  /// Which fifth a share lies in, for the shade of a cell.
  func quintile(_ part: Double, of whole: Double) -> Int {
    whole > 0 ? min(4, max(0, Int(part / whole * 5 + 1e-9))) : 0
  }
}
