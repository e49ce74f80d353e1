import Gradebooks
import LocatedJSON
import Reports

/// A student's result with what stands of it in the files of the class; made on any thread.
struct RenderedResult: Sendable {
  /// The result, and what it comes to in the assignment.
  let result: StudentResult
  let lines: ClassLines

  /// - Parameter earlier: What this grader made of the same result before, in whatever form.
  init(_ found: StudentResult, _ form: RecordForm, earlier: ClassLines? = nil) {
    var result = found
    if let assignment = form.assignment { result.record = assignment.graded(found.record) }
    self.result = result
    if let earlier, earlier.form == form.mark {
      lines = earlier
    } else {
      lines = ClassLines(result.record, form)
    }
  }
}

/// What stands of one student in the files of the class.
///
/// It hangs on the student's record, on how records are written, and on the grader's own bytes.
package struct ClassLines: Sendable {
  /// What tells how records are written: ``RecordForm/mark``.
  let form: UInt64
  /// The lines of `results.jsonl`.
  let results: [UInt8]
  let row: Gradebook.Row

  init(form: UInt64, results: [UInt8], row: Gradebook.Row) {
    self.form = form
    self.results = results
    self.row = row
  }

  /// - Parameter record: What came of the student, with what it comes to in the assignment.
  fileprivate init(_ record: StudentRecord, _ form: RecordForm) {
    var json = JSONWriter()
    for feedback in record.results {
      let part = record.grade?.part(feedback.exercise)
      FeedbackJSON.write(feedback, to: &json) { json in
        guard let part else { return }
        json.key("assignment")
        json.beginObject()
        GradeJSON.write(part, to: &json)
        json.endObject()
      }
      json.endLine()
    }
    results = json.bytes
    row = Gradebook.Row(record, showsLateness: form.showsLateness, assigned: form.columns)
    self.form = form.mark
  }
}
