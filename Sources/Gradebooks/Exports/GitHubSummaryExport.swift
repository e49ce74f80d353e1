/// The Markdown that GitHub shows for a job, from the file `$GITHUB_STEP_SUMMARY`.
///
/// GitHub throws away a summary of more than 1024 KiB altogether, so it is cut short before.
struct GitHubSummaryExport: ClassExport {
  static let name = "github-summary"
  static let summary = "a job summary for $GITHUB_STEP_SUMMARY"

  private static let mostBytes = 1000 << 10

  private var written = 0
  private var left = 0

  init(_ order: ExportOrder) {}

  mutating func head() -> [UInt8] { Array(("## Backmark\n\n" + MarkdownTable.head).utf8) }

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    let bytes = Array(MarkdownTable.rows(of: record).utf8)
    guard left == 0, written + bytes.count <= GitHubSummaryExport.mostBytes else {
      left += 1
      return []
    }
    written += bytes.count
    return bytes
  }

  func foot() -> [UInt8] { left == 0 ? [] : Array("\n… and \(left) more students.\n".utf8) }
}
