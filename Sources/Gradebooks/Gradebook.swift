import LocatedJSON
import Marking
import Reports
import SystemCalls

/// The table of a class: one row for each student, one column for each exercise.
///
/// Which columns there are is known only at the end, so the rows are spooled meanwhile.
package struct Gradebook: ~Copyable {
  private let path: String
  private let spool: Spool
  private var columns: Set<String> = []
  /// Whether there is a column for those who were late.
  private let showsLateness: Bool
  /// The columns of an assignment, which are known from the beginning.
  private let assigned: GradebookColumns?

  package init(
    _ path: String, showsLateness: Bool = false, assigned: GradebookColumns? = nil
  ) throws(OutputFile.Fault) {
    self.path = path
    self.assigned = assigned
    self.showsLateness = showsLateness
    spool = try Spool(path)
  }

  /// A row before its columns are known; it can be made on any thread.
  package struct Row: Sendable {
    /// What stands before and behind the columns, and between them each exercise with its points.
    package let bytes: [UInt8]

    /// A row that was made before.
    package init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    package init(
      _ record: StudentRecord, showsLateness: Bool = false, assigned: GradebookColumns? = nil
    ) {
      let late = showsLateness ? [record.isLate ? "late" : ""] : []
      var text = CSV.cells([record.id.shownOnOneLine, record.name] + late)
      let status = record.status.shownOnOneLine
      if let assigned, let grade = record.grade {
        text +=
          "," + assigned.cells(of: grade).joined(separator: ",") + "\u{1F}" + CSV.cell(status)
      } else {
        for result in record.results where result.outOf > 0 {
          text += "\u{1F}" + result.exercise.withoutSeparators + "\u{1E}" + Row.points(result)
        }
        let total = Numbers.counted(record.points, isExcused: record.isExcused)
        text += "\u{1F}" + total + "," + CSV.cell(status)
      }
      // A cell may hold line breaks; a spooled row may not.
      bytes = text.utf8.map { $0 == 0x0A ? 0x20 : $0 } + [0x0A]
    }

    private static func points(_ result: Feedback) -> String {
      Numbers.counted(result.points, isExcused: result.ruling?.isExcused == true)
    }
  }

  package mutating func add(
    _ row: Row, of record: borrowing StudentRecord
  ) throws(OutputFile.Fault) {
    for result in record.results where result.outOf > 0 && assigned == nil {
      columns.insert(result.exercise.withoutSeparators)
    }
    try spool.write(row.bytes)
  }

  /// Writes the table.
  ///
  /// - Parameter partialPath: Where it goes when not all students are in it.
  package mutating func finish(as partialPath: String? = nil) throws(OutputFile.Fault) {
    try spool.rewind()
    let exercises = columns.sorted()
    let names = exercises.map { Array($0.utf8) }
    var table = try OutputFile(partialPath ?? path)
    let titles = assigned?.titles ?? exercises + ["total"]
    try table.write(
      CSV.line(["student", "name"] + (showsLateness ? ["late"] : []) + titles + ["status"]))
    while let line = spool.next() {
      let parts = line.split(separator: 0x1F, omittingEmptySubsequences: false)
      var row = Array(parts[0])
      for name in names {
        row.append(UInt8(ascii: ","))
        let cell = parts.dropFirst().dropLast().first {
          $0.count > name.count && $0.starts(with: name) && $0[$0.startIndex + name.count] == 0x1E
        }
        if let cell { row += cell.dropFirst(name.count + 1) }
      }
      row.append(UInt8(ascii: ","))
      row += parts[parts.count - 1]
      row += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
      try table.write(row)
    }
    try table.commit(as: partialPath)
  }
}

extension String {
  /// The text without the two control characters that part the cells of a spooled row.
  fileprivate var withoutSeparators: String {
    utf8.contains { $0 == 0x1E || $0 == 0x1F || $0 == 0x0A }
      ? String(unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }) : self
  }
}
