import Dispatch
import Exercises
import Foundation
import Grading
import LocatedJSON
import Reports
import Synchronization

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

  package init(
    folder: ClassFolder, shelf: ExerciseShelf, output: String, jobs: Int? = nil,
    reveals: Bool = false, desk: MarkingDesk = MarkingDesk(), marks: WrittenMarks? = nil,
    pages: Pages = Pages()
  ) {
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
    var results = try OutputFile(output + "/results.jsonl")
    var gradebook = try Gradebook(
      output + "/gradebook.csv", showsLateness: folder.knowsLateness)
    var summary = ClassSummary()
    var statistics = ClassStatistics()
    let writer = try feedbackWriter()
    let lanes = (0..<jobs).map { _ in
      Lane(
        StudentMarker(
          shelf: shelf, folder: folder.path, reveals: reveals, desk: desk, marks: marks), writer)
    }
    var start = 0
    while start < folder.students.count {
      let batch = start..<min(start + ClassRun.studentsAtOnce, folder.students.count)
      for marked in marked(batch, by: lanes) {
        try results.write(marked.lines)
        try gradebook.add(marked.row, of: marked.record)
        summary.add(marked.record)
        let shown = try marked.shown.get()
        statistics.add(shown.label, shown.feedback)
        each(marked.record)
      }
      start = batch.upperBound
      progress(start)
      if isInterrupted() { return nil }
    }
    try results.commit()
    try gradebook.finish()
    var page = try OutputFile(output + "/class.html")
    try page.write(ClassPage(statistics, titles: shelf.titles).page)
    try page.commit()
    return summary
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

  /// Marks some students on all threads; what came of them, in their order.
  private func marked(_ batch: Range<Int>, by lanes: [Lane]) -> [MarkedStudent] {
    // Whoever is free takes the next student, so that nobody waits for a slower thread.
    let next = Atomic(batch.lowerBound)
    DispatchQueue.concurrentPerform(iterations: lanes.count) { number in
      lanes[number].mark(folder, upTo: batch.upperBound, next)
    }
    return lanes.flatMap { $0.taken() }.sorted { $0.number < $1.number }
  }
}

/// What came of one student, ready to be written.
private struct MarkedStudent: Sendable {
  /// The student's number in the class.
  let number: Int
  let record: StudentRecord
  let lines: [UInt8]
  let row: Gradebook.Row
  /// What the student is called on pages and the feedback as they show it, or why none is written.
  let shown: Result<(label: String, feedback: [Feedback]), OutputFile.Fault>
}

/// The work of one thread; its own lock is never waited for.
private final class Lane: Sendable {
  private struct State: Sendable {
    var marker: StudentMarker
    var writer: FeedbackWriter
    var done: [MarkedStudent] = []
  }

  private let state: Mutex<State>

  init(_ marker: StudentMarker, _ writer: FeedbackWriter) {
    state = Mutex(State(marker: marker, writer: writer))
  }

  /// Marks students as long as there are some that no other thread has taken.
  func mark(_ folder: ClassFolder, upTo end: Int, _ next: borrowing Atomic<Int>) {
    state.withLock { state in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        if number >= end { return }
        let record = state.marker.record(folder.students[number])
        var json = JSONWriter()
        for result in record.results {
          FeedbackJSON.write(result.feedback, to: &json)
          json.endLine()
        }
        let shown = Result { () throws(OutputFile.Fault) in
          try state.writer.write(record, number: number)
        }
        state.done.append(
          MarkedStudent(
            number: number, record: record, lines: json.bytes,
            row: Gradebook.Row(record, showsLateness: folder.knowsLateness), shown: shown))
      }
    }
  }

  /// What has been marked since the last time.
  func taken() -> [MarkedStudent] {
    state.withLock { state in
      defer { state.done.removeAll(keepingCapacity: true) }
      return state.done
    }
  }
}
