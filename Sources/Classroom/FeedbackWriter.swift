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

  /// Writes the pages of one student.
  ///
  /// - Parameter number: The student's place in the class.
  /// - Returns: What the student is called on pages, and the feedback as pages show it.
  mutating func write(
    _ record: StudentRecord, number: Int
  ) throws(OutputFile.Fault) -> (label: String, feedback: [Feedback]) {
    let label = label(of: record.id, number: number)
    let shown = FeedbackWriter.shown(record, as: label)
    guard let folder else { return (label, shown) }
    var files: [FeedbackFolder.File] = []
    for var feedback in shown {
      guard let (page, name) = page(for: feedback.exercise) else { continue }
      if pseudonyms == nil, !record.name.isEmpty { feedback.student = "\(record.name) (\(label))" }
      files.append(.init(name: name.text + ".html", bytes: page.page(feedback)))
      let markdown = FeedbackMarkdown.page(feedback, page.exercise)
      files.append(.init(name: name.text + ".md", bytes: Array(markdown.utf8)))
    }
    try folder.write(files, to: FolderName(label, number: number))
    return (label, shown)
  }

  /// What a student is called on pages.
  func label(of student: String, number: Int) -> String { pseudonyms?[number] ?? student }

  /// Whether the pages of a student are all there.
  mutating func hasPages(_ record: StudentRecord, label: String, number: Int) -> Bool {
    guard let folder else { return true }
    let own = FolderName(label, number: number)
    for result in record.results {
      guard let (_, name) = page(for: result.exercise) else { continue }
      if !folder.holds(name.text + ".html", of: own) { return false }
      if !folder.holds(name.text + ".md", of: own) { return false }
    }
    return true
  }

  /// What is said to a student, as pages show it.
  static func shown(_ record: StudentRecord, as label: String) -> [Feedback] {
    record.results.map { shown($0.feedback, of: record, as: label) }
  }

  /// Feedback without the student's id and name, where these are not to be shown.
  private static func shown(
    _ feedback: Feedback, of record: StudentRecord, as label: String
  ) -> Feedback {
    if label == record.id { return feedback }
    func hidden(_ text: String) -> String {
      text.replacingWord(record.id, with: label).replacingWord(record.name, with: label)
    }
    var feedback = feedback
    feedback.student = label
    feedback.notes = feedback.notes.map(hidden)
    for index in feedback.steps.indices {
      feedback.steps[index].says = feedback.steps[index].says.map(hidden)
      if case .text(let text)? = feedback.steps[index].given {
        feedback.steps[index].given = .text(hidden(text))
      }
    }
    return feedback
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
