import Exercises
import Grading
import LocatedJSON

/// Marks everything one student after the other has handed in; every thread has its own.
struct StudentMarker: Sendable {
  private let shelf: ExerciseShelf
  private let folder: String
  private let reveals: Bool
  private let desk: MarkingDesk
  private let marks: WrittenMarks?
  private var markers: [String: Marker] = [:]

  /// - Parameters:
  ///   - reveals: Whether the right values go into the results.
  ///   - desk: What there is to mark with.
  ///   - marks: What a person gave for texts.
  init(
    shelf: ExerciseShelf, folder: String, reveals: Bool, desk: MarkingDesk = MarkingDesk(),
    marks: WrittenMarks? = nil
  ) {
    self.shelf = shelf
    self.folder = folder
    self.reveals = reveals
    self.desk = desk
    self.marks = marks
  }

  /// The most files that are looked at in one student's folder.
  static let mostFiles = 200

  /// The most characters of what students call themselves that are kept.
  private static let longestName = 100

  /// A file of a student's.
  private struct File {
    let name: String
    /// Whether its name speaks of the exercise; a flat file's speaks of the student.
    let isNamedByExercise: Bool

    var stem: String { name.stem }

    /// The name as it is safe to print on one line.
    var shown: String { Quotation.visible(name.unicodeScalars) }
  }

  /// Marks a student's work; nothing in it can keep the record from being made.
  mutating func record(_ student: ClassFolder.Student) -> StudentRecord {
    var record = StudentRecord(id: student.id)
    for entry in student.entries {
      if entry.kind == .folder {
        markFolder(entry.name, &record)
      } else {
        let file = File(name: entry.name.text, isNamedByExercise: false)
        let path = entry.name.path(in: folder)
        mark(file, &record) { () throws(SubmissionFile.Fault) in try SubmissionFile.read(path) }
      }
    }
    for id in marks?.exercises(of: student.id) ?? []
    where !record.results.contains(where: { $0.exercise == id }) {
      record.problems.append("there are marks for \(id), which was not handed in")
    }
    if record.isBlank { record.problems.append("nothing handed in") }
    record.results.sort { $0.exercise < $1.exercise }
    return record
  }

  private mutating func markFolder(_ name: EntryName, _ record: inout StudentRecord) {
    do {
      let directory = try Directory(name.path(in: folder))
      let names = try directory.entries().map(\.name)
        .filter { !ClassFolder.isRubbish($0.text) }.sorted()
      for name in names.prefix(StudentMarker.mostFiles) {
        let file = File(name: name.text, isNamedByExercise: true)
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
    if let name = submission.student, name != record.id {
      record.name = Quotation.visible(name.unicodeScalars.prefix(StudentMarker.longestName))
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
    if let exercise = markers[id]?.exercise { marks?.apply(to: &feedback, of: exercise) }
    add(feedback, of: file, to: &record)
  }

  /// Adds marks; where there are some for the exercise already, the file that sorts last counts.
  private func add(_ feedback: Feedback, of file: File, to record: inout StudentRecord) {
    if let index = record.results.firstIndex(where: { $0.exercise == feedback.exercise }) {
      record.problems.append("several files for \(feedback.exercise); \(file.shown) counts")
      record.results.remove(at: index)
    }
    record.results.append(.init(exercise: feedback.exercise, feedback: feedback))
    for step in feedback.steps where step.status == .notRun {
      record.faults.append("\(feedback.exercise): \(step.says.joined(separator: " "))")
    }
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
    markers[id] = Marker(exercise, desk: desk)
    return true
  }
}

// MARK: - Messages

extension String {
  fileprivate static func tooManyFiles(_ count: Int) -> String {
    "there are \(count) files; only the first \(StudentMarker.mostFiles) are looked at"
  }
}
