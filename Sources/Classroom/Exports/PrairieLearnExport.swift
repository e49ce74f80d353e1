import Grading
import LocatedJSON

/// PrairieLearn's `results.json`, one for each student.
struct PrairieLearnExport: ClassExport {
  static let name = "prairielearn"
  static let summary = "results.json for a PrairieLearn external grader"
  static let isPerStudent = true

  private let order: ExportOrder

  init(_ order: ExportOrder) {
    self.order = order
  }

  func bytes(of record: StudentRecord) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    // What could not be read or graded costs no attempt.
    let isGradable = record.outOf > 0 && record.faults.isEmpty
    json.beginObject()
    json.key("gradable")
    json.value(isGradable)
    if isGradable {
      json.key("score")
      json.value(record.points / record.outOf)
    } else {
      json.key("format_errors")
      json.beginArray()
      for reason in record.faults + record.problems { json.value(reason.shownOnOneLine) }
      json.endArray()
    }
    json.key("message")
    json.value(record.status.shownOnOneLine)
    json.key("tests")
    json.beginArray()
    for result in record.marked {
      for step in result.feedback.steps { write(step, of: result, to: &json) }
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(
    _ step: StepFeedback, of result: StudentRecord.Result, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("name")
    json.value("\(order.title(of: result.exercise)): \(step.name)".shownOnOneLine)
    json.key("points")
    json.value(step.points)
    json.key("max_points")
    json.value(step.outOf)
    json.key("message")
    json.value(step.sentences.joined(separator: "\n"))
    json.endObject()
  }
}
