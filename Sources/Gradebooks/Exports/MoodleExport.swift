import LocatedJSON
import Reports

/// Moodle's offline grading worksheet, downloaded and filled with totals.
///
/// Its titles come in every language Moodle speaks, so the columns are found by what is in them: the
/// grade stands before a column that has the same highest grade in every row.
struct MoodleExport: ClassExport {
  static let name = "moodle"
  static let summary = "a downloaded Moodle grading worksheet, filled"

  private var sheet: GradeSheet
  private let grade: Int
  private let feedback: Int?
  private var ownNotes: [String] = []

  static func target(of order: ExportOrder) throws(ExportFault) -> String {
    try GradeSheet.target(of: order, prefix: name)
  }

  init(_ order: ExportOrder) throws(ExportFault) {
    sheet = try GradeSheet(order.file)
    let header = sheet.table.rows.first?.map(\.text.composed) ?? []
    let found =
      if let name = order.column {
        header.firstIndex { $0.matchingKey == name.matchingKey }
      } else {
        MoodleExport.gradeColumn(header.count, Array(sheet.table.rows.dropFirst()))
      }
    guard let found else {
      let titles = header.prefix(20).map { "'\($0.shownOnOneLine)'" }.joined(separator: ", ")
      throw ExportFault(
        "no column of \(order.file) is plainly the grade; name it with --export-column: \(titles)")
    }
    grade = found
    feedback = header.lastIndex { MoodleExport.feedbackTitles.contains($0.lowercased()) }
  }

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    sheet.add(record, feedback: MoodleExport.feedback(to: record))
    return []
  }

  mutating func foot() -> [UInt8] {
    let (grade, feedback, sheet) = (grade, feedback, sheet)
    ownNotes = sheet.difference(
      of: maximum, from: sheet.maximum(of: nil), in: sheet.table.rows[0][grade].text, of: "Moodle")
    var locked = 0
    defer {
      if locked > 0 {
        ownNotes.append(
          "grades that Moodle does not let be changed: \(locked)")
      }
    }
    return self.sheet.filled { row in
      guard let first = row.first, first.text.contains(where: \.isASCIIDigit) else { return nil }
      let digits = String(first.text.reversed().prefix(while: \.isASCIIDigit).reversed())
      let known = row.prefix(grade).dropFirst().map(\.text)
      return ([digits, first.text] + known.filter { $0.contains("@") }, known.first ?? "")
    } cells: { mark, row in
      if row.indices.contains(grade + 2), MoodleExport.no.contains(row[grade + 2].text.lowercased())
      {
        locked += 1
      }
      return [(grade, sheet.number(mark.points))] + (feedback.map { [($0, mark.feedback)] } ?? [])
    }
  }

  var notes: [String] {
    let missing = feedback == nil ? ["the worksheet has no column for comments"] : []
    return missing + ownNotes + sheet.notes
  }

  /// The highest grade, which is the same in every row and stands behind the grade.
  private var maximum: String {
    let texts = Set(
      sheet.table.rows.dropFirst().map { $0.indices.contains(grade + 1) ? $0[grade + 1].text : "" })
    return texts.count == 1 ? texts.first ?? "" : ""
  }

  /// The column before the first that has one number in every row, and has numbers at most.
  private static func gradeColumn(_ count: Int, _ rows: [[CSVTable.Cell]]) -> Int? {
    func texts(_ column: Int) -> [String] {
      rows.map { $0.indices.contains(column) ? $0[column].text : "" }
    }
    return (2..<max(2, count - 1)).first { column in
      let most = Set(texts(column + 1))
      return most.count == 1 && most.allSatisfy(isNumber)
        && texts(column).allSatisfy { $0.isEmpty || $0 == "-" || isNumber($0) }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]+([.,][0-9]+)?/) != nil
  }

  /// What is said to a student, as the HTML that Moodle's comments are.
  private static func feedback(to record: StudentRecord) -> String {
    record.marked.map { result in
      let sum =
        "\(result.exercise): \(Numbers.points(result.points)) / "
        + Numbers.points(result.outOf)
      let steps = result.steps.filter { $0.sentences.count > 1 || !$0.isFull }.map {
        "<br>\($0.name.escapedForXML): \($0.message.escapedForXML)"
      }
      return "<p>\(sum.escapedForXML)\(steps.joined())</p>"
    }
    .joined()
  }

  /// What stands under "Grade can be changed", two columns behind the grade, where it cannot.
  private static let no: Set<String> = [
    "no", "nein", "non", "nee", "não", "nie", "nej", "nei", "ei", "ne", "いいえ", "否", "нет",
  ]

  private static let feedbackTitles: Set<String> = [
    "feedback comments", "feedback als kommentar", "commentaires de feedback",
    "feedback par commentaires", "comentarios de retroalimentación", "comentários de feedback",
    "commenti come feedback", "feedback als opmerking", "feedbackkommentarer",
    "komentarz zwrotny", "フィードバックコメント", "反馈评论",
  ]
}
