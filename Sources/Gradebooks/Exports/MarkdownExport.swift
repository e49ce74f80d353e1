import Reports

/// A table in Markdown: one line for each student and exercise.
struct MarkdownExport: ClassExport {
  static let name = "markdown"
  static let summary = "a table of students and points"

  init(_ order: ExportOrder) {}

  func head() -> [UInt8] { Array(MarkdownTable.head.utf8) }

  func bytes(of record: StudentRecord) -> [UInt8] { Array(MarkdownTable.rows(of: record).utf8) }
}

/// The table that exports in Markdown have in common.
enum MarkdownTable {
  static let head = """
    | student | name | exercise | points | status |
    | --- | --- | --- | ---: | --- |

    """

  static func rows(of record: StudentRecord) -> String {
    if record.marked.isEmpty { return row(record, "–", "0", record.status) }
    return record.marked.enumerated().map { number, result in
      let points =
        Numbers.points(result.points) + "/" + Numbers.points(result.outOf)
      return row(record, result.exercise, points, number == 0 ? record.status : "")
    }
    .joined()
  }

  private static func row(
    _ record: StudentRecord, _ exercise: String, _ points: String, _ status: String
  ) -> String {
    let cells = [record.id, record.name, exercise, points, status].map(\.escapedForMarkdown)
    return "| " + cells.joined(separator: " | ") + " |\n"
  }
}
