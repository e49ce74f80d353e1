import Grading
import LocatedJSON
import Reports

/// The table of a class: one row for each student, one column for each exercise.
///
/// Which columns there are is known only at the end, so the rows are spooled meanwhile.
struct Gradebook: ~Copyable {
  private let path: String
  private let spool: Spool
  private var columns: Set<String> = []

  init(_ path: String) throws(OutputFile.Fault) {
    self.path = path
    spool = try Spool(path)
  }

  mutating func add(_ record: borrowing StudentRecord) throws(OutputFile.Fault) {
    var json = JSONWriter()
    json.beginArray()
    json.value(record.id)
    json.value(record.name)
    json.value(Numbers.points(record.points))
    json.value(record.status)
    for result in record.results where result.feedback.outOf > 0 {
      columns.insert(result.exercise)
      json.value(result.exercise)
      json.value(Numbers.points(result.feedback.points))
    }
    json.endArray()
    json.endLine()
    try spool.write(json.bytes)
  }

  /// Writes the table.
  mutating func finish() throws(OutputFile.Fault) {
    try spool.rewind()
    let exercises = columns.sorted()
    var table = try OutputFile(path)
    try table.write(CSV.line(["student", "name"] + exercises + ["total", "status"]))
    while let line = spool.next() {
      let source = SourceText(name: path, bytes: line)
      guard case .array(let items)? = try? JSONText.parse(source).kind else {
        throw OutputFile.Fault(description: "\(path) could not be written: its rows are damaged")
      }
      let cells = items.map { String(json: $0) ?? "" }
      var points: [String: String] = [:]
      for index in stride(from: 4, to: cells.count - 1, by: 2) {
        points[cells[index]] = cells[index + 1]
      }
      let row = [cells[0], cells[1]] + exercises.map { points[$0] ?? "" } + [cells[2], cells[3]]
      try table.write(CSV.line(row))
    }
    try table.commit()
  }
}
