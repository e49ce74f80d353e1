@testable import Gradebooks

/// What tests of exports have in common.
enum ExportsSample {
  static let facts = facts()

  static func facts(students: Int = 3, pages: FeedbackPages = .init()) -> ClassFacts {
    ClassFacts(
      students: students, knowsLateness: false,
      titles: ["double": "Double it", "square": "Square it"], pages: pages)
  }

  static func order(
    _ file: String = "f", column: String? = nil, facts: ClassFacts = facts
  ) -> ExportOrder {
    ExportOrder(
      file: file, results: "results", facts: facts, column: column,
      environment: ["CLASSROOM": "c", "ASSIGNMENT": "a", "COMMIT_URL": "u", "REVIEW_URL": ""],
      now: "2026-01-01T00:00:00Z")
  }

  /// Everything an export writes of a class, for one student or for all.
  static func text(
    _ form: any ClassExport.Type, _ records: [StudentRecord], _ order: ExportOrder
  ) throws -> String {
    var export = try form.init(order)
    var bytes = export.head()
    for record in records { bytes += try export.bytes(of: record) }
    bytes += try export.foot()
    return String(decoding: bytes, as: UTF8.self)
  }
}
