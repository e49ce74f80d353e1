import Diagnosis
import Gradebooks
import Marking

/// What tests of exports have in common.
package enum ExportsSample {
  package static let facts = facts()

  package static func facts(students: Int = 3, pages: FeedbackPages = .init()) -> ClassFacts {
    ClassFacts(
      students: students, knowsLateness: false,
      titles: ["double": "Double it", "square": "Square it"], pages: pages)
  }

  package static func order(
    _ file: String = "f", column: String? = nil, facts: ClassFacts = facts
  ) -> ExportOrder {
    ExportOrder(
      file: file, results: "results", facts: facts, column: column,
      environment: ["CLASSROOM": "c", "ASSIGNMENT": "a", "COMMIT_URL": "u", "REVIEW_URL": ""],
      now: "2026-01-01T00:00:00Z")
  }

  /// Everything an export writes of a class, for one student or for all.
  package static func text(
    _ form: any ClassExport.Type, _ records: [StudentRecord], _ order: ExportOrder
  ) throws -> String {
    try written(form, records, order).text
  }

  /// The same with what there is to say about it.
  package static func written(
    _ form: any ClassExport.Type, _ records: [StudentRecord], _ order: ExportOrder
  ) throws -> (text: String, notes: [String]) {
    var export = try form.init(order)
    var bytes = export.head()
    for record in records { bytes += try export.bytes(of: record) }
    bytes += try export.foot()
    return (String(decoding: bytes, as: UTF8.self), export.notes)
  }

  /// One who is right, one who is wrong and one who handed in nothing, as a run marks them.
  package static func records() -> [StudentRecord] {
    var ada = record("ada", "double", .correct)
    ada.name = "Ada L."
    ada.origin = "ada"
    var bob = record("bob", "double", .incorrect)
    bob.origin = "bob"
    bob.results[0].steps[0].says = ["This is x."]
    bob.results[0].steps[0].diagnosis = Explanation(kind: .mistake, formula: "x")
    var cy = StudentRecord(id: "cy")
    cy.origin = "cy"
    cy.problems = ["nothing handed in"]
    return [ada, bob, cy]
  }

  /// A student who has answered an exercise of one step.
  package static func record(_ id: String, _ exercise: String, _ status: Status) -> StudentRecord {
    var record = StudentRecord(id: id)
    let step = StepFeedback(
      name: "y", status: status, points: status == .correct ? 1 : 0, outOf: 1)
    record.results = [Feedback(exercise: exercise, student: id, steps: [step])]
    return record
  }
}
