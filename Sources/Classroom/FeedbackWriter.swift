import Exercises
import Grading
import Reports

/// Writes students' feedback as pages; every thread has its own.
struct FeedbackWriter: Sendable {
  private let shelf: ExerciseShelf
  /// Where the pages go; nil where none are wanted.
  private let folder: FeedbackFolder?
  private let pseudonyms: Pseudonyms?
  private var pages: [String: (page: FeedbackPage, name: FolderName)] = [:]

  init(shelf: ExerciseShelf, folder: FeedbackFolder?, pseudonyms: Pseudonyms?) {
    self.shelf = shelf
    self.folder = folder
    self.pseudonyms = pseudonyms
  }

  /// Writes the pages of one student, but for those that are there already, and notes in the record
  /// which they are.
  ///
  /// - Returns: What the student is called on pages, and the feedback as pages show it.
  mutating func write(
    _ record: inout StudentRecord, at place: PagePlace
  ) throws(OutputFile.Fault) -> (label: String, feedback: [Feedback]) {
    let label = place.label
    let shown = FeedbackWriter.shown(record, as: label)
    guard let folder else { return (label, shown) }
    var files: [FeedbackFolder.File] = []
    var written: [Int] = []
    for (index, var feedback) in shown.enumerated() where !record.results[index].isTakenOver {
      guard let (page, name) = page(for: feedback.exercise) else { continue }
      if pseudonyms != nil {
        feedback = StudentMentions(of: record, calledAs: label, in: page.exercise)
          .hidden(in: feedback)
      } else if !record.name.isEmpty {
        feedback.student = "\(record.name) (\(label))"
      }
      files.append(.init(name: name.text + ".html", bytes: page.page(feedback)))
      let markdown = FeedbackMarkdown.page(feedback, page.exercise)
      files.append(.init(name: name.text + ".md", bytes: Array(markdown.utf8)))
      written.append(index)
    }
    let stamps = try folder.write(files, to: place.folder)
    for (number, index) in written.enumerated() {
      record.results[index].pages = stamps[2 * number].joined(stamps[2 * number + 1])
    }
    return (label, shown)
  }

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
    folder.remove(names.flatMap { [$0 + ".html", $0 + ".md"] }, of: place.folder)
  }

  /// Removes what a killed run was writing.
  func removeTorn() { folder?.removeTorn() }

  /// Where the pages of a student are, by the student's place in the class.
  func place(of student: String, number: Int) -> PagePlace {
    PagePlace(pseudonyms?[number] ?? student, number: number)
  }

  /// Whether the pages of a student are all there, as they were written.
  mutating func hasPages(_ record: StudentRecord, at place: PagePlace) -> Bool {
    record.results.allSatisfy { hasPages($0, at: place) }
  }

  /// Whether the pages of a student for one exercise are there, as they were written.
  mutating func hasPages(_ result: StudentRecord.Result, at place: PagePlace) -> Bool {
    guard let folder, let (_, name) = page(for: result.exercise) else { return true }
    guard let page = folder.stamp(of: name.text + ".html", in: place.folder),
      let markdown = folder.stamp(of: name.text + ".md", in: place.folder)
    else { return false }
    return page.joined(markdown) == result.pages
  }

  /// What is said to a student, under the name that pages have.
  static func shown(_ record: StudentRecord, as label: String) -> [Feedback] {
    record.results.map { result in
      var feedback = result.feedback
      feedback.student = label
      return feedback
    }
  }

  /// The page of a sound exercise, made when it is first needed.
  private mutating func page(for id: String) -> (page: FeedbackPage, name: FolderName)? {
    if let page = pages[id] { return page }
    guard case .sound(let exercise)? = shelf[id] else { return nil }
    let name = FolderName(id, number: shelf.ids.firstIndex(of: id) ?? 0)
    let made = (page: FeedbackPage(exercise), name: name)
    pages[id] = made
    return made
  }
}
