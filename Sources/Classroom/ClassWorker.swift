import Gradebooks
import Grading
import Numerics
import Synchronization
import SystemCalls

/// What a worker made of one student, ready to be written.
package struct MarkedStudent: Sendable {
  /// The student's place among those that are marked.
  let place: Int
  /// What goes into the files; or why the student's pages could not be written.
  let rendered: Result<RenderedResult, OutputFile.Fault>
  /// What becomes of the journal.
  var journal = JournalNote.nothing
  var regrade: Regrade?

  /// What a run notes of a student for the next one.
  enum JournalNote: Sendable {
    case nothing
    /// What was marked now, to be appended.
    case fresh([UInt8])
    /// What was kept before, to be appended as the files have it now.
    case renewed([UInt8])
    /// What was kept before, by where it stands.
    case kept(offset: Int)
  }

  /// What is to be appended to the journal.
  var frame: [UInt8]? {
    switch journal {
    case .fresh(let frame), .renewed(let frame): frame
    case .nothing, .kept: nil
    }
  }

  /// Whether it is what an earlier run made of the student.
  var isReused: Bool {
    switch journal {
    case .nothing, .fresh: false
    case .renewed, .kept: true
    }
  }
}

/// The work of one thread; its own lock is never waited for.
final class ClassWorker: Sendable {
  private struct State: Sendable {
    var marker: StudentMarker
    var writer: FeedbackWriter
  }

  private let folder: ClassFolder
  private let kept: KeptMarks?
  private let form: RecordForm
  private let usesFileTimes: Bool
  private let state: Mutex<State>
  private let done = Mutex<[MarkedStudent]>([])

  init(
    _ marker: StudentMarker, _ writer: FeedbackWriter, folder: ClassFolder, kept: KeptMarks?,
    form: RecordForm, usesFileTimes: Bool
  ) {
    self.form = form
    self.usesFileTimes = usesFileTimes
    state = Mutex(State(marker: marker, writer: writer))
    self.folder = folder
    self.kept = kept
  }

  /// Marks students as long as there are some that no other thread has taken.
  func mark(_ queue: ClassQueue, _ selection: StudentSelection) {
    state.withLock { state in
      while let place = queue.take() {
        let marked = mark(selection[place], place, &state)
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
    let blank = StudentResult(
      StudentRecord(id: student.id), number: number,
      label: state.writer.label(of: student.id, number: number))
    let pages = blank.place
    let files = StudentFiles(
      student, in: folder.path, isHashed: kept != nil, usesFileTimes: usesFileTimes)
    guard let kept else {
      var result = blank
      state.marker.mark(student, files, &result)
      return MarkedStudent(place: place, rendered: written(&result, at: pages, &state.writer))
    }
    let key = kept.keys.key(of: student.id, files.digest, shownAt: pages)
    let entry = kept.journal.entry(of: student.id, number: number)
    if let entry, holds(entry.result, under: key, kept),
      state.writer.hasPages(entry.result, at: pages)
    {
      return reused(entry, place, at: pages, &state.writer)
    }
    var result = remarked(student, files, entry?.result, blank, kept, &state)
    let rendered = written(&result, at: pages, &state.writer)
    if let old = entry?.result, old.label == blank.label {
      state.writer.removePages(of: old.record, at: pages, notIn: result.record)
    }
    result.keys = .init(
      work: key, exercises: kept.keys.exercises(of: result.record), handed: files.digest,
      index: form.hasIndex ? state.writer.indexMark(at: pages) : 0)
    return MarkedStudent(
      place: place, rendered: rendered,
      journal: .fresh(result.frame(with: try? rendered.get().lines)),
      regrade: entry.map { Regrade(of: $0.result, to: result, kept.changes) })
  }

  /// What was kept of a student, in the files as they are written now.
  private func reused(
    _ entry: Journal.Entry, _ place: Int, at pages: PagePlace, _ writer: inout FeedbackWriter
  ) -> MarkedStudent {
    var result = entry.result
    let rendered = RenderedResult(result, form, earlier: entry.lines)
    do {
      if form.hasIndex, result.keys.index == 0 || result.keys.index != writer.indexMark(at: pages) {
        try writer.write(index(of: rendered, at: pages, &writer), at: pages)
        result.keys.index = writer.indexMark(at: pages)
      }
    } catch {
      return MarkedStudent(
        place: place, rendered: .failure(error), journal: .kept(offset: entry.offset))
    }
    let isAsKept = result.keys == entry.result.keys && entry.lines?.form == form.mark
    return MarkedStudent(
      place: place, rendered: .success(rendered),
      journal: isAsKept
        ? .kept(offset: entry.offset) : .renewed(result.frame(with: rendered.lines)))
  }

  /// Whether what was kept of a student would be found again.
  private func holds(_ old: StudentResult, under key: Digest, _ kept: KeptMarks) -> Bool {
    old.keys.work == key && old.record.faults.isEmpty
      && old.keys.exercises == kept.keys.exercises(of: old.record)
  }

  /// Marks a student of whom something has changed, with what still holds of an earlier result.
  private func remarked(
    _ student: ClassFolder.Student, _ files: StudentFiles, _ old: StudentResult?,
    _ blank: StudentResult, _ kept: KeptMarks, _ state: inout State
  ) -> StudentResult {
    let place = blank.place
    let exercises = old?.record.results.map(\.exercise) ?? []
    let usable = exercises.filter { exercise in
      old.map { state.writer.hasPages(of: exercise, $0, at: place) } ?? false
    }
    func marked(with usable: [String]) -> StudentResult {
      var result = blank
      state.marker.mark(
        student, files, &result,
        earlier: EarlierWork(old, usable: usable, of: student.id, shownAt: place, keys: kept.keys))
      return result
    }
    let result = marked(with: usable)
    // The name stands on every page.
    return old.map { $0.record.name != result.record.name } == true ? marked(with: []) : result
  }

  /// The result with what it comes to, once its pages are written; notes which these are.
  private func written(
    _ result: inout StudentResult, at place: PagePlace, _ writer: inout FeedbackWriter
  ) -> Result<RenderedResult, OutputFile.Fault> {
    do {
      let rendered = RenderedResult(result, form)
      let index = index(of: rendered, at: place, &writer)
      for (exercise, stamp) in try writer.write(result, index: index, at: place) {
        result.provenance[exercise, default: .init()].pages = stamp
      }
      return .success(rendered)
    } catch {
      return .failure(error)
    }
  }

  /// The page that says what a result comes to, where there is to be one.
  private func index(
    of rendered: RenderedResult, at place: PagePlace, _ writer: inout FeedbackWriter
  ) -> FeedbackFolder.File? {
    guard form.hasIndex else { return nil }
    let title = form.assignment.map { $0.title ?? "Assignment" }
    return writer.index(of: rendered.result, titled: title ?? "Feedback", at: place)
  }
}
