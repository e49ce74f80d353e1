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
    let columns = columns(header)
    for row in table.rows.dropFirst() {
      if let entry = entry(row, columns), !entry.isBlank { entries.append(entry) }
    }
    try report.throwIfAny()
    return entries
  }

  private func columns(_ header: [CSVTable.Cell]) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (number, cell) in header.enumerated() {
      let title = cell.text.trimmed.lowercased()
      let name = MarkKeys(named: title).map { "\($0)" } ?? title
      if columns[name] == nil { columns[name] = number }
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
    guard let student = cell("student") else { return nil }
    var entry = ClassMarks.Entry(student, at: row[0].range)
    entry.exercise = cell("exercise")
    entry.step = cell("step")
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
      entry.ruling.isExcused = !["no", "false", "0", "nein"].contains(excused.text.lowercased())
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
