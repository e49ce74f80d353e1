import Gradebooks
import SystemCalls

/// Who is behind each pseudonym: a table apart from everything that may be shown around.
final class PseudonymTable {
  private var file: OutputFile

  static let name = "pseudonyms.csv"

  init(in results: String) throws(OutputFile.Fault) {
    file = try OutputFile(results + "/" + PseudonymTable.name)
    try file.write(CSV.line(["pseudonym", "student", "name"]))
  }

  func add(_ result: StudentResult) throws(OutputFile.Fault) {
    let record = result.record
    try file.write(CSV.line([result.label, record.id.shownOnOneLine, record.name]))
  }

  /// Makes the table appear.
  func finish() throws(OutputFile.Fault) { try file.commit() }
}
