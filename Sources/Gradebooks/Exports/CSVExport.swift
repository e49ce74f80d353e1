import LocatedJSON
import Reports

/// A table for people and spreadsheets: one line for each step of each student.
struct CSVExport: ClassExport {
  static let name = "csv"
  static let summary = "a line for each student, exercise and step"

  private let order: ExportOrder

  init(_ order: ExportOrder) {
    self.order = order
  }

  func head() -> [UInt8] {
    line(
      ["student", "name"] + (order.facts.knowsLateness ? ["late"] : [])
        + ["exercise", "step", "status", "points", "out_of", "says"])
  }

  func bytes(of record: StudentRecord) -> [UInt8] {
    let late = order.facts.knowsLateness ? [record.isLate ? "late" : ""] : []
    let who = [record.id, record.name] + late
    if record.marked.isEmpty { return line(who + ["", "", record.status, "0", "", ""]) }
    return record.marked.flatMap { result in
      result.steps.flatMap { step in
        line(
          who + [
            result.exercise, step.name, step.status.rawValue, Numbers.points(step.points),
            Numbers.points(step.outOf), step.sentences.dropFirst().joined(separator: " "),
          ])
      }
    }
  }

  private func line(_ cells: [String]) -> [UInt8] {
    Array(CSV.line(cells.map(\.shownOnOneLine)).utf8)
  }
}
