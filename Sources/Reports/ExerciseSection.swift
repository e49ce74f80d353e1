import Grading

/// The part of a class page that is about one exercise.
struct ExerciseSection {
  let number: Int
  let id: String
  let title: String?
  let statistics: ExerciseStatistics
  let namesStudents: Bool

  func write(in writer: inout HTMLWriter) {
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

  private static let columns: [Status] = [
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

  // MARK: Steps × students

  private func writeStudents(in writer: inout HTMLWriter) {
    begin("Students and steps", "heat", in: &writer)
    writer.markup("<thead><tr><th scope=\"col\">student</th><th scope=\"col\" class=\"n\">sum</th>")
    writeNames(in: &writer)
    writer.markup("</tr></thead><tbody>\n")
    for row in statistics.rows.sorted(by: { $0.student < $1.student }) {
      writer.markup("<tr><th scope=\"row\">")
      writer.text(row.student)
      writer.markup("</th><td>\(Numbers.points(row.points))</td>")
      for (status, points) in row.steps {
        writer.markup(
          "<td class=\"\(status.styleClass)\">\(status.symbol) \(Numbers.points(points))</td>")
      }
      writer.markup("</tr>\n")
    }
    end(in: &writer)
    let used = ExerciseSection.columns.filter { status in
      statistics.steps.contains { $0.counts[status] != nil }
    }
    let legend = used.map { "\($0.symbol) \($0.word)" }.joined(separator: ", ")
    writer.markup("<p class=\"soft\">The points of each step; \(legend).</p>\n")
  }

  /// The same for a class too large to be named: the mean of each step, by the points in all.
  private func writeBins(in writer: inout HTMLWriter) {
    begin("Points in all, and steps", "heat", in: &writer)
    writer.markup("<thead><tr><th scope=\"col\">points</th><th scope=\"col\">students</th>")
    writeNames(in: &writer)
    writer.markup("</tr></thead><tbody>\n")
    for bin in statistics.bins.indices.reversed() where statistics.bins[bin] > 0 {
      writer.markup(
        "<tr><th scope=\"row\">\(ScoreBin.label(bin))</th><td>\(statistics.bins[bin])</td>")
      for (index, step) in statistics.steps.enumerated() {
        let points = statistics.binPoints[bin][index]
        let all = step.outOf * Double(statistics.bins[bin])
        writer.markup(
          "<td class=\"q\(quintile(points, of: all))\">\(Numbers.percent(points, of: all))</td>")
      }
      writer.markup("</tr>\n")
    }
    end(in: &writer)
    writer.markup(
      "<p class=\"soft\">The share of each step's points that was earned, by those with so many "
        + "points in all.</p>\n")
  }

  private func writeNames(in writer: inout HTMLWriter) {
    for step in statistics.steps {
      writer.markup("<th scope=\"col\"><code>")
      writer.text(step.name)
      writer.markup("</code></th>")
    }
  }

  // MARK: Choices

  private static let mostGroups = 30

  private func writeChoices(in writer: inout HTMLWriter) {
    let groups = statistics.choices.groups(ExerciseSection.mostGroups)
    if groups.isEmpty { return }
    begin("The same own values: worth a look", in: &writer)
    writer.markup(
      "<thead><tr><th scope=\"col\" class=\"n\">students</th><th scope=\"col\">values</th>"
        + "<th scope=\"col\">for example</th></tr></thead><tbody>\n")
    for group in groups {
      writer.markup("<tr><td class=\"n\">\(group.count)</td><td class=\"words\">")
      for (index, one) in group.values.enumerated() {
        writer.markup(index == 0 ? "<code>" : ", <code>")
        writer.text(one.name)
        writer.markup(" = ")
        writer.value(one.value, most: 40)
        writer.markup("</code>")
      }
      if group.isUniform { writer.markup(" (all entries equal, which many think of first)") }
      writer.markup("</td>")
      writer.element("td", group.students.joined(separator: ", "))
      writer.markup("</tr>\n")
    }
    end(in: &writer)
    writer.markup(
      "<p class=\"soft\">These students chose exactly the same values. That proves nothing: round "
        + "numbers meet by chance, and an example from the course may have been taken over. Those "
        + "with the most digits come first.")
    if statistics.choices.groupCount > groups.count {
      writer.markup(" There are \(statistics.choices.groupCount - groups.count) more such groups.")
    }
    if statistics.choices.isFull {
      writer.markup(
        " Only the first \(ChoiceTable.mostChoices) different choices were compared with the rest.")
    }
    writer.markup("</p>\n")
  }

  // MARK: Tables

  /// Begins a table under a heading, in a part of the page that scrolls by itself.
  private func begin(_ title: String, _ style: String? = nil, in writer: inout HTMLWriter) {
    writer.markup(
      "<h3>\(title)</h3>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
    writer.text("\(title), \(id)")
    writer.markup(style.map { "\"><table class=\"\($0)\">" } ?? "\"><table>")
  }

  private func end(in writer: inout HTMLWriter) {
    writer.markup("</tbody></table></div>\n")
  }

  /// Writes a cell with a count, which steps back where there is none.
  private func write(_ count: Int, in writer: inout HTMLWriter) {
    writer.markup("<td class=\"n\(count == 0 ? " soft" : "")\">\(count)</td>")
  }

  /// Which fifth a share lies in, for the shade of a cell.
  private func quintile(_ part: Double, of whole: Double) -> Int {
    whole > 0 ? min(4, max(0, Int(part / whole * 5 + 1e-9))) : 0
  }
}
