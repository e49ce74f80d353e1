import Dispatch
import Grading
import Synchronization

/// What came of one student, ready to be written.
struct MarkedStudent: Sendable {
  /// The student's place among those that are marked.
  let place: Int
  /// What goes into the files; or why the student's pages could not be written.
  let entry: Result<ClassResults.Entry, OutputFile.Fault>
  /// What goes into the journal; empty where it is there already, or nothing is kept.
  var frame: [UInt8] = []
  /// Where in the journal it is already.
  var offset: Int?
  var regrade: Regrade?
}

/// Which student is next, for all threads; and when they are to stop.
final class ClassQueue: Sendable {
  private let next: Atomic<Int>
  private let end: Int
  private let deadline: ContinuousClock.Instant
  private let isStopped = Atomic(false)

  init(_ places: Range<Int>, until deadline: ContinuousClock.Instant) {
    next = Atomic(places.lowerBound)
    end = places.upperBound
    self.deadline = deadline
  }

  /// The next place; nil where there is none, or time is up.
  func take() -> Int? {
    if isStopped.load(ordering: .relaxed) || ContinuousClock.now > deadline { return nil }
    let place = next.add(1, ordering: .relaxed).oldValue
    return place < end ? place : nil
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Where the places begin that nobody has taken.
  var rest: Int { min(next.load(ordering: .relaxed), end) }
}

/// The work of one thread; its own lock is never waited for.
final class ClassLane: Sendable {
  private struct State: Sendable {
    var marker: StudentMarker
    var writer: FeedbackWriter
  }

  private let folder: ClassFolder
  private let kept: KeptWork?
  private let state: Mutex<State>
  private let done = Mutex<[MarkedStudent]>([])

  init(
    _ marker: StudentMarker, _ writer: FeedbackWriter, folder: ClassFolder, kept: KeptWork?
  ) {
    state = Mutex(State(marker: marker, writer: writer))
    self.folder = folder
    self.kept = kept
  }

  /// Marks students as long as there are some that no other thread has taken.
  func mark(_ queue: ClassQueue, _ roll: ClassRoll) {
    state.withLock { state in
      while let place = queue.take() {
        let marked = mark(roll[place], place, &state)
        done.withLock { $0.append(marked) }
      }
    }
  }

  /// What has been marked since the last time.
  func taken() -> [MarkedStudent] {
    done.withLock { done in
      defer { done.removeAll(keepingCapacity: true) }
      return done
    }
  }

  private func mark(_ number: Int, _ place: Int, _ state: inout State) -> MarkedStudent {
    let student = folder.students[number]
    let pages = state.writer.place(of: student.id, number: number)
    let files = StudentFiles(student, in: folder.path, isHashed: kept != nil)
    guard let kept else {
      let record = state.marker.record(student, files)
      return MarkedStudent(place: place, entry: entry(record, pages, &state.writer))
    }
    let key = kept.keys.key(of: student.id, files.digest, shownAt: pages)
    let earlier = kept.journal.entry(of: student.id)
    if let (old, offset) = earlier, old.key == key, old.record.faults.isEmpty,
      old.exercises == kept.keys.exercises(of: old.record),
      state.writer.hasPages(old.record, at: pages)
    {
      let shown = (pages.label, FeedbackWriter.shown(old.record, as: pages.label))
      let entry = ClassResults.Entry(
        old.record, showsLateness: folder.knowsLateness, shown: shown)
      return MarkedStudent(place: place, entry: .success(entry), offset: offset)
    }
    let usable = earlier?.entry.record.results.filter {
      state.writer.hasPages(for: $0.exercise, at: pages)
    }
    func marked(from results: [StudentRecord.Result]) -> StudentRecord {
      state.marker.record(
        student, files,
        earlier: EarlierWork(results, of: student.id, shownAt: pages, keys: kept.keys))
    }
    var record = marked(from: usable ?? [])
    // The name stands on every page.
    if let (old, _) = earlier, old.record.name != record.name { record = marked(from: []) }
    let fresh = JournalEntry(
      key: key, exercises: kept.keys.exercises(of: record), label: pages.label, record: record)
    let entry = entry(record, pages, &state.writer)
    if let (old, _) = earlier {
      state.writer.removePages(
        of: old.record, at: PagePlace(old.label, number: number), notIn: record, at: pages)
    }
    return MarkedStudent(
      place: place, entry: entry, frame: fresh.frame,
      regrade: earlier.map { Regrade(of: $0.entry.record, to: record) })
  }

  private func entry(
    _ record: StudentRecord, _ place: PagePlace, _ writer: inout FeedbackWriter
  ) -> Result<ClassResults.Entry, OutputFile.Fault> {
    Result { () throws(OutputFile.Fault) in
      let shown = try writer.write(record, at: place)
      return ClassResults.Entry(record, showsLateness: folder.knowsLateness, shown: shown)
    }
  }
}
