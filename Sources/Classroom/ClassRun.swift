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
/// hundreds are ever held in memory.
package struct ClassRun: Sendable {
  package let folder: ClassFolder
  package let shelf: ExerciseShelf
  /// The folder for the results.
  package let output: String
  /// How many threads mark at once.
  package let jobs: Int

  package init(folder: ClassFolder, shelf: ExerciseShelf, output: String, jobs: Int? = nil) {
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
    var gradebook = try Gradebook(output + "/gradebook.csv")
    var summary = ClassSummary()
    let lanes = (0..<jobs).map { _ in
      Lane(StudentMarker(shelf: shelf, folder: folder.path))
    }
    var start = 0
    while start < folder.students.count {
      let end = min(start + ClassRun.studentsAtOnce, folder.students.count)
      let batch = folder.students[start..<end]
      DispatchQueue.concurrentPerform(iterations: lanes.count) { number in
        lanes[number].mark(batch, every: lanes.count, from: number)
      }
      for index in 0..<batch.count {
        let (record, lines) = lanes[index % lanes.count].taken(index / lanes.count)
        try results.write(lines)
        try gradebook.add(record)
        summary.add(record)
        each(record)
      }
      start = end
      progress(start)
      if isInterrupted() { return nil }
    }
    try results.commit()
    try gradebook.finish()
    return summary
  }
}

/// The work of one thread; its own lock is never waited for.
private final class Lane: Sendable {
  private struct State: Sendable {
    var marker: StudentMarker
    var done: [(StudentRecord, lines: [UInt8])] = []
  }

  private let state: Mutex<State>

  init(_ marker: StudentMarker) {
    state = Mutex(State(marker: marker))
  }

  /// Marks every `step`-th student of a batch.
  func mark(_ batch: ArraySlice<ClassFolder.Student>, every step: Int, from first: Int) {
    state.withLock { state in
      state.done.removeAll(keepingCapacity: true)
      for index in stride(from: batch.startIndex + first, to: batch.endIndex, by: step) {
        let record = state.marker.record(batch[index])
        var json = JSONWriter()
        for result in record.results {
          FeedbackJSON.write(result.feedback, to: &json)
          json.endLine()
        }
        state.done.append((record, json.bytes))
      }
    }
  }

  func taken(_ index: Int) -> (StudentRecord, lines: [UInt8]) {
    state.withLock { $0.done[index] }
  }
}
