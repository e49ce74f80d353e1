import Answers
import LocatedJSON
import Marking

/// Reads marks from a table, as a marking sheet is: a row for each, of which those without anything
/// filled in are none yet.
struct MarkTable {
  let report: ProblemReport
  private let table: CSVTable

  init(_ source: SourceText) {
    table = CSVTable(source.bytes)
    report = ProblemReport(SourceText(name: source.name, bytes: table.bytes))
  }

  func entries() throws(Problems) -> [ClassMarks.Entry] {
    var entries: [ClassMarks.Entry] = []
    guard let header = table.rows.first else { return [] }
    if table.unclosedLine != nil, let place = table.rows.last?.last?.range {
      report.report("the quote that begins here is never closed", at: place)
    }
    let columns = columns(header)
    let keys = ["student", "exercise", "step"].compactMap { columns[$0] }
    // The rest of the file may be in the cell that nothing closes.
    for row in table.rows.dropFirst().dropLast(table.unclosedLine == nil ? 0 : 1) {
      for cell in row.dropFirst(header.count) where !cell.text.trimmed.isEmpty {
        report.report(
          "\(Quotation(cell.text.trimmed)) is in no column: the first line has \(header.count)",
          at: cell.range)
      }
      guard let entry = entry(row, columns) else { continue }
      if !entry.isBlank {
        entries.append(entry)
      } else if let last = row.last, row.count < header.count, row.count <= (keys.max() ?? 0) + 1 {
        // Spreadsheets leave off cells that are empty, but here is nothing to be filled in.
        report.report(
          "this row ends here, with \(row.count) cells; the first line has \(header.count)",
          at: last.range)
      }
    }
    try report.throwIfAny()
    return entries
  }

  private func columns(_ header: [CSVTable.Cell]) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (number, cell) in header.enumerated() {
      let title = cell.text.trimmed.lowercased()
      let name = MarkKeys(named: title).map { "\($0)" } ?? title
      if title.isEmpty { continue }
      if !MarkTable.titles.contains(name) {
        let near = Spelling.nearest(to: title, among: MarkTable.titles)
        report.report(
          "unknown column \(Quotation(cell.text.trimmed))"
            + (near.map { " — did you mean \(Quotation($0))?" }
              ?? ": marks can have 'student', 'exercise', 'step', "
              + MarkKeys.names.map { "'\($0)'" }.joined(separator: ", ")),
          at: cell.range)
      } else if columns.updateValue(number, forKey: name) != nil {
        report.report("there are two columns \(Quotation(name))", at: cell.range)
      }
    }
    if columns["student"] == nil, let first = header.first {
      report.report(
        "marks in a table need the column 'student'; the others are 'exercise', 'step', "
          + MarkKeys.names.map { "'\($0)'" }.joined(separator: ", "), at: first.range)
    }
    return columns
  }

  private func entry(_ row: [CSVTable.Cell], _ columns: [String: Int]) -> ClassMarks.Entry? {
    func cell(_ name: String) -> LocatedString? {
      guard let column = columns[name], row.indices.contains(column) else { return nil }
      let text = row[column].text.trimmed.withoutFormulaGuard
      return text.isEmpty ? nil : LocatedString(text: text, range: row[column].range)
    }
    guard let student = cell("student") else {
      let decided = MarkKeys.names.lazy.compactMap(cell).first
      if let decided, columns["student"] != nil {
        report.report("there is a mark here, but no student", at: decided.range)
      }
      return nil
    }
    var entry = ClassMarks.Entry(student, at: row[0].range)
    entry.exercise = cell("exercise")
    entry.step = cell("step")
    if let step = entry.step, entry.exercise == nil {
      report.report("a mark for a step needs an exercise", at: step.range)
    }
    if let points = cell("points") {
      entry.pointsPlace = points.range
      // What is for the items of a rubric is parted by semicolons.
      let numbers = points.text.split(separator: ";").map { number(String($0), points.range) }
      if numbers.count == 1 {
        entry.ruling.points = numbers[0]
      } else {
        entry.items = numbers.compactMap { $0 }
      }
    }
    if let bonus = cell("bonus") { entry.ruling.bonus = number(bonus.text, bonus.range) }
    if let words = cell("words") { entry.ruling.words = ["\(visible: words.text)"] }
    if let excused = cell("excused") {
      if let excuse = Excuse(excused.text) {
        entry.ruling.isExcused = excuse == .yes
      } else {
        report.report(
          "'excused' is yes or no, not \(Quotation(excused.text)); a reason goes into 'why'",
          at: excused.range)
      }
    }
    if let granted = cell("extension") {
      entry.granted = DueExtension(granted.text)
      if entry.granted == nil {
        report.report(
          "\(Quotation(granted.text)) is no time and no length of time", at: granted.range)
      }
    }
    entry.ruling.by = cell("by")?.text
    entry.ruling.why = cell("why")?.text
    return entry
  }

  /// What columns may be called: those that are read, and those of a marking sheet besides.
  private static let titles =
    MarkKeys.names
    + MarkingSheet.titles.filter {
      !MarkKeys.names.contains($0)
    }

  private func number(_ text: String, _ place: Range<Int>) -> Double? {
    let text = text.trimmed
    if let number = Double(text.replacing(",", with: ".")), number.isFinite { return number }
    report.report("\(Quotation(text)) is no number of points", at: place)
    return nil
  }
}

extension String {
  /// The text without the apostrophe that keeps a spreadsheet from running it.
  fileprivate var withoutFormulaGuard: String {
    let scalars = unicodeScalars.prefix(2)
    guard scalars.first == "'", let second = scalars.dropFirst().first,
      "=+-@".unicodeScalars.contains(second)
    else { return self }
    return String(dropFirst())
  }
}
