import Grading
import LocatedJSON

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
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.key("score")
    json.value(record.points)
    json.key("output")
    json.value(record.status.shownOnOneLine)
    // Plain text everywhere: no word of a student's is ever taken for markup.
    for key in ["output_format", "test_output_format", "test_name_format"] {
      json.key(key)
      json.value("text")
    }
    json.key("tests")
    json.beginArray()
    for (index, result) in record.marked.enumerated() {
      for (number, step) in result.feedback.steps.enumerated() {
        write(step, of: result, number: "\(index + 1).\(number + 1)", to: &json)
      }
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(
    _ step: StepFeedback, of result: StudentRecord.Result, number: String,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("score")
    json.value(step.points)
    json.key("max_score")
    json.value(step.outOf)
    json.key("status")
    json.value(step.isFull ? "passed" : "failed")
    json.key("name")
    json.value("\(order.title(of: result.exercise)): \(step.name)".shownOnOneLine)
    json.key("number")
    json.value(number)
    json.key("output")
    json.value(step.sentences.joined(separator: "\n"))
    json.endObject()
  }
}
