import LocatedJSON
import Numerics
import Reports

/// One JSON object for each student, with everything that is known.
struct JSONLinesExport: ClassExport {
  static let name = "jsonl"
  static let summary = "a JSON object for each student"

  private let order: ExportOrder

  init(_ order: ExportOrder) {
    self.order = order
  }

  func bytes(of record: StudentRecord) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("student", record.id)
    json.member("name", record.name)
    if order.facts.knowsLateness { json.member("late", record.isLate) }
    json.member("points", record.points.withoutDust)
    if let grade = record.grade { GradeJSON.write(grade, to: &json) }
    json.member("status", record.status)
    json.key("results")
    json.beginArray()
    for result in record.results { FeedbackJSON.write(result, to: &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
