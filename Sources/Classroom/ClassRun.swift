import Dispatch
import Exercises
import Foundation
import Grading

/// Marks a class on all cores and writes what came of it.
///
/// Students are taken in the order of their ids, some hundreds at a time, and written in that
/// order; so the files are the same whatever the number of cores, and no more than those some
/// hundreds are ever held in memory. The pages of the feedback folder are written meanwhile, by
/// whichever thread has marked the student.
package struct ClassRun: Sendable {
  package let folder: ClassFolder
  package let shelf: ExerciseShelf
  /// The folder for the results.
  package let output: String
  /// How many threads mark at once.
  package let jobs: Int
  /// Whether the right values go into the results.
  package let reveals: Bool
  /// What there is to mark with.
  package let desk: MarkingDesk
  /// What a person gave for texts.
  package let marks: WrittenMarks?
  /// Which pages are written, and who is named on them.
  package let pages: Pages
  /// How the work is kept, so that another run goes on with it; nil where nothing is.
  package let keeping: KeptWork.Settings?
  /// The share of the class that is marked; nil where it is everybody.
  package let shard: Shard?
  private let roll: ClassRoll

  package init(
    folder: ClassFolder, shelf: ExerciseShelf, output: String, jobs: Int? = nil,
    reveals: Bool = false, desk: MarkingDesk = MarkingDesk(), marks: WrittenMarks? = nil,
    pages: Pages = Pages(), keeping: KeptWork.Settings? = nil, shard: Shard? = nil
  ) {
    self.keeping = keeping
    self.shard = shard
    roll = ClassRoll(folder.students, shard, isKept: keeping != nil)
    self.reveals = reveals
    self.desk = desk
    self.marks = marks
    self.pages = pages
    self.folder = folder
    self.shelf = shelf
    self.output = output
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
  }

  private static let studentsAtOnce = 512
  /// What takes long is written down so often that little is lost.
  private static let longestBatch = Duration.seconds(2)
  /// How long the threads may take to end when the run is to end.
  private static let patience = Duration.milliseconds(500)

  /// How many students are marked.
  package var count: Int { roll.count }

  /// Marks everybody.
  ///
  /// - Parameters:
  ///   - progress: Called now and then with the number of students done.
  ///   - isInterrupted: Asked now and then whether to stop.
  ///   - each: Called with every record, in the order of the students.
  /// - Returns: What the class came to; nil where the run was interrupted, and then the files of
  ///   an earlier run are as they were.
  package func run(
    progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false },
    each: (StudentRecord) -> Void = { _ in }
  ) throws(OutputFile.Fault) -> ClassSummary? {
    try OutputFile.makeFolder(output)
    var kept: KeptWork?
    if let keeping {
      kept = try KeptWork(in: output, keeping, policy: policy, shelf: shelf, marks: marks)
    }
    var results = try ClassResults(output, showsLateness: folder.knowsLateness)
    let writer = try feedbackWriter()
    let lanes = (0..<jobs).map { _ in
      ClassLane(
        StudentMarker(
          shelf: shelf, folder: folder.path, reveals: reveals, desk: desk, marks: marks), writer,
        folder: folder, kept: kept)
    }
    var offsets: [Int] = []
    var start = 0
    while start < count {
      let queue = ClassQueue(
        start..<min(start + ClassRun.studentsAtOnce, count),
        until: .now + ClassRun.longestBatch)
      let isWhole = finish(queue, lanes, isInterrupted)
      let batch = lanes.flatMap { $0.taken() }.sorted { $0.place < $1.place }
      if let kept { offsets += try keep(batch, in: kept) }
      if !isWhole { return nil }
      for marked in batch {
        let entry = try marked.entry.get()
        try results.add(entry)
        if marked.offset != nil { results.noteReuse() }
        if let regrade = marked.regrade { results.add(regrade) }
        each(entry.record)
      }
      start = queue.rest
      progress(start)
      if isInterrupted() { return nil }
    }
    try results.finish(titles: shelf.titles)
    try kept?.finish(offsets, note)
    return results.summary
  }

  /// Waits until all threads have ended.
  ///
  /// - Returns: Whether they came to their end; false where somebody wanted the run to end, and
  ///   then a thread may still be at its last student.
  private func finish(
    _ queue: ClassQueue, _ lanes: [ClassLane], _ isInterrupted: () -> Bool
  ) -> Bool {
    let ended = DispatchSemaphore(value: 0)
    let roll = roll
    DispatchQueue.global().async {
      // Whoever is free takes the next student, so that nobody waits for a slower thread.
      DispatchQueue.concurrentPerform(iterations: lanes.count) { lanes[$0].mark(queue, roll) }
      ended.signal()
    }
    var limit: ContinuousClock.Instant?
    while ended.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
      if limit == nil, isInterrupted() {
        queue.stop()
        limit = .now + ClassRun.patience
      }
      if let limit, ContinuousClock.now > limit { return false }
    }
    return limit == nil
  }

  /// Writes what is new into the journal.
  ///
  /// - Returns: Where each student's entry stands.
  private func keep(
    _ batch: [MarkedStudent], in kept: KeptWork
  ) throws(OutputFile.Fault) -> [Int] {
    // A student whose pages could not be written is marked again.
    let fresh = batch.filter { marked in
      if case .success = marked.entry { !marked.frame.isEmpty } else { false }
    }
    var frames: [UInt8] = []
    for marked in fresh { frames += marked.frame }
    var place = try kept.journal.append(frames, count: fresh.count)
    return batch.map { marked in
      if let offset = marked.offset { return offset }
      defer { place += marked.frame.count }
      return place
    }
  }

  /// What bears on marks and pages.
  private var policy: [String] {
    [
      reveals ? "reveal" : "", pages.hasFeedback ? "" : "no-feedback",
      pages.isAnonymous ? "anonymise" : "",
    ].filter { !$0.isEmpty }
  }

  private var note: RunNote {
    var note = RunNote()
    note.version = keeping?.version ?? ""
    note.policy = (keeping?.policy ?? []) + policy
    note.shard = shard
    note.students = folder.students.count
    note.roll = roll.digest.hexadecimal
    note.exercises = shelf.digest.hexadecimal
    note.knowsLateness = folder.knowsLateness
    note.titles = shelf.titles
    return note
  }

  /// Which pages a run writes, and who is named on them.
  package struct Pages: Sendable {
    /// Whether every student gets a folder of pages.
    let hasFeedback: Bool
    /// Whether pseudonyms stand for ids and names.
    let isAnonymous: Bool

    package init(hasFeedback: Bool = true, isAnonymous: Bool = false) {
      self.hasFeedback = hasFeedback
      self.isAnonymous = isAnonymous
    }
  }

  private func feedbackWriter() throws(OutputFile.Fault) -> FeedbackWriter {
    FeedbackWriter(
      shelf: shelf, folder: pages.hasFeedback ? try FeedbackFolder(output + "/feedback") : nil,
      pseudonyms: pages.isAnonymous ? Pseudonyms(folder.students) : nil)
  }
}
