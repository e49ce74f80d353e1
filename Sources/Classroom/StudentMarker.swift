import Exercises
import Grading
import LocatedJSON

/// Marks everything one student after the other has handed in; every thread has its own.
struct StudentMarker: Sendable {
  private let shelf: ExerciseShelf
  private let folder: String
  private let reveals: Bool
  private var markers: [String: Marker] = [:]

  /// - Parameter reveals: Whether the right values go into the results.
  init(shelf: ExerciseShelf, folder: String, reveals: Bool) {
    self.shelf = shelf
    self.folder = folder
    self.reveals = reveals
  }

  /// The most files that are looked at in one student's folder.
  static let mostFiles = 200

  /// A file of a student's.
  private struct File {
    let name: String
    /// Whether its name speaks of the exercise; a flat file's speaks of the student.
    let isNamedByExercise: Bool
    /// The name less its extension, and less the number that a system put behind a second one.
    let stem: String

    init(_ name: String, isNamedByExercise: Bool, shelf: ExerciseShelf) {
      self.name = name
      self.isNamedByExercise = isNamedByExercise
      stem = shelf.stem(of: name)
    }

    /// The name as it is safe to print on one line.
    var shown: String { Quotation.visible(name.unicodeScalars) }
  }

  /// Marks a student's work; nothing in it can keep the record from being made.
  mutating func record(_ student: ClassFolder.Student) -> StudentRecord {
    var record = StudentRecord(id: student.id)
    record.add(student)
    for file in student.files {
      if file.kind == .folder {
        markFolder(file.path, &record)
      } else {
        let path = file.path.path(in: folder)
        let file = File(file.name, isNamedByExercise: file.isNamedByExercise, shelf: shelf)
        mark(file, &record) { () throws(SubmissionFile.Fault) in try SubmissionFile.read(path) }
      }
    }
    let isBlank = record.results.isEmpty && record.faults.isEmpty
    if isBlank, record.problems.count == student.problems.count {
      record.problems.append("nothing handed in")
    }
    record.results.sort { $0.exercise < $1.exercise }
    return record
  }

  private mutating func markFolder(_ name: EntryName, _ record: inout StudentRecord) {
    do {
      let (folder, entries) = try StudentMarker.innermost(name, in: folder)
      let directory = try Directory(folder.path(in: self.folder))
      let names = entries.map(\.name)
      for name in names.prefix(StudentMarker.mostFiles) {
        let file = File(name.text, isNamedByExercise: true, shelf: shelf)
        mark(file, &record) { () throws(SubmissionFile.Fault) in
          try SubmissionFile.read(name.path, in: directory.descriptor)
        }
      }
      if names.count > StudentMarker.mostFiles {
        record.problems.append(.tooManyFiles(names.count))
      }
    } catch {
      record.faults.append("the folder \(error)")
    }
  }

  /// The folder that holds the files, where there is nothing but one folder in another.
  static func innermost(
    _ name: EntryName, in root: String
  ) throws(SubmissionFile.Fault) -> (EntryName, [Directory.Entry]) {
    var found = (name: name, entries: try entries(of: name, in: root))
    for _ in 1...deepest {
      guard found.entries.count == 1, found.entries[0].kind == .folder else { break }
      let inner = found.name.appending(found.entries[0].name)
      let entries = try entries(of: inner, in: root)
      // A folder with nothing in it is a thing to name rather than to enter.
      if entries.isEmpty { break }
      found = (inner, entries)
    }
    return found
  }

  private static func entries(
    of name: EntryName, in root: String
  ) throws(SubmissionFile.Fault) -> [Directory.Entry] {
    try Directory(name.path(in: root)).entries()
      .filter { !ClassFolder.isRubbish($0.name.text) }.sorted { $0.name < $1.name }
  }

  /// How many folders that hold nothing but a folder are gone through.
  private static let deepest = 8

  private mutating func mark(
    _ file: File, _ record: inout StudentRecord,
    read: () throws(SubmissionFile.Fault) -> [UInt8]
  ) {
    let bytes: [UInt8]
    do {
      bytes = try read()
    } catch {
      let sentence = "\(file.shown) \(error)"
      if error.isMachineFault {
        record.faults.append(sentence)
      } else {
        record.problems.append(sentence)
      }
      return
    }
    guard let format = Submission.Format(fileName: file.name) else {
      record.problems.append("\(file.shown) is not a submission (*.answers or *.json)")
      return
    }
    do {
      let source = SourceText(name: file.name, bytes: bytes)
      let submission = try Submission(reading: source, as: format)
      mark(submission, file, &record)
    } catch {
      refuse(file, error.message, &record)
    }
  }

  private mutating func mark(
    _ submission: Submission, _ file: File, _ record: inout StudentRecord
  ) {
    // What the class folder says counts for more than what students call themselves.
    if record.name.isEmpty, let name = submission.student, name != record.id {
      record.name = Quotation.visible(name.unicodeScalars.prefix(StudentRecord.longestName))
    }
    guard let id = submission.exercise ?? (file.isNamedByExercise ? file.stem : nil) else {
      record.problems.append("\(file.shown) does not say which exercise it answers")
      return
    }
    guard hasMarker(for: id) else {
      passOver(file, answering: id, &record)
      return
    }
    if id != file.stem, shelf[file.stem] != nil {
      record.problems.append("\(file.shown) says that it answers \(id), and is marked as that")
    }
    // In its place in the dictionary, so that the marker is not copied.
    guard var feedback = markers[id]?.mark(submission) else { return }
    if reveals { feedback = markers[id]?.revealing(feedback) ?? feedback }
    feedback.student = record.id
    add(feedback, of: file, to: &record)
  }

  /// Adds marks; where there are some for the exercise already, the file that sorts last counts.
  private func add(_ feedback: Feedback, of file: File, to record: inout StudentRecord) {
    if let index = record.results.firstIndex(where: { $0.exercise == feedback.exercise }) {
      record.problems.append("several files for \(feedback.exercise); \(file.shown) counts")
      record.results.remove(at: index)
    }
    record.results.append(.init(exercise: feedback.exercise, feedback: feedback))
  }

  /// Gives no points for a file that cannot be read, under the exercise its name speaks of.
  private mutating func refuse(_ file: File, _ reason: String, _ record: inout StudentRecord) {
    record.problems.append("\(file.shown): \(reason)")
    guard case .sound(let exercise)? = shelf[file.stem] else { return }
    let steps = exercise.steps.map {
      StepFeedback(name: $0.name, status: .unreadable, points: 0, outOf: $0.points)
    }
    var feedback = Feedback(exercise: exercise.id, student: record.id, steps: steps)
    feedback.notes = ["\(file.shown): \(reason)"]
    add(feedback, of: file, to: &record)
  }

  /// Notes that a file cannot be marked for want of its exercise, and whose fault that is.
  private func passOver(_ file: File, answering id: String, _ record: inout StudentRecord) {
    let reason: String
    if case .broken? = shelf[id] {
      reason = "\(file.shown): exercise \(id) is not sound; see backmark check"
      record.faults.append(reason)
    } else {
      let near = Spelling.nearest(to: id, among: shelf.ids)
      let advice = near.map { "; did you mean '\($0)'?" } ?? ""
      reason = "\(file.shown): there is no exercise \(Quotation(id))\(advice)"
      record.problems.append(reason)
    }
    var feedback = Feedback(
      exercise: Quotation.shortened(id), student: record.id, steps: [])
    feedback.notes = [reason]
    add(feedback, of: file, to: &record)
  }

  /// Whether there is a sound exercise of that id; its marker is made when it is first needed.
  private mutating func hasMarker(for id: String) -> Bool {
    if markers.keys.contains(id) { return true }
    guard case .sound(let exercise)? = shelf[id] else { return false }
    markers[id] = Marker(exercise)
    return true
  }
}

// MARK: - Messages

extension String {
  fileprivate static func tooManyFiles(_ count: Int) -> String {
    "there are \(count) files; only the first \(StudentMarker.mostFiles) are looked at"
  }
}
