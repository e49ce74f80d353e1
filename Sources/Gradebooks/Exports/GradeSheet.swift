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
    /// The total; nil where it is not final yet, or where the student is excused from all of it.
    let points: Double?
    let byExercise: [String: Double]
    /// What a person has excused the student from.
    let excused: Set<String>
    let isExcused: Bool
    let feedback: String
  }

  init(_ path: String) throws(ExportFault) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ExportFault("\(path) could not be read")
    }
    table = CSVTable(Array(data))
    guard !table.rows.isEmpty else { throw ExportFault("\(path) is empty") }
    if let fault = table.fault { throw ExportFault("\(path) \(fault)") }
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
  ///
  /// - Parameter writesAll: Whether what a person is still to read is written as it stands.
  mutating func add(_ record: StudentRecord, feedback: String, writesAll: Bool) {
    guard !record.marked.isEmpty || record.isExcused || record.ruling != nil,
      record.faults.isEmpty
    else { return }
    people.append(Person(id: record.id, name: record.name, aliases: record.aliases))
    let worth = record.worth
    for one in worth { maxima[one.exercise] = max(maxima[one.exercise] ?? 0, one.outOf) }
    if let grade = record.grade { assignedMaximum = grade.maximum }
    let isFinal = writesAll || record.toBeRead == 0
    if !isFinal { notFinal.append(record.id) }
    let open = writesAll ? [] : Set(record.unfinished)
    let byExercise = worth.filter { !open.contains($0.exercise) }.map { ($0.exercise, $0.points) }
    marks.append(
      Mark(
        points: isFinal && !record.isExcused ? record.points : nil,
        byExercise: Dictionary(byExercise, uniquingKeysWith: { $1 }),
        excused: Set(record.excused), isExcused: record.isExcused, feedback: feedback))
  }

  /// The students whose totals were left empty, for a person is still to read some of the work.
  private var notFinal: [String] = []
  /// What the total is out of where there is an assignment.
  private var assignedMaximum: Double?

  /// The exercises that anybody has marks for.
  var exercises: [String] { maxima.keys.sorted() }

  /// What an exercise is out of; for no exercise all of them together.
  func maximum(of exercise: String?) -> Double {
    exercise.map { maxima[$0] ?? 0 } ?? assignedMaximum
      ?? exercises.reduce(0) { $0 + (maxima[$1] ?? 0) }
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
  /// Students whose marks several rows might ask for, and rows that might be several students'.
  private var unsure: (students: [String], rows: [String]) = ([], [])
  /// The students who were found by an id that has fewer zeros in front, or more.
  private var shortened: [String] = []

  /// What a row says of its student.
  typealias Row = (ids: [String], name: String)

  /// Fills the rows.
  ///
  /// - Parameters:
  ///   - row: What a row says of its student; nil where it is no student's.
  ///   - cells: The cells of a row to write over, with their texts, for a student's marks.
  mutating func filled(
    row: ([CSVTable.Cell]) -> Row?,
    cells: (Mark, [CSVTable.Cell]) -> [(column: Int, text: String)]
  ) -> [UInt8] {
    let owners = owners(of: table.rows.dropFirst().map(row))
    var output: [UInt8] = []
    output.reserveCapacity(table.bytes.count + 1024)
    var position = 0
    for (line, owner) in zip(table.rows.dropFirst(), owners) {
      guard let owner else { continue }
      let edits = cells(marks[owner], line).filter { line.indices.contains($0.column) }
      for edit in edits.sorted(by: { $0.column < $1.column }) {
        let range = line[edit.column].range
        output += table.bytes[position..<range.lowerBound]
        output += cell(edit.text)
        position = range.upperBound
      }
    }
    return table.encoding.original(output + table.bytes[position...])
  }

  /// Whose each row is, where that is sure; what is not is noted.
  private mutating func owners(of rows: [Row?]) -> [Int?] {
    let index = PersonIndex(people)
    var claims: [Int: [(row: Int, evidence: PersonIndex.Evidence)]] = [:]
    for (number, row) in rows.enumerated() {
      guard let row else { continue }
      switch index.match(ids: row.ids, name: row.name) {
      case .nobody: break
      case .several: unsure.rows.append(row.name.isEmpty ? row.ids.first ?? "" : row.name)
      case .person(let person, let evidence): claims[person, default: []].append((number, evidence))
      }
    }
    var owners = [Int?](repeating: nil, count: rows.count)
    for person in people.indices {
      let all = (claims[person] ?? []).filter { claim in
        // A namesake with another number or address is somebody else.
        claim.evidence > .name || !people[person].isContradicted(by: rows[claim.row]?.ids ?? [])
      }
      guard let best = all.map(\.evidence).max() else {
        unplaced.append(people[person].id)
        continue
      }
      // A namesake's row is not the student's whose id another row has.
      let own = all.filter { $0.evidence == best }.map(\.row)
      // The same person in two rows is one person; two names under one id are two.
      let descriptions = own.compactMap { rows[$0] }.map { row in
        row.ids.map(\.matchingKey) + [row.name.nameKey]
      }
      if Set(descriptions).count > 1 {
        unsure.students.append(people[person].id)
        continue
      }
      if best == .idWithoutZeros { shortened.append(people[person].id) }
      for row in own { owners[row] = person }
    }
    return owners
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
      if cell.text.wholeMatch(of: /\s*[0-9]+,[0-9]+\s*/) != nil { commas += 1 }
      if cell.text.wholeMatch(of: /\s*[0-9]+\.[0-9]+\s*/) != nil { return false }
    }
    return commas > 0
  }

  private func cell(_ text: String) -> [UInt8] {
    let needsQuotes = text.utf8.contains { [0x22, 0x0A, 0x0D, table.separator].contains($0) }
    return table.encoding.bytes(needsQuotes ? CSV.quoted(text) : text)
  }

  /// What to say about students who are not in the table, or not for sure.
  var notes: [String] {
    NameList.note(
      "not final, since a person is still to read answers, and left out; "
        + "--export-not-final writes them", notFinal)
      + NameList.note("not in \(path)", unplaced)
      + NameList.note(
        "several rows of \(path) could be meant, so none was filled", unsure.students)
      + NameList.note(
        "rows of \(path) that could be several students', and were not filled", unsure.rows)
      + NameList.note("found by an id with other zeros in front", shortened)
  }
}

extension Person {
  /// Whether a row has ids that tell somebody else: of a sort that the person has, and other ones.
  fileprivate func isContradicted(by ids: [String]) -> Bool {
    let (own, other) = ([id] + aliases, ids)
    return IDSort.allCases(of: own).contains { sort in
      let theirs = other.filter { IDSort($0) == sort }.map(\.matchingKey)
      return !theirs.isEmpty
        && Set(theirs).isDisjoint(with: own.filter { IDSort($0) == sort }.map(\.matchingKey))
    }
  }
}

/// What sort of id it is, by which two can be held against each other.
private enum IDSort: Hashable {
  case address
  /// A number of so many digits, as those of one system have.
  case number(digits: Int)

  init?(_ id: String) {
    let id = id.trimmed
    if id.contains("@") {
      self = .address
    } else if id.count > 3, id.allSatisfy(\.isASCIIDigit) {
      self = .number(digits: id.count)
    } else {
      return nil
    }
  }

  static func allCases(of ids: [String]) -> Set<IDSort> { Set(ids.compactMap { IDSort($0) }) }
}
