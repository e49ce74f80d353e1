import Marking

extension ExerciseSection {
  /// Steps × students: the points of each, in a table.
  func writeStudents(in writer: inout HTMLWriter) {
    begin("Students and steps", "heat", in: &writer)
    writer.markup(
      "<thead><tr><th scope=\"col\">student</th><th scope=\"col\" class=\"n\">sum "
        + "<span class=\"soft\">of \(Numbers.points(statistics.outOf))</span></th>")
    writeNames(in: &writer)
    writer.markup("</tr></thead><tbody>\n")
    for row in statistics.rows.sorted(by: { $0.student < $1.student }) {
      writer.markup("<tr><th scope=\"row\">")
      if let link = row.link { writer.markup("<a href=\"\(link.escapedForHTML)\">") }
      writer.text(row.called)
      if row.link != nil { writer.markup("</a>") }
      writer.markup(
        "</th><td>\(Numbers.points(row.points)) "
          + "(\(Numbers.percent(row.points, of: statistics.outOf)))</td>")
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
  func writeBins(in writer: inout HTMLWriter) {
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
      writer.markup("</code> <span class=\"soft\">of \(Numbers.points(step.outOf))</span></th>")
    }
  }
}
