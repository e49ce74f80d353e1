import Exercises
import Foundation
import Gradebooks
import LocatedJSON
import Marking
import Numerics
import Reports
import SystemCalls

/// The files of a class's results, written student by student, whoever marked them.
package struct ClassResults: ~Copyable {
  private let output: String
  private let form: RecordForm
  private var results: OutputFile
  private var gradebook: Gradebook
  private(set) var summary = ClassSummary()
  private var statistics = ClassStatistics()
  private let pseudonyms: PseudonymTable?

  init(_ output: String, _ form: RecordForm) throws(OutputFile.Fault) {
    let results = try OutputFile(output + "/results.jsonl")
    let gradebook = try Gradebook(
      output + "/gradebook.csv", showsLateness: form.showsLateness, assigned: form.columns)
    pseudonyms = form.isAnonymous ? try PseudonymTable(in: output) : nil
    self.output = output
    self.form = form
    self.results = results
    self.gradebook = gradebook
  }

  /// Adds a student; they come in the order of their ids.
  mutating func add(_ rendered: RenderedResult) throws(OutputFile.Fault) {
    let result = rendered.result
    try results.write(rendered.lines.results)
    try gradebook.add(rendered.lines.row, of: result.record)
    try pseudonyms?.add(result)
    summary.add(result)
    statistics.add(
      result.label, result.record.results, called: result.called(isAnonymous: form.isAnonymous),
      link: form.hasIndex ? result.place.link : nil)
  }

  /// Notes that what was kept of a student could be used.
  mutating func noteReuse() { summary.noteReuse() }

  /// Notes what changed for a student since an earlier run.
  mutating func add(_ regrade: Regrade) { summary.add(regrade) }

  /// Makes the files appear.
  mutating func finish(titles: [String: String]) throws(OutputFile.Fault) {
    try results.commit()
    try gradebook.finish()
    try pseudonyms?.finish()
    for name in ClassResults.partialFiles { unlink(output + "/" + name) }
    var page = try OutputFile(output + "/class.html")
    try page.write(ClassPage(statistics, titles: titles).page)
    try page.commit()
  }

  /// What an interrupted run leaves of the gradebook and the results, under names that nobody
  /// takes for the whole.
  package static let partialFiles = ["gradebook.partial.csv", "results.partial.jsonl"]

  /// Makes the students that have been added appear in files of their own.
  mutating func finishPartly() throws(OutputFile.Fault) {
    summary.isInterrupted = true
    try gradebook.finish(as: output + "/" + ClassResults.partialFiles[0])
    try results.commit(as: output + "/" + ClassResults.partialFiles[1])
  }
}

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

/// How the records of a class are written: what they come to, and what is said of it.
struct RecordForm: Sendable {
  let assignment: ClassAssignment?
  let columns: GradebookColumns?
  /// Whether it is told who was late.
  let showsLateness: Bool
  /// Whether pseudonyms stand for students where results are shown around.
  let isAnonymous: Bool
  /// Whether every student has a page to begin from.
  let hasIndex: Bool
  /// What tells whether a record's lines are still what they would be.
  let mark: UInt64

  /// - Parameter titles: Those of the exercises, of which one may have taken the page's name.
  init(
    knowsLateness: Bool, assignment: ClassAssignment?, pages: FeedbackPages,
    titles: [String: String]
  ) {
    isAnonymous = pages.isAnonymous
    hasIndex = pages.hasFeedback && titles["index"] == nil
    self.assignment = assignment
    columns = assignment.map { GradebookColumns($0) }
    let showsLateness = knowsLateness || assignment?.asksForTimes == true
    self.showsLateness = showsLateness
    mark = FNV1a.hash((assignment?.digest.hexadecimal ?? "") + (showsLateness ? " late" : ""))
  }
}
