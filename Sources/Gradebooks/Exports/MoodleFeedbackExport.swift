import Archives
import LocatedJSON
import Reports

/// The archive that Moodle takes under "Upload multiple feedback files": every student's pages.
///
/// The folders have the names that came with the submissions, for by them Moodle finds the students.
/// Where there is no page, or where it bears a pseudonym that the folder's name would give away, a
/// short one stands in.
struct MoodleFeedbackExport: ClassExport {
  static let name = "moodle-feedback"
  static let summary = "a zip of every student's pages to upload to Moodle"

  private let order: ExportOrder
  private var zip = ZipWriter()
  private var strangers = 0
  private var missing = 0

  init(_ order: ExportOrder) {
    self.order = order
  }

  mutating func bytes(of record: StudentRecord) throws(ExportFault) -> [UInt8] {
    try bytes(of: record, pages: nil)
  }

  mutating func bytes(
    of record: StudentRecord, pages: StudentPages?
  ) throws(ExportFault) -> [UInt8] {
    if record.origin.isEmpty { return [] }
    guard let folder = MoodleFeedbackExport.folder(record.origin) else {
      strangers += 1
      return []
    }
    var bytes: [UInt8] = []
    var names: Set<String> = []
    for result in record.results {
      guard let page = page(of: result.exercise, pages) else { continue }
      names.insert(page.name)
      bytes += try entry("\(folder)/\(page.name)", page.bytes)
    }
    if names.isEmpty || names.count < record.results.count {
      // No exercise has a space in its name.
      let name = names.contains("feedback.html") ? "further feedback.html" : "feedback.html"
      bytes += try entry("\(folder)/\(name)", Array(shortPage(for: record).utf8))
    }
    return bytes
  }

  /// The page of an exercise, where it is one to give away.
  private mutating func page(
    of exercise: String, _ pages: StudentPages?
  ) -> (name: String, bytes: [UInt8])? {
    guard givesPages, order.facts.titles.keys.contains(exercise) else { return nil }
    if let page = pages?.page(of: exercise) { return page }
    missing += 1
    return nil
  }

  private var givesPages: Bool {
    order.facts.pages.hasFeedback && !order.facts.pages.isAnonymous
  }

  private mutating func entry(_ name: String, _ bytes: [UInt8]) throws(ExportFault) -> [UInt8] {
    guard let entry = zip.entry(name, bytes) else {
      throw ExportFault(
        "a zip for Moodle holds at most \(ZipWriter.mostEntries) files and 2 GB; "
          + "with --no-feedback the pages in it are short")
    }
    return entry
  }

  func foot() -> [UInt8] { zip.directory }

  var notes: [String] {
    var notes: [String] = []
    if strangers > 0 {
      notes.append("\(strangers) students did not come from Moodle and are left out")
    }
    if !order.facts.pages.hasFeedback {
      notes.append("there are no pages (--no-feedback), so each student gets a short one")
    } else if order.facts.pages.isAnonymous {
      notes.append(
        "the pages bear pseudonyms, which named folders would give away, "
          + "so each student gets a short page without one")
    } else if missing > 0 {
      notes.append("pages that are not there (\(missing)) are replaced by short ones")
    }
    return notes
  }

  /// The folder by which Moodle finds a student; nil where the entry is not Moodle's.
  ///
  /// It ends in the `_` that went away with Moodle 4.1, since older ones need it and newer ones
  /// take it.
  private static func folder(_ origin: String) -> String? {
    // Moodle takes such characters out of names, so these are not from there.
    let isSafe = origin == origin.shownOnOneLine && !origin.contains(/[<>"|\\]/)
    // A flat file's name has the student's own behind the plugin's.
    let parts = origin.split(separator: "_", omittingEmptySubsequences: false)
    guard isSafe, let mark = parts.firstIndex(of: "assignsubmission"), mark > 0 else { return nil }
    return parts[..<min(mark + 2, parts.count)].joined(separator: "_") + "_"
  }

  private func shortPage(for record: StudentRecord) -> String {
    let sections = record.marked.map { result in
      let rows = result.steps.map { step in
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
