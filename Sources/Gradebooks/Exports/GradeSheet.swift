import Foundation
import LocatedJSON
import Reports
import SystemCalls

/// A table downloaded from elsewhere whose grades are filled in; every other byte stays as it was.
struct GradeSheet {
  let table: CSVTable
  private let path: String
  private var people: [Person] = []
  private var marks: [Mark] = []
  private let hasDecimalComma: Bool
  /// What the exercises are out of that anybody has marks for.
  private var maxima: [String: Double] = [:]

  /// What a student is to get.
  struct Mark {
    let points: Double
    let byExercise: [String: Double]
    let feedback: String
  }

  init(_ path: String) throws(ExportFault) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ExportFault("\(path) could not be read")
    }
    table = CSVTable(Array(data))
    guard !table.rows.isEmpty else { throw ExportFault("\(path) is empty") }
    hasDecimalComma = GradeSheet.usesDecimalComma(table)
  }

  /// Where the filled table goes: into the results under the name of the download.
  static func target(of order: ExportOrder, prefix: String) throws(ExportFault) -> String {
    let name = order.file.split(separator: "/").last.map(String.init) ?? order.file
    let own = ["gradebook.csv", "results.jsonl", "class.html"].contains(name)
    let target = order.results + "/" + (own ? "\(prefix)-\(name)" : name)
    if FolderPath.isSame(target, order.file) {
      throw ExportFault("\(order.file) is a download, and would be written over")
    }
    return target
  }

  /// Keeps a student's marks; who could not be graded, or handed in nothing, gets none.
  mutating func add(_ record: StudentRecord, feedback: String) {
    guard !record.marked.isEmpty, record.faults.isEmpty else { return }
    people.append(Person(id: record.id, name: record.name, aliases: record.aliases))
    let byExercise = record.marked.map { ($0.exercise, $0.points) }
    for result in record.marked {
      maxima[result.exercise] = max(maxima[result.exercise] ?? 0, result.outOf)
    }
    marks.append(
      Mark(
        points: record.points,
        byExercise: Dictionary(byExercise, uniquingKeysWith: { $1 }), feedback: feedback))
  }

  /// The exercises that anybody has marks for.
  var exercises: [String] { maxima.keys.sorted() }

  /// What an exercise is out of; for no exercise all of them together.
  func maximum(of exercise: String?) -> Double {
    exercise.map { maxima[$0] ?? 0 } ?? exercises.reduce(0) { $0 + (maxima[$1] ?? 0) }
  }

  /// What to say where a column is out of another number of points than what is written into it.
  func difference(
    of cell: String, from points: Double, in column: String, of system: String
  ) -> [String] {
    guard let theirs = GradeSheet.number(in: cell), abs(theirs - points) > 0.0005 else { return [] }
    return [
      "'\(column.shownOnOneLine)' is out of \(Numbers.points(theirs)) in \(system), but "
        + "\(Numbers.points(points)) here; the points were written as they are"
    ]
  }

  /// The number a cell has, with a point or a comma; nil where it has anything else.
  static func number(in cell: String) -> Double? {
    let text = cell.trimmingCharacters(in: .whitespaces)
    guard text.wholeMatch(of: /[0-9]+([.,][0-9]*)?/) != nil else { return nil }
    return Double(text.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The students whose marks no row has asked for.
  private(set) var unplaced: [String] = []

  /// Fills the rows.
  ///
  /// - Parameters:
  ///   - row: What a row says of its student: ids, and a name. Nil where it is no student's.
  ///   - cells: The cells of a row to write over, with their texts, for a student's marks.
  mutating func filled(
    row: ([CSVTable.Cell]) -> (ids: [String], name: String)?,
    cells: (Mark, [CSVTable.Cell]) -> [(column: Int, text: String)]
  ) -> [UInt8] {
    let index = PersonIndex(people)
    var output: [UInt8] = []
    output.reserveCapacity(table.bytes.count + 1024)
    var position = 0
    var placed: Set<Int> = []
    for line in table.rows.dropFirst() {
      guard let (ids, name) = row(line), let number = index.person(ids: ids, name: name) else {
        continue
      }
      placed.insert(number)
      let edits = cells(marks[number], line).filter { line.indices.contains($0.column) }
      for edit in edits.sorted(by: { $0.column < $1.column }) {
        let range = line[edit.column].range
        output += table.bytes[position..<range.lowerBound]
        output += cell(edit.text)
        position = range.upperBound
      }
    }
    unplaced = people.indices.filter { !placed.contains($0) }.map { people[$0].id }
    return output + table.bytes[position...]
  }

  /// The number as the table writes numbers.
  func number(_ value: Double) -> String {
    let text = Numbers.points(value)
    return hasDecimalComma ? text.replacing(".", with: ",") : text
  }

  /// Whether numbers in a table have a comma where English has a point.
  private static func usesDecimalComma(_ table: CSVTable) -> Bool {
    var commas = 0
    for cell in table.rows.dropFirst().prefix(200).joined() {
      if cell.text.wholeMatch(of: /[0-9]+,[0-9]+/) != nil { commas += 1 }
      if cell.text.wholeMatch(of: /[0-9]+\.[0-9]+/) != nil { return false }
    }
    return commas > 0
  }

  private func cell(_ text: String) -> [UInt8] {
    let needsQuotes = text.utf8.contains { [0x22, 0x0A, 0x0D, table.separator].contains($0) }
    return Array((needsQuotes ? CSV.quoted(text) : text).utf8)
  }

  /// What to say about students who are not in the table.
  var notes: [String] {
    if unplaced.isEmpty { return [] }
    let shown = unplaced.prefix(20).map(\.shownOnOneLine).joined(separator: ", ")
    return ["not in \(path) (\(unplaced.count)): \(shown)" + (unplaced.count > 20 ? ", …" : "")]
  }
}
