import Exercises
import Gradebooks
import Grading
import Marking
import Numerics
import Reports
import SystemCalls

/// Writes students' feedback as pages; every thread has its own.
struct FeedbackWriter: Sendable {
  private let library: ExerciseLibrary
  /// What says what being late costs, which pages tell.
  private let assignment: ClassAssignment?
  /// Where the pages go; nil where none are wanted.
  let folder: FeedbackFolder?
  private let pseudonyms: Pseudonyms?
  /// What the pages to begin from are made with, beside the students' results.
  let indexSource: UInt64
  private var pages: [String: (page: FeedbackPage, name: FolderName)] = [:]

  init(
    library: ExerciseLibrary, assignment: ClassAssignment? = nil, folder: FeedbackFolder?,
    pseudonyms: Pseudonyms?
  ) {
    self.assignment = assignment
    self.library = library
    self.folder = folder
    self.pseudonyms = pseudonyms
    let sources = [library.digest, assignment?.digest ?? .nothing]
    indexSource = FNV1a.hash(sources.map { $0.hexadecimal }.joined())
  }

  /// Writes the pages of one student, but for those that are there already.
  ///
  /// - Parameter index: The page that the student begins from, where there is to be one.
  /// - Returns: For each exercise whose pages were written what tells whether they are still those.
  mutating func write(
    _ result: StudentResult, index: FeedbackFolder.File?, at place: PagePlace
  ) throws(OutputFile.Fault) -> [(exercise: String, pages: UInt64)] {
    guard let folder else { return [] }
    var files: [FeedbackFolder.File] = []
    var written: [String] = []
    let grade = assignment?.grade(of: result.record)
    for feedback in result.record.results
    where !result.provenance(of: feedback.exercise).isTakenOver {
      guard let (page, name) = page(for: feedback.exercise) else { continue }
      var shown = shown(feedback, of: result, page.exercise)
      if let sentence = grade?.part(feedback.exercise)?.sentenceOfPenalty {
        shown.notes.append("\(words: sentence)")
      }
      files.append(.init(name: name.text + ".html", bytes: page.page(shown)))
      let markdown = FeedbackMarkdown.page(shown, page.exercise)
      files.append(.init(name: name.text + ".md", bytes: Array(markdown.utf8)))
      written.append(feedback.exercise)
    }
    let stamps = try folder.write(files, index: index, to: place.folder)
    return written.enumerated().map { number, exercise in
      (exercise, stamps[2 * number].joined(stamps[2 * number + 1]))
    }
  }

  /// Writes the page alone that a student begins from, unless it is there.
  func write(_ index: FeedbackFolder.File?, at place: PagePlace) throws(OutputFile.Fault) {
    _ = try folder?.write([], index: index, to: place.folder)
  }

  /// What is said to a student, under the name that pages have.
  private func shown(
    _ feedback: Feedback, of result: StudentResult, _ exercise: Exercise
  ) -> Feedback {
    var shown = feedback
    shown.student = result.label
    if pseudonyms != nil {
      return StudentMentions(of: result.record, calledAs: result.label, in: exercise)
        .hidden(in: shown)
    }
    shown.student = calls(result)
    return shown
  }

  /// What a student is called on pages.
  func calls(_ result: StudentResult) -> String { result.called(isAnonymous: pseudonyms != nil) }

  /// Whether there is an exercise of that id to mark with.
  func hasExercise(_ id: String) -> Bool { library.isSound(id) }

  /// Removes the pages that an earlier run wrote at a place for what a student's record no longer
  /// speaks of; all of them where there is no record.
  mutating func removePages(
    of old: StudentRecord, at place: PagePlace, notIn new: StudentRecord? = nil
  ) {
    guard let folder else { return }
    let gone = old.results.map(\.exercise).filter { exercise in
      new?.results.contains { $0.exercise == exercise } != true
    }
    let names = gone.map { exercise in
      page(for: exercise)?.name.text ?? FolderName(exercise, number: 0).text
    }
    // Who has left has nothing to begin from.
    let index = new == nil && !hasExercise("index") && !gone.isEmpty ? [FeedbackWriter.index] : []
    folder.remove(names.flatMap { [$0 + ".html", $0 + ".md"] } + index, of: place.folder)
  }

  /// Removes what a killed run was writing.
  func removeTorn() { folder?.removeTorn() }

  /// What a student is called on pages, by the student's place in the class.
  func label(of student: String, number: Int) -> String { pseudonyms?[number] ?? student }

  /// Whether the pages of a student are all there, as they were written.
  mutating func hasPages(_ result: StudentResult, at place: PagePlace) -> Bool {
    result.record.results.allSatisfy { hasPages(of: $0.exercise, result, at: place) }
  }

  /// Whether the pages of a student for one exercise are there, as they were written.
  mutating func hasPages(
    of exercise: String, _ result: StudentResult, at place: PagePlace
  ) -> Bool {
    guard let folder, let (_, name) = page(for: exercise) else { return true }
    guard let page = folder.stamp(of: name.text + ".html", in: place.folder),
      let markdown = folder.stamp(of: name.text + ".md", in: place.folder)
    else { return false }
    return page.joined(markdown) == result.provenance(of: exercise).pages
  }

  /// The page of a sound exercise, made when it is first needed.
  mutating func page(for id: String) -> (page: FeedbackPage, name: FolderName)? {
    if let page = pages[id] { return page }
    guard case .sound(let exercise)? = library[id] else { return nil }
    let name = FolderName(id, number: library.ids.firstIndex(of: id) ?? 0)
    let made = (page: FeedbackPage(exercise), name: name)
    pages[id] = made
    return made
  }
}
