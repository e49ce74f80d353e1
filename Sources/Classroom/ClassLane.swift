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
        queue.noteMarked()
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
      var record = state.marker.record(student, files)
      return MarkedStudent(place: place, entry: entry(&record, pages, &state.writer))
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
    var record = record(of: student, files, earlier?.entry.record, pages, kept, &state)
    let entry = entry(&record, pages, &state.writer)
    if let old = earlier?.entry, old.label == pages.label {
      state.writer.removePages(of: old.record, at: pages, notIn: record)
    }
    let fresh = JournalEntry(
      key: key, exercises: kept.keys.exercises(of: record), label: pages.label, record: record)
    return MarkedStudent(
      place: place, entry: entry, frame: fresh.frame,
      regrade: earlier.map { Regrade(of: $0.entry.record, to: record) })
  }

  /// Marks a student of whom something has changed, with what still holds of an earlier record.
  private func record(
    of student: ClassFolder.Student, _ files: StudentFiles, _ old: StudentRecord?,
    _ place: PagePlace, _ kept: KeptWork, _ state: inout State
  ) -> StudentRecord {
    let usable = old?.results.filter { state.writer.hasPages($0, at: place) } ?? []
    func marked(from results: [StudentRecord.Result]) -> StudentRecord {
      state.marker.record(
        student, files,
        earlier: EarlierWork(results, of: student.id, shownAt: place, keys: kept.keys))
    }
    let record = marked(from: usable)
    // The name stands on every page.
    return old.map { $0.name != record.name } == true ? marked(from: []) : record
  }

  private func entry(
    _ record: inout StudentRecord, _ place: PagePlace, _ writer: inout FeedbackWriter
  ) -> Result<ClassResults.Entry, OutputFile.Fault> {
    do {
      let shown = try writer.write(&record, at: place)
      return .success(
        ClassResults.Entry(record, showsLateness: folder.knowsLateness, shown: shown))
    } catch {
      return .failure(error)
    }
  }
}
