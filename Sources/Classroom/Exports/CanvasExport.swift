/// Canvas's gradebook, downloaded and filled.
///
/// An assignment is filled whose title is the id or the title of an exercise; or `--export-column`
/// names the one that gets the total.
struct CanvasExport: ClassExport {
  static let name = "canvas"
  static let summary = "a downloaded Canvas gradebook, filled"

  private var sheet: GradeSheet
  private let order: ExportOrder
  private let header: [String]

  static func target(of order: ExportOrder) throws(ExportFault) -> String {
    try GradeSheet.target(of: order, prefix: name)
  }

  init(_ order: ExportOrder) throws(ExportFault) {
    self.order = order
    sheet = try GradeSheet(order.file)
    header = sheet.table.rows.first?.map(\.text) ?? []
    let isCanvas = header.first?.contains("Student") == true && header.contains("ID")
    guard isCanvas, header.contains("Section") else {
      throw ExportFault("\(order.file) is no gradebook of Canvas: its columns are other ones")
    }
    if let column = order.column { _ = try index(of: column) }
  }

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    sheet.add(record, feedback: "")
    return []
  }

  mutating func foot() throws(ExportFault) -> [UInt8] {
    let targets = try targets()
    let ids = header.indices.filter {
      ["ID", "SIS User ID", "SIS Login ID", "Integration ID"].contains(header[$0])
    }
    let sheet = sheet
    return self.sheet.filled { row in
      let keys = ids.filter(row.indices.contains).map { row[$0].text }.filter { !$0.isEmpty }
      return keys.isEmpty ? nil : (keys, row.first?.text ?? "")
    } cells: { mark in
      targets.compactMap { exercise, column in
        let points = exercise.map { mark.byExercise[$0] } ?? mark.points
        return points.map { (column, sheet.number($0)) }
      }
    }
  }

  var notes: [String] { sheet.notes }

  /// The columns to fill, each with its exercise; none for the total.
  private func targets() throws(ExportFault) -> [(exercise: String?, column: Int)] {
    if let column = order.column { return [(nil, try index(of: column))] }
    let matches = sheet.exercises.compactMap { exercise in
      assignments.first { column in
        [exercise, order.title(of: exercise)].contains {
          $0.matchingKey == CanvasExport.title(header[column]).matchingKey
        }
      }.map { (exercise: Optional(exercise), column: $0) }
    }
    if matches.isEmpty, !sheet.exercises.isEmpty { throw unmatched }
    return matches
  }

  private var assignments: [Int] {
    let start = header.firstIndex(of: "Section") ?? 0
    return header.indices.filter { $0 > start && CanvasExport.title(header[$0]) != header[$0] }
  }

  private func index(of name: String) throws(ExportFault) -> Int {
    let found =
      assignments.first { header[$0].matchingKey == name.matchingKey }
      ?? assignments.first {
        CanvasExport.title(header[$0]).matchingKey == name.matchingKey
          || header[$0].hasSuffix("(\(name))")
      }
    guard let found else { throw unmatched }
    return found
  }

  private var unmatched: ExportFault {
    let titles = assignments.prefix(20).map { "'\(header[$0].shownOnOneLine)'" }
    return ExportFault(
      "no assignment of \(order.file) is called as an exercise; name one with --export-column: "
        + titles.joined(separator: ", "))
  }

  /// The title of an assignment without Canvas's number in brackets.
  private static func title(_ column: String) -> String {
    guard let match = column.wholeMatch(of: /(.*) \([0-9]+\)/) else { return column }
    return String(match.output.1)
  }
}
