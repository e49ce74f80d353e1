import Exercises

/// What a class's marks say, as a page for a browser or for paper, complete in itself.
package struct ClassPage: Sendable {
  private let statistics: ClassStatistics
  private let titles: [String: String]
  /// The exercises that somebody handed in, in order.
  private let exercises: [(id: String, statistics: ExerciseStatistics)]
  /// Whether students are named one by one.
  private let namesStudents: Bool

  /// The most cells of a table with a row for each student; a browser grows slow beyond.
  private static let mostCells = 60_000
  static let mostMistakes = 12
  private static let mostPlaces = 3

  /// - Parameter titles: The titles of the exercises by their ids.
  package init(_ statistics: ClassStatistics, titles: [String: String]) {
    self.statistics = statistics
    self.titles = titles
    exercises = statistics.exercises.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let cells = exercises.reduce(0) { $0 + $1.statistics.rows.count * $1.statistics.steps.count }
    namesStudents = cells <= ClassPage.mostCells
  }

  /// The whole page.
  package var page: [UInt8] {
    var writer = HTMLWriter()
    HTMLDocument.begin(title: "The class", style: "class", in: &writer)
    writer.markup(
      "<header>\n<h1>The class</h1>\n<p class=\"who\">\(counts)</p>\n</header>\n<main>\n")
    if !exercises.isEmpty {
      writer.markup("<h2>Points</h2>\n<div class=\"card\">")
      writer.distribution(
        statistics.distribution,
        "Students by their share of the "
          + "\(Numbers.pointsInWords(statistics.outOf)) of all exercises")
      writer.markup("</div>\n")
      statistics.unread.write(in: &writer)
      writeReasons(in: &writer)
      writer.markup("<h2>Exercises</h2>\n")
      writeOverview(in: &writer)
    }
    for (number, one) in exercises.enumerated() {
      ExerciseSection(
        number: number, id: one.id, title: titles[one.id], statistics: one.statistics,
        namesStudents: namesStudents
      ).write(in: &writer)
    }
    writer.markup("</main>\n")
    HTMLDocument.end(in: &writer)
    return writer.bytes
  }

  private var counts: String {
    func some(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    let submissions = exercises.reduce(0) { $0 + $1.statistics.submissions }
    let missing = statistics.withoutMarks
    return [
      some(statistics.students, "student"), some(exercises.count, "exercise"),
      some(submissions, "submission"),
    ].joined(separator: ", ") + (missing > 0 ? "; of \(missing) nothing could be marked" : "")
  }

  private func writeReasons(in writer: inout HTMLWriter) {
    let reasons = statistics.reasons
    if reasons.isEmpty { return }
    writer.markup(
      "<h2>Reasons</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" "
        + "aria-label=\"Reasons\"><table><thead><tr><th scope=\"col\">what went wrong</th>"
        + "<th scope=\"col\">most often in</th><th scope=\"col\">for example</th>"
        + "</tr></thead><tbody>\n")
    for entry in reasons.commonest(ClassPage.mostMistakes) {
      writer.markup("<tr>")
      writer.element("td", class: "words", entry.sentence)
      writer.markup("<td>")
      for (number, one) in entry.commonestPlaces(ClassPage.mostPlaces).enumerated() {
        if number > 0 { writer.markup(", ") }
        writer.element("code", one.place.step)
        writer.markup(" of ")
        writer.text(one.place.exercise)
        if entry.places.count > 1 { writer.markup(" (\(one.count))") }
      }
      let further = entry.places.count - ClassPage.mostPlaces
      if further > 0 { writer.markup(" and \(further) more") }
      writer.markup("</td>")
      writer.element("td", entry.examples.joined(separator: ", "))
      writer.markup("</tr>\n")
    }
    let rarer = reasons.count - ClassPage.mostMistakes
    writer.markup(
      "</tbody></table></div>\n<p class=\"soft\">Across steps and exercises; a student counts once "
        + "for each reason, and where the reason is not known for none."
        + (rarer > 0 ? " \(rarer) rarer reasons are left out." : "") + "</p>\n")
  }

  private func writeOverview(in writer: inout HTMLWriter) {
    writer.markup(
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Exercises\"><table><thead><tr>"
        + "<th scope=\"col\">exercise</th><th scope=\"col\" class=\"n\">submissions</th>"
        + "<th scope=\"col\" class=\"n\">mean</th><th scope=\"col\" class=\"n\">full marks</th>"
        + "<th scope=\"col\" class=\"n\">by follow-through</th>"
        + "<th scope=\"col\">most often wrong first</th></tr></thead><tbody>\n")
    for (number, one) in exercises.enumerated() {
      let sums = one.statistics
      writer.markup("<tr><th scope=\"row\"><a href=\"#e\(number)\">")
      writer.text(one.id)
      writer.markup(
        "</a></th><td class=\"n\">\(sums.submissions)</td><td class=\"n\">"
          + "\(Numbers.signed(sums.points / Double(max(1, sums.submissions)), 2)) of "
          + "\(Numbers.points(sums.outOf))</td><td class=\"n\">\(sums.fullMarks)</td>"
          + "<td class=\"n\">\(Numbers.percent(sums.followThroughPoints, of: sums.points))</td><td>"
      )
      if let step = sums.commonestFirstSlip {
        writer.element("code", step.name)
        writer.markup(" (\(step.firstSlips))")
      } else {
        writer.markup("none")
      }
      writer.markup("</td></tr>\n")
    }
    writer.markup(
      "</tbody></table></div>\n<p class=\"soft\">By follow-through: the share of the points earned "
        + "by right work on an earlier wrong value.</p>\n")
  }
}

extension ExerciseStatistics {
  /// The step that was most often the first to go wrong.
  var commonestFirstSlip: StepStatistics? {
    guard let most = steps.map({ $0.firstSlips }).max(), most > 0 else { return nil }
    return steps.first { $0.firstSlips == most }
  }
}
