import Grading
import LocatedJSON

/// The `result.json` of Classroom 50, one for each student.
///
/// Points are whole numbers there, so fractions are scaled until they are.
struct Classroom50Export: ClassExport {
  static let name = "classroom50"
  static let summary = "result.json for Classroom 50"
  static let isPerStudent = true

  private let order: ExportOrder

  init(_ order: ExportOrder) {
    self.order = order
  }

  private static let identity = [
    ("classroom", "CLASSROOM"), ("assignment", "ASSIGNMENT"), ("submission", "SUBMISSION_TAG"),
    ("commit", "COMMIT_URL"), ("release", "RELEASE_URL"),
  ]

  func bytes(of record: StudentRecord) -> [UInt8] {
    let steps = record.marked.flatMap { result in
      result.feedback.steps.map { (name: "\(result.exercise): \($0.name)", step: $0) }
    }
    let scale = Classroom50Export.scale(steps.flatMap { [$0.step.points, $0.step.outOf] })
    func whole(_ points: Double) -> Int { Int((points * scale).rounded()) }
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    json.key("schema")
    json.value("classroom50/result/v1")
    for (key, variable) in Classroom50Export.identity {
      json.key(key)
      json.value(order.environment[variable] ?? "")
    }
    json.key("review")
    json.value(order.environment["REVIEW_URL"] ?? order.environment["COMMIT_URL"] ?? "")
    json.key("datetime")
    json.value(order.now)
    json.key("score")
    json.value(steps.reduce(0) { $0 + whole($1.step.points) })
    json.key("max-score")
    json.value(steps.reduce(0) { $0 + whole($1.step.outOf) })
    json.key("tests")
    json.beginArray()
    for (name, step) in steps {
      json.beginObject()
      json.key("test-name")
      json.value(name.shownOnOneLine)
      json.key("passed")
      json.value(step.isFull)
      json.key("score")
      json.value(whole(step.points))
      json.key("max-score")
      json.value(whole(step.outOf))
      json.key("message")
      json.value(step.sentences.joined(separator: "\n"))
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// The smallest of some factors that makes all numbers whole; 1000 where none does.
  static func scale(_ numbers: [Double]) -> Double {
    [1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 100].first { factor in
      numbers.allSatisfy { abs(($0 * factor).rounded() - $0 * factor) < 1e-9 }
    } ?? 1000
  }
}
