import LocatedJSON

/// The `result.json` of Classroom 50, one for each student.
///
/// Points are whole numbers there, so all of them are hundredths: a factor that went by what a
/// student got would give every student another maximum.
struct Classroom50Export: ClassExport {
  static let name = "classroom50"
  static let summary = "result.json for Classroom 50, in hundredths of points"
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
    JSONWriter.object { json in
      json.member("schema", "classroom50/result/v1")
      for (key, variable) in Classroom50Export.identity { json.member(key, value(variable)) }
      let review = value("REVIEW_URL")
      json.member("review", review.isEmpty ? value("COMMIT_URL") : review)
      json.member("datetime", order.now)
      // The gradebook's total, however the steps of it are rounded.
      json.member("score", hundredths(record.points))
      json.member("max-score", hundredths(record.outOf))
      json.member("tests", record.steps) { entry, json in
        json.member("test-name", "\(entry.exercise): \(entry.step.name)".shownOnOneLine)
        json.member("passed", entry.step.isFull)
        json.member("score", hundredths(entry.step.points))
        json.member("max-score", hundredths(entry.step.outOf))
        json.member("message", entry.step.sentences.joined(separator: "\n"))
      }
    }
  }

  private func value(_ variable: String) -> String { order.environment[variable] ?? "" }

  private func hundredths(_ points: Double) -> Int { Int((points * 100).rounded()) }
}
