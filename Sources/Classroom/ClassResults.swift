import Foundation
import Gradebooks
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
