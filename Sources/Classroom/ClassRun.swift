import Exercises
import Foundation
import Gradebooks
import Grading
import Marking
import SystemCalls

/// Marks a class on all cores and writes what came of it.
///
/// Students are taken in the order of their ids, some hundreds at a time, and written in that
/// order; so the files are the same whatever the number of cores, and no more than those some
/// hundreds are ever held in memory. The pages of the feedback folder are written meanwhile, by
/// whichever thread has marked the student.
package struct ClassRun: Sendable {
  package let folder: ClassFolder
  package let library: ExerciseLibrary
  /// The folder for the results.
  package let output: String
  /// How many threads mark at once.
  package let jobs: Int
  /// Whether the right values go into the results.
  package let reveals: Bool
  /// What there is to mark with.
  package let tools: MarkingTools
  /// What a person decided.
  package let marks: ClassMarks?
  /// Which pages are written, and who is named on them.
  package let pages: FeedbackPages
  /// How the work is kept, so that another run goes on with it; nil where nothing is.
  package let keeping: KeptWork.Settings?
  /// The share of the class that is marked; nil where it is everybody.
  package let shard: Shard?
  /// What counts, and how much; nil where everything does as it is.
  package let assignment: ClassAssignment?
  /// Whether work was handed in when its files were last changed, where nothing else says when.
  package let usesFileTimes: Bool
  private let selection: StudentSelection

  package init(
    folder: ClassFolder, library: ExerciseLibrary, output: String, jobs: Int? = nil,
    reveals: Bool = false, tools: MarkingTools = MarkingTools(), marks: ClassMarks? = nil,
    pages: FeedbackPages = FeedbackPages(), keeping: KeptWork.Settings? = nil, shard: Shard? = nil,
    assignment: ClassAssignment? = nil, usesFileTimes: Bool = false
  ) {
    self.assignment = assignment
    self.usesFileTimes = usesFileTimes
    self.keeping = keeping
    self.shard = shard
    selection = StudentSelection(folder.students, shard, isKept: keeping != nil)
    self.reveals = reveals
    self.tools = tools
    self.marks = marks
    self.pages = pages
    self.folder = folder
    self.library = library
    self.output = output
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
  }

  private static let studentsAtOnce = 160
  /// What takes long is written down so often that little is lost.
  private static let longestRound = Duration.seconds(2)

  /// How many students are marked.
  package var count: Int { selection.count }

  /// Marks everybody.
  ///
  /// - Parameters:
  ///   - progress: Called now and then with the number of students done.
  ///   - isInterrupted: Asked now and then whether to stop.
  ///   - willFinish: Called when all is marked that will be, and the files are about to appear.
  ///   - each: Called with every record and where its pages are, in the order of the students.
  /// - Returns: What the class came to. Where the run was interrupted, that is what has been marked
  ///   so far, which is in files of other names then; those of an earlier run are as they were.
  package func run(
    progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false },
    willFinish: () -> Void = {},
    each: (StudentRecord, StudentPages) -> Void = { _, _ in }
  ) throws(OutputFile.Fault) -> ClassSummary {
    try OutputFile.makeFolder(output)
    var kept: KeptWork?
    if let keeping {
      kept = try KeptWork(
        in: output, keeping, policy: policy, library: library, tools: tools, marks: marks)
    }
    var results = try ClassResults(output, form)
    let writer = feedbackWriter(
      pages.hasFeedback ? try FeedbackFolder(output + "/feedback") : nil)
    if let kept { try leaveOtherPlaces(kept, writer) }
    let workers = workers(writer, kept?.marks)
    // A journal that begins with this run is in order as it is.
    let isOrdered = kept?.journal.count == 0
    var offsets: [Int] = []
    if kept != nil, !isOrdered { offsets.reserveCapacity(count) }
    func write(_ batch: [MarkedStudent]) throws(OutputFile.Fault) {
      if let kept {
        let places = try keep(batch, in: kept)
        if !isOrdered { offsets.append(contentsOf: places) }
      }
      for marked in batch {
        let rendered = try marked.rendered.get()
        try results.add(rendered)
        if marked.isReused { results.noteReuse() }
        if let regrade = marked.regrade { results.add(regrade) }
        each(rendered.result.record, StudentPages(of: rendered.result, in: output))
      }
    }
    var start = 0
    var batch: [MarkedStudent] = []
    while start < count {
      let done = start
      let round = round(from: start, workers)
      // While the threads mark, what they marked before is written.
      do {
        try write(batch)
      } catch {
        round.abandon()
        throw error
      }
      progress(start)
      let isWhole = round.wait(isInterrupted) { progress(done + $0) }
      batch = workers.flatMap { $0.taken() }.sorted { $0.place < $1.place }
      start = round.rest
      if !isWhole || isInterrupted() {
        willFinish()
        try write(batch)
        try results.finishPartly()
        return results.summary
      }
    }
    try write(batch)
    progress(start)
    willFinish()
    try results.finish(titles: library.titles)
    try kept?.finish(isOrdered ? nil : offsets, manifest)
    return results.summary
  }

  func round(from start: Int, _ workers: [ClassWorker]) -> ClassRound {
    let end = min(start + ClassRun.studentsAtOnce, count)
    return ClassRound(
      ClassQueue(start..<end, until: .now + ClassRun.longestRound), workers, selection)
  }

  /// What every thread marks with.
  func workers(_ writer: FeedbackWriter, _ kept: KeptMarks?) -> [ClassWorker] {
    (0..<jobs).map { _ in
      ClassWorker(
        StudentMarker(
          library: library, reveals: reveals, tools: tools, marks: marks, assignment: assignment),
        writer, folder: folder, kept: kept,
        form: form, usesFileTimes: usesFileTimes)
    }
  }

  /// Removes the pages of who has left the class, and pages from folders where students are not any
  /// more, before anybody's are written: one student's new folder may be another's old one.
  private func leaveOtherPlaces(
    _ kept: KeptWork, _ writer: FeedbackWriter
  ) throws(OutputFile.Fault) {
    guard pages.hasFeedback else { return }
    if kept.followsTornRun { writer.removeTorn() }
    let names = (pages.isAnonymous ? "pseudonyms " : "ids ") + selection.digest.hexadecimal
    if kept.hasOtherNames(than: names) {
      var writer = writer
      kept.journal.forEachResult { old in
        let number = folder.students.number(of: old.record.id)
        let label = number.map { writer.label(of: old.record.id, number: $0) }
        if old.label != label {
          writer.removePages(of: old.record, at: PagePlace(old.label, number: number ?? 0))
        }
      }
    }
    try kept.note(names: names)
  }

  /// Writes what is new into the journal.
  ///
  /// - Returns: Where each student's entry stands.
  private func keep(
    _ batch: [MarkedStudent], in kept: KeptWork
  ) throws(OutputFile.Fault) -> [Int] {
    var frames: [UInt8] = []
    var count = 0
    // Where they will stand, counted from where this batch begins.
    let places = batch.map { marked -> (offset: Int, isFresh: Bool) in
      if case .kept(let offset) = marked.journal { return (offset, false) }
      let place = frames.count
      // A student whose pages could not be written is marked again.
      if let frame = marked.frame, case .success = marked.rendered {
        frames += frame
        count += 1
      }
      return (place, true)
    }
    let start = try kept.journal.append(frames, count: count)
    return places.map { $0.isFresh ? start + $0.offset : $0.offset }
  }

  private var form: RecordForm {
    RecordForm(
      knowsLateness: folder.knowsLateness, assignment: assignment, pages: pages,
      titles: library.titles)
  }

  /// What bears on marks and pages.
  var policy: [String] {
    [
      reveals ? "reveal" : "", pages.hasFeedback ? "" : "no-feedback",
      pages.isAnonymous ? "anonymise" : "",
      usesFileTimes ? "file-times" : "",
      // Which attempt counts hangs on what being late costs, and pages say what it has cost.
      assignment.map { $0.asksForTimes || $0.takesBest ? "times " + $0.digest.hexadecimal : "" }
        ?? "",
    ].filter { !$0.isEmpty }
  }

  private var manifest: RunManifest {
    var manifest = RunManifest()
    manifest.version = keeping?.version ?? ""
    manifest.policy = (keeping?.policy ?? []) + policy
    manifest.shard = shard
    manifest.students = folder.students.count
    manifest.roll = selection.digest.hexadecimal
    manifest.exercises = library.digest.hexadecimal
    manifest.knowsLateness = folder.knowsLateness
    manifest.titles = library.titles
    manifest.marks = marks?.digest.hexadecimal
    manifest.assignment = assignment.map { .init(text: $0.text, ownPoints: $0.ownPoints) }
    return manifest
  }

  /// - Parameter target: Where the pages go; nil where none are written.
  func feedbackWriter(_ target: FeedbackFolder?) -> FeedbackWriter {
    FeedbackWriter(
      library: library, assignment: assignment, folder: target,
      pseudonyms: pages.isAnonymous ? Pseudonyms(folder.students) : nil)
  }
}
