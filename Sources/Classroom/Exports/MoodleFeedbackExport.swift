import Grading
import Reports

/// The archive that Moodle takes under "Upload multiple feedback files": a page for each student.
///
/// The folders have the names that came with the submissions, for by them Moodle finds the students.
struct MoodleFeedbackExport: ClassExport {
  static let name = "moodle-feedback"
  static let summary = "a zip of feedback files to upload to Moodle"

  private let order: ExportOrder
  private var zip = ZipWriter()
  private var strangers = 0

  init(_ order: ExportOrder) {
    self.order = order
  }

  mutating func bytes(of record: StudentRecord) throws(ExportFault) -> [UInt8] {
    if record.origin.isEmpty { return [] }
    // Moodle takes such characters out of names, so these are not from there.
    let isSafe =
      record.origin == record.origin.shownOnOneLine && !record.origin.contains(/[<>"|\\]/)
    guard record.origin.contains("_assignsubmission_"), isSafe else {
      strangers += 1
      return []
    }
    // A flat file's name has the student's own behind the plugin's.
    let parts = record.origin.split(separator: "_", omittingEmptySubsequences: false)
    let end = parts.firstIndex(of: "assignsubmission").map { min($0 + 2, parts.count) } ?? 0
    let folder = parts[..<end].joined(separator: "_") + "_"
    let page = Array(page(for: record).utf8)
    guard let bytes = zip.entry("\(folder)/feedback.html", page) else {
      throw ExportFault("a zip for Moodle holds at most \(ZipWriter.mostEntries) files")
    }
    return bytes
  }

  func foot() -> [UInt8] { zip.directory }

  var notes: [String] {
    strangers == 0 ? [] : ["\(strangers) students did not come from Moodle and are left out"]
  }

  private func page(for record: StudentRecord) -> String {
    let sections = record.marked.map { result in
      let rows = result.feedback.steps.map { step in
        let cells = [
          step.name, step.status.word,
          "\(Numbers.points(step.points))/\(Numbers.points(step.outOf))",
          step.sentences.dropFirst().joined(separator: " "),
        ]
        return "<tr>" + cells.map { "<td>\($0.escapedForXML)</td>" }.joined() + "</tr>\n"
      }
      let title = "\(result.exercise) \(order.title(of: result.exercise))"
      return "<h1>\(title.escapedForXML)</h1>\n<table>\n\(rows.joined())</table>\n"
    }
    return """
      <!DOCTYPE html>
      <meta charset="utf-8">
      <title>\(record.called.escapedForXML)</title>
      \(sections.joined())<p>\(record.status.escapedForXML)</p>

      """
  }
}
