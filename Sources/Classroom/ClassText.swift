import Foundation
import Gradebooks
import LocatedJSON
import Marking
import Numerics
import Reports

/// What a class came to, as text.
package struct ClassText {
  private let summary: ClassSummary
  private let students: [StudentRecord]
  private let marked: [StudentRecord]
  private let style: TerminalStyle

  /// - Parameters:
  ///   - students: The students to give a row each; none in a class too large for that.
  ///   - marked: The first of the students whose work somebody should look at.
  package init(
    _ summary: ClassSummary, students: [StudentRecord], marked: [StudentRecord],
    style: TerminalStyle
  ) {
    self.summary = summary
    self.students = students
    self.marked = marked
    self.style = style
  }

  /// The students with their points, the exercises with their means, and what to look at.
  package var full: String {
    let parts = [table, exercises, attention, [sum]].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var columns: [String] { summary.exercises.keys.sorted() }

  private var table: [String] {
    if students.isEmpty { return [] }
    let columns = students.first?.grade?.parts.map(\.exercise) ?? columns
    let names = students.map { $0.id.shownOnOneLine }
    let width = max(7, names.map(\.count).max() ?? 0)
    let head =
      "student".padded(to: width)
      + columns.map { "  " + $0.rightAligned(to: columnWidth($0)) }.joined() + "   total"
    let rows = zip(students, names).map { record, name in
      let cells = columns.map { (id: $0, points: ClassText.points(of: $0, record)) }
      let total = Numbers.counted(record.points, isExcused: record.isExcused)
      if style.isPlain {
        let points = cells.map { "\($0.id) \($0.points)" } + ["total \(total)"]
        return "\(name): \(points.joined(separator: ", "))\(remark(on: record))"
      }
      return name.padded(to: width)
        + cells.map { "  " + $0.points.rightAligned(to: columnWidth($0.id)) }.joined()
        + total.rightAligned(to: 8) + remark(on: record)
    }
    return (style.isPlain ? [] : [style(head, .bold)]) + rows
  }

  /// What stands in a student's row for an exercise.
  private static func points(of id: String, _ record: StudentRecord) -> String {
    let result = record.results.first { $0.exercise == id }
    let counted = record.grade?.part(id).flatMap { $0.raw == nil ? nil : $0.points }
    let isExcused = record.isExcused(from: id)
    guard let points = counted ?? result?.points ?? (isExcused ? 0 : nil) else { return "–" }
    return Numbers.counted(points, isExcused: isExcused)
  }

  /// The star, or what earned nothing although nobody need look at it.
  private func remark(on record: StudentRecord) -> String {
    if record.needsAttention { return "  *" }
    let shortfalls = record.shortfalls.joined(separator: "; ").harmless
    return shortfalls.isEmpty ? "" : "     " + shortfalls
  }

  private func columnWidth(_ id: String) -> Int {
    max(students.contains { $0.isExcused(from: id) } ? 7 : 6, id.count)
  }

  private var exercises: [String] {
    if columns.isEmpty { return [] }
    let width = max(8, columns.map(\.count).max() ?? 0)
    let head =
      "exercise".padded(to: width) + "  handed in     mean  full marks  most often wrong first"
    let rows = columns.compactMap { id -> String? in
      guard let tally = summary.exercises[id] else { return nil }
      let mean = tally.points / Double(max(1, tally.submissions))
      let share = "\(String(format: "%.1f", mean))/\(Numbers.points(tally.outOf))"
      let slip = tally.commonestSlip.map { "\($0.step) (\($0.count)×)" } ?? "nothing"
      if style.isPlain {
        return "\(id): handed in \(tally.submissions), mean \(share.replacing("/", with: " of ")), "
          + "full marks \(tally.fullMarks), most often wrong first \(slip)"
      }
      return id.padded(to: width) + "\(tally.submissions)".rightAligned(to: 11)
        + share.rightAligned(to: 9) + "\(tally.fullMarks)".rightAligned(to: 12) + "  " + slip
    }
    return (style.isPlain ? [] : [style(head, .bold)]) + rows
  }

  /// What is the matter with the students marked by a star.
  private var attention: [String] {
    if marked.isEmpty { return [] }
    let names = marked.map { $0.id.shownOnOneLine }
    let width = min(24, names.map(\.count).max() ?? 0)
    let rows = zip(marked, names).map { record, name in
      let status = record.status.harmless.wrapped(to: style.width, indent: width + 4)
      // A name that takes the whole column has its line to itself.
      return name.count > width
        ? "  \(name)\n\(status)"
        : "  " + name.padded(to: width) + "  " + status.dropFirst(width + 4)
    }
    let further = summary.withProblems - marked.count
    return [style("* to be looked at", .bold)] + rows
      + (further > 0 ? ["  … and \(further) more; the gradebook has them all"] : [])
  }

  private var sum: String {
    let count = summary.students
    var sum = "\(count) \(count == 1 ? "student" : "students")"
    if summary.withProblems > 0 { sum += ", \(summary.withProblems) to be looked at" }
    for count in summary.unread.counts { sum += ", \(count)" }
    if summary.toBeRead > 0 { sum += ", \(Unread.toBeRead(summary.toBeRead))" }
    if !summary.isComplete {
      sum +=
        "; \(summary.faultCount) "
        + "\(summary.faultCount == 1 ? "piece of work was" : "pieces of work were") not graded"
    }
    return sum
  }
}
