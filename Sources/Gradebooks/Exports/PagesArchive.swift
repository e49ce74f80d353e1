import Archives
import LocatedJSON
import Reports

/// A zip of every student's pages, in a folder for each.
///
/// Where there is no page, or where it bears a pseudonym that the folder's name would give away, a
/// short one stands in.
struct PagesArchive {
  private let order: ExportOrder
  /// The system that is to hand them out.
  private let system: String
  private var zip = ZipWriter()
  private var missing = 0

  init(_ order: ExportOrder, of system: String) {
    self.order = order
    self.system = system
  }

  /// The pages of a student, as they stand in the zip.
  ///
  /// - Parameter folder: The folder by which the system finds the student.
  mutating func bytes(
    of record: StudentRecord, _ pages: StudentPages?, in folder: String
  ) throws(ExportFault) -> [UInt8] {
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

  /// What stands behind all pages.
  var directory: [UInt8] { zip.directory }

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
        "a zip for \(system) holds at most \(ZipWriter.mostEntries) files and 2 GB; "
          + "with --no-feedback the pages in it are short")
    }
    return entry
  }

  /// What the instructor should know of pages that are not the ones that were written.
  var notes: [String] {
    if !order.facts.pages.hasFeedback {
      return ["there are no pages (--no-feedback), so each student gets a short one"]
    }
    if order.facts.pages.isAnonymous {
      return [
        "the pages bear pseudonyms, which named folders would give away, "
          + "so each student gets a short page without one"
      ]
    }
    return missing > 0 ? ["pages that are not there (\(missing)) are replaced by short ones"] : []
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
