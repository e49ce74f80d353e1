import Answers
import Marking
import Numerics

/// Whose sheets have something that was not understood, or that a person is still to read.
///
/// Those of whom much was not understood are kept apart, so that many with little do not hide them;
/// both lists stop growing.
struct UnreadTable: Sendable {
  /// One student's sheets.
  struct Row: Sendable {
    let student: String
    let unread: Unread
    let toBeRead: Int
    /// The exercises of whose sheet more than a quarter could not be read.
    let doubtful: [String]
    /// The exercises of whose sheet chosen values are missing, with those.
    let incomplete: [(exercise: String, choices: [String])]
  }

  /// Those with a sheet to be looked at.
  private(set) var doubtful: [Row] = []
  private(set) var others: [Row] = []
  /// How many more there are of either sort.
  private(set) var further = 0
  private(set) var unread = Unread()
  private(set) var toBeRead = 0

  static let mostRows = Limits.reportRows

  mutating func add(_ student: String, _ feedback: [Feedback]) {
    let row = Row(
      student: student,
      unread: feedback.reduce(into: Unread()) { $0.add($1.unread) },
      toBeRead: feedback.reduce(0) { $0 + $1.toBeRead },
      doubtful: feedback.filter { $0.isLargelyUnread }.map { $0.exercise },
      incomplete: feedback.filter { !$0.unread.choices.isEmpty }.map {
        ($0.exercise, $0.unread.choices)
      })
    if row.unread == Unread(), row.toBeRead == 0 { return }
    unread.add(row.unread)
    toBeRead += row.toBeRead
    if row.doubtful.isEmpty {
      if others.count < UnreadTable.mostRows { others.append(row) } else { further += 1 }
    } else {
      if doubtful.count < UnreadTable.mostRows { doubtful.append(row) } else { further += 1 }
    }
  }

  /// Writes the part of a class page; nothing where all was understood.
  func write(in writer: inout HTMLWriter) {
    if doubtful.isEmpty, others.isEmpty { return }
    writer.markup(
      "<h2>What was not read</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" "
        + "aria-label=\"What was not read\"><table><thead><tr><th scope=\"col\">student</th>"
        + "<th scope=\"col\" class=\"n\">unreadable</th>"
        + "<th scope=\"col\" class=\"n\">unknown names</th>"
        + "<th scope=\"col\" class=\"n\">stray lines</th>"
        + "<th scope=\"col\" class=\"n\">to be read</th>"
        + "<th scope=\"col\">remarks</th></tr></thead><tbody>\n")
    for row in doubtful + others { write(row, in: &writer) }
    write(
      "all", unread, toBeRead, further > 0 ? "\(further) more students are not listed" : "",
      in: &writer)
    writer.markup("</tbody></table></div>\n<p class=\"soft\">None of this has earned points")
    if !doubtful.isEmpty {
      writer.markup("; a sheet is to be looked at where more than a quarter could not be read")
    }
    writer.markup(".")
    if toBeRead > 0 {
      writer.markup(" Until the answers to be read have been, those totals are not final.")
    }
    writer.markup("</p>\n")
  }

  private func write(_ row: Row, in writer: inout HTMLWriter) {
    let look = row.doubtful.isEmpty ? [] : ["to be looked at: " + row.doubtful.joinedAsWords]
    let missing = row.incomplete.map {
      "\($0.exercise) has no value for \($0.choices.joinedAsWords)"
    }
    write(
      row.student, row.unread, row.toBeRead, (look + missing).joined(separator: "; "), in: &writer)
  }

  private func write(
    _ student: String, _ unread: Unread, _ toBeRead: Int, _ remark: String,
    in writer: inout HTMLWriter
  ) {
    writer.markup("<tr><th scope=\"row\">")
    writer.text(student)
    writer.markup("</th>")
    for count in [unread.answers, unread.names, unread.lines, toBeRead] {
      writer.markup("<td class=\"n\(count == 0 ? " soft" : "")\">\(count)</td>")
    }
    writer.element("td", remark)
    writer.markup("</tr>\n")
  }
}
