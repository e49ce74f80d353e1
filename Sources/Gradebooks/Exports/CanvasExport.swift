import LocatedJSON

/// Canvas's gradebook, downloaded and filled.
///
/// An assignment is filled whose title is the id or the title of an exercise; or `--export-column`
/// names the one that gets the total. Who is excused in Canvas stays so.
struct CanvasExport: ClassExport {
  static let name = "canvas"
  static let summary = "a downloaded Canvas gradebook, filled"

  private var sheet: GradeSheet
  private let order: ExportOrder
  private let header: [String]
  /// The columns that make up a student's name.
  private let names: [Int]
  private var ownNotes: [String] = []
  /// The columns that were filled, each with its exercise; none for the total.
  private var filled: [(exercise: String?, column: Int)] = []

  static func target(of order: ExportOrder) throws(ExportFault) -> String {
    try GradeSheet.target(of: order, prefix: name)
  }

  init(_ order: ExportOrder) throws(ExportFault) {
    self.order = order
    sheet = try GradeSheet(order.file)
    header = sheet.table.rows.first?.map { $0.text.trimmed } ?? []
    names = CanvasExport.names(in: header)
    guard !names.isEmpty, header.contains("ID"), header.contains("Section") else {
      throw ExportFault("\(order.file) is no gradebook of Canvas: its columns are other ones")
    }
    if let column = order.column {
      _ = try index(of: column)
    } else if !order.facts.titles.keys.contains(where: { column(of: $0) != nil }) {
      // Better now than when all is marked.
      throw unmatched
    }
  }

  mutating func bytes(of record: StudentRecord) -> [UInt8] {
    sheet.add(record, feedback: "", writesAll: order.writesAll)
    return []
  }

  mutating func foot() throws(ExportFault) -> [UInt8] {
    let targets = try targets()
    let header = header
    let (sheet, names) = (sheet, names)
    ownNotes = differences(targets)
    filled = targets
    var (excused, unassigned) = (0, 0)
    defer {
      if excused > 0 { ownNotes.append("excused in Canvas and left so: \(excused)") }
      if unassigned > 0 {
        ownNotes.append("not assigned in Canvas (N/A) and left so: \(unassigned)")
      }
    }
    return self.sheet.filled { row in
      let ids = CanvasExport.ids(in: row, header)
      let name = names.filter(row.indices.contains).map { row[$0].text }.joined(separator: " ")
      return ids.isEmpty ? nil : (ids, name)
    } cells: { mark, row in
      targets.compactMap { exercise, column in
        guard row.indices.contains(column) else { return nil }
        let isExcused = exercise.map { mark.excused.contains($0) } ?? false || mark.isExcused
        let points = exercise.map { mark.byExercise[$0] } ?? mark.points
        guard let text = isExcused ? "EX" : points.map(sheet.number) else { return nil }
        switch row[column].text.trimmed.uppercased() {
        case "EX":
          excused += 1
          return nil
        case "N/A":
          unassigned += 1
          return nil
        default: return (column, text)
        }
      }
    }
  }

  /// What a row calls its student; nothing where the row is none's.
  private static func ids(in row: [CSVTable.Cell], _ header: [String]) -> [String] {
    header.indices.filter {
      ["ID", "SIS User ID", "SIS Login ID", "Integration ID"].contains(header[$0])
        && row.indices.contains($0)
    }
    .map { row[$0].text.trimmed }.filter { !$0.isEmpty }
  }

  /// The columns that are out of something else in Canvas.
  private func differences(_ targets: [(exercise: String?, column: Int)]) -> [String] {
    // The rows before the students' are Canvas's own; one of them has the points possible.
    let rows = sheet.table.rows.dropFirst().prefix { CanvasExport.ids(in: $0, header).isEmpty }
    return targets.flatMap { exercise, column in
      let cell = rows.lazy.filter { $0.indices.contains(column) }.map { $0[column].text }
        .first { GradeSheet.number(in: $0) != nil }
      return sheet.difference(
        of: cell ?? "", from: sheet.maximum(of: exercise), in: header[column], of: "Canvas")
    }
  }

  var notes: [String] { ownNotes + sheet.notes }

  var columns: String {
    filled.map { exercise, column in
      let title = "'\(header[column].shownOnOneLine)'"
      return exercise.map { "\($0) in \(title)" } ?? "points in \(title)"
    }.joined(separator: ", ")
  }

  /// The columns of a student's name: one, or two where Canvas is set to part names.
  private static func names(in header: [String]) -> [Int] {
    let one = header.indices.filter { header[$0] == "Student" || header[$0] == "Student Name" }
    if let first = one.first { return [first] }
    let parts = ["FirstName", "LastName"].compactMap { part in
      header.firstIndex { $0.filter { $0 != " " } == part }
    }
    return parts.count == 2 ? parts : []
  }

  /// The columns to fill, each with its exercise; none for the total.
  private func targets() throws(ExportFault) -> [(exercise: String?, column: Int)] {
    if let column = order.column { return [(nil, try index(of: column))] }
    let matches = sheet.exercises.compactMap { exercise in
      column(of: exercise).map { (exercise: Optional(exercise), column: $0) }
    }
    if matches.isEmpty, !sheet.exercises.isEmpty { throw unmatched }
    return matches
  }

  /// The assignment that is called as an exercise; nil where it is none, or several.
  private func column(of exercise: String) -> Int? {
    for name in [exercise, order.title(of: exercise)] {
      let columns = assignments.filter {
        CanvasExport.title(header[$0]).matchingKey == name.matchingKey
      }
      if !columns.isEmpty { return columns.count == 1 ? columns[0] : nil }
    }
    return nil
  }

  private var assignments: [Int] {
    let start = header.firstIndex(of: "Section") ?? 0
    return header.indices.filter { $0 > start && CanvasExport.title(header[$0]) != header[$0] }
  }

  private func index(of name: String) throws(ExportFault) -> Int {
    var found = assignments.filter { header[$0].matchingKey == name.matchingKey }
    if found.isEmpty {
      found = assignments.filter {
        CanvasExport.title(header[$0]).matchingKey == name.matchingKey
          || header[$0].hasSuffix("(\(name))")
      }
    }
    guard let column = found.first, found.count == 1 else { throw unmatched }
    return column
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
    return String(match.output.1).trimmed
  }
}
