import LocatedJSON
import Numerics
import Reports

/// Gradescope's `results.json`, one for each student.
struct GradescopeExport: ClassExport {
  static let name = "gradescope"
  static let summary = "results.json for a Gradescope autograder"
  static let isPerStudent = true

  private let order: ExportOrder

  init(_ order: ExportOrder) {
    self.order = order
  }

  func bytes(of record: StudentRecord) -> [UInt8] {
    JSONWriter.object { json in
      json.member("score", record.points.withoutDust)
      json.member("output", record.status.shownOnOneLine)
      // Plain text everywhere: no word of a student's is ever taken for markup.
      for key in ["output_format", "test_output_format", "test_name_format"] {
        json.member(key, "text")
      }
      json.member("tests", record.steps) { entry, json in
        json.member("score", entry.step.points.withoutDust)
        json.member("max_score", entry.step.outOf.withoutDust)
        json.member("status", entry.step.isFull ? "passed" : "failed")
        json.member("name", order.title(of: entry))
        json.member("number", entry.number)
        json.member("output", entry.step.sentences.joined(separator: "\n"))
      }
    }
  }
}
