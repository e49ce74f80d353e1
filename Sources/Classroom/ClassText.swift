import Foundation
import Reports

/// What a class came to, as text.
package struct ClassText {
  private let summary: ClassSummary
  private let records: [StudentRecord]
  private let style: TerminalStyle

  /// - Parameter records: The students to name, if the class is small enough for that.
  package init(_ summary: ClassSummary, _ records: [StudentRecord], style: TerminalStyle) {
    self.summary = summary
    self.records = records
    self.style = style
  }

  /// The students with their points, then the exercises with their means.
  package var full: String {
    var lines: [String] = []
    if !records.isEmpty { lines += students + [""] }
    lines += exercises
    lines += unreadable
    let problems = summary.withProblems
    var sum = "\(summary.students) \(summary.students == 1 ? "student" : "students")"
    if problems > 0 { sum += ", \(problems) of them with something that could not be read" }
    if !summary.faults.isEmpty { sum += ", \(summary.faults.count) not graded" }
    return (lines + ["", sum, ""]).joined(separator: "\n")
  }

  private var columns: [String] { summary.exercises.keys.sorted() }

  private var students: [String] {
    let width = max(7, records.map(\.id.count).max() ?? 0)
    let head =
      "student".padded(to: width)
      + columns.map { "  " + $0.rightAligned(to: columnWidth($0)) }.joined()
    let rows = records.map { record in
      let cells = columns.map { id in
        let result = record.results.first { $0.exercise == id }
        let points = result.map { Numbers.points($0.feedback.points) } ?? "–"
        return "  " + points.rightAligned(to: columnWidth(id))
      }
      return record.id.harmless.padded(to: width) + cells.joined()
        + (record.status == "ok" ? "" : "  *")
    }
    return [style(head, .bold)] + rows
  }

  /// What is the matter with the students marked by a star.
  private var unreadable: [String] {
    let marked = records.filter { $0.status != "ok" }
    if marked.isEmpty { return [] }
    let width = marked.map(\.id.count).max() ?? 0
    let rows = marked.map { record in
      let name = "  " + record.id.harmless.padded(to: width) + "  "
      let status = record.status.harmless.wrapped(to: style.width, indent: name.count)
      return name + status.dropFirst(name.count)
    }
    return ["", style("* what could not be read", .bold)] + rows
  }

  private func columnWidth(_ id: String) -> Int { max(6, id.count) }

  private var exercises: [String] {
    let width = max(8, columns.map(\.count).max() ?? 0)
    let head = "exercise".padded(to: width) + "  handed in    mean  full marks  most often wrong"
    let rows = columns.compactMap { id -> String? in
      guard let tally = summary.exercises[id] else { return nil }
      let mean = tally.points / Double(max(1, tally.submissions))
      let share = "\(String(format: "%.1f", mean))/\(Numbers.points(tally.outOf))"
      let slip = tally.commonestSlip.map { "\($0.step) (\($0.count)×)" } ?? "nothing"
      return id.padded(to: width) + "\(tally.submissions)".rightAligned(to: 11)
        + share.rightAligned(to: 10) + "\(tally.fullMarks)".rightAligned(to: 10) + "  " + slip
    }
    return [style(head, .bold)] + rows
  }
}
