import LocatedJSON
import Reports

/// Moodle's offline grading worksheet, downloaded and filled with totals.
///
/// The columns are found by their titles, which come in every language Moodle speaks: what is in them
/// would not tell the grade from the name of a marker that nobody has put in.
struct MoodleExport: ClassExport {
  static let name = "moodle"
  static let summary = "a downloaded Moodle grading worksheet, filled"

  private var sheet: GradeSheet
  private let grade: Int
  private let maximum: Int?
  private let feedback: Int?
  private let writesAll: Bool
  private var ownNotes: [String] = []

  static func target(of order: ExportOrder) throws(ExportFault) -> String {
    try GradeSheet.target(of: order, prefix: name)
  }

  init(_ order: ExportOrder) throws(ExportFault) {
    writesAll = order.writesAll
    sheet = try GradeSheet(order.file)
    let header = sheet.table.rows.first?.map(\.text.composed) ?? []
    maximum = header.firstIndex { MoodleTitles.contains($0, in: MoodleTitles.maximum) }
    let found =
      if let name = order.column {
        header.indices.filter { header[$0].matchingKey == name.matchingKey }
      } else {
        MoodleExport.grades(header, before: maximum)
      }
    guard let column = found.first, found.count == 1 else {
      let titles = header.prefix(20).map { "'\($0.shownOnOneLine)'" }.joined(separator: ", ")
      throw ExportFault(
        "no column of \(order.file) is plainly the grade; name it with --export-column: \(titles)")
    }
    grade = column
    feedback = header.lastIndex { MoodleTitles.contains($0, in: MoodleTitles.comments) }
  }

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    sheet.add(record, feedback: MoodleExport.feedback(to: record), writesAll: writesAll)
    return []
  }

  mutating func foot() -> [UInt8] {
    let (grade, feedback, sheet) = (grade, feedback, sheet)
    let header = sheet.table.rows[0].map(\.text)
    let numbers = header.indices.filter {
      MoodleTitles.contains(header[$0], in: MoodleTitles.idNumber)
    }
    ownNotes = sheet.difference(
      of: highest, from: sheet.maximum(of: nil), in: header[grade], of: "Moodle")
    var locked = 0
    defer {
      if locked > 0 {
        ownNotes.append(
          "grades that Moodle does not let be changed: \(locked)")
      }
    }
    return self.sheet.filled { row in
      guard let first = row.first, first.text.contains(where: \.isASCIIDigit) else { return nil }
      let digits = String(first.text.trimmed.reversed().prefix(while: \.isASCIIDigit).reversed())
      let known = row.prefix(grade).dropFirst().map(\.text)
      let further =
        numbers.filter(row.indices.contains).map { row[$0].text.trimmed }
        + known.filter { $0.contains("@") }
      return ([digits, first.text] + further.filter { !$0.isEmpty }, known.first ?? "")
    } cells: { mark, row in
      // With marking workflow its state stands between.
      let behind = row.dropFirst(grade + 1).prefix(3)
      if behind.contains(where: { MoodleTitles.contains($0.text, in: MoodleTitles.no) }) {
        locked += 1
      }
      // Moodle takes comments only with a grade beside them.
      guard let points = mark.points else { return [] }
      return [(grade, sheet.number(points))] + (feedback.map { [($0, mark.feedback)] } ?? [])
    }
  }

  var notes: [String] {
    let missing = feedback == nil ? ["the worksheet has no column for comments"] : []
    return missing + ownNotes + sheet.notes
  }

  var columns: String {
    let header = sheet.table.rows[0]
    func title(_ column: Int) -> String { "'\(header[column].text.shownOnOneLine)'" }
    return "points in \(title(grade))" + (feedback.map { ", comments in \(title($0))" } ?? "")
  }

  /// The highest grade, where it is the same in every row.
  private var highest: String {
    let column = maximum ?? grade + 1
    let texts = Set(
      sheet.table.rows.dropFirst().filter { $0.indices.contains(column) }.map { $0[column].text })
    return texts.count == 1 ? texts.first ?? "" : ""
  }

  /// The columns that are titled as grades; of several the one before the highest grade.
  private static func grades(_ header: [String], before maximum: Int?) -> [Int] {
    let titled = header.indices.filter {
      MoodleTitles.contains(header[$0], in: MoodleTitles.grade)
    }
    if titled.count > 1, let maximum, titled.contains(maximum - 1) { return [maximum - 1] }
    return titled
  }

  /// What is said to a student, as the HTML that Moodle's comments are.
  private static func feedback(to record: StudentRecord) -> String {
    record.marked.map { result in
      let sum =
        "\(result.exercise): \(Numbers.points(result.points)) / "
        + Numbers.points(result.outOf)
        + (record.grade?.part(result.exercise)?.sentenceOfPenalty.map { "; \($0)" } ?? "")
      let steps = result.steps.filter { $0.sentences.count > 1 || !$0.isFull }.map {
        "<br>\($0.labelled.escapedForXML)"
      }
      return "<p>\(sum.escapedForXML)\(steps.joined())</p>"
    }
    .joined()
  }
}
