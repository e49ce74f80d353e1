import Exercises
import Foundation
import Grading
import LocatedJSON

/// Marks everything one student after the other has handed in; every thread has its own.
struct StudentMarker: Sendable {
  private let shelf: ExerciseShelf
  private let folder: String
  private var markers: [String: Marker] = [:]

  init(shelf: ExerciseShelf, folder: String) {
    self.shelf = shelf
    self.folder = folder
  }

  /// A file of a student's, by its path below the class folder.
  private struct File {
    let path: String
    let name: String
  }

  /// Marks a student's work; nothing in it can keep the record from being made.
  mutating func record(_ student: ClassFolder.Student) -> StudentRecord {
    var record = StudentRecord(id: student.id)
    var files: [File] = []
    for entry in student.entries {
      if entry.isFolder {
        files += list(entry.name, &record)
      } else {
        files.append(File(path: entry.name, name: entry.name))
      }
    }
    if files.isEmpty, record.problems.isEmpty, record.faults.isEmpty {
      record.problems.append("nothing handed in")
    }
    for file in files { mark(file, &record) }
    record.results.sort { $0.exercise < $1.exercise }
    return record
  }

  private func list(_ name: String, _ record: inout StudentRecord) -> [File] {
    do {
      return try ClassFolder.entries(of: folder + "/" + name)
        .filter { !ClassFolder.isRubbish($0.name) }
        .map { File(path: name + "/" + $0.name, name: $0.name) }
        .sorted { $0.name < $1.name }
    } catch {
      record.faults.append("the folder \(error)")
      return []
    }
  }

  private mutating func mark(_ file: File, _ record: inout StudentRecord) {
    let bytes: [UInt8]
    do {
      bytes = try SubmissionFile.read(folder + "/" + file.path)
    } catch {
      let sentence = "\(file.name) \(error)"
      if error.isMachineFault {
        record.faults.append(sentence)
      } else {
        record.problems.append(sentence)
      }
      return
    }
    guard let format = Submission.Format(fileName: file.name) else {
      record.problems.append("\(file.name) is not a submission (*.answers or *.json)")
      return
    }
    do {
      let source = SourceText(name: file.path, bytes: bytes)
      let submission = try Submission(reading: source, as: format)
      mark(submission, file, &record)
    } catch {
      refuse(file, error.message, &record)
    }
  }

  private mutating func mark(
    _ submission: Submission, _ file: File, _ record: inout StudentRecord
  ) {
    let id = submission.exercise ?? file.name.stem
    if let name = submission.student, name != record.id { record.name = name }
    guard var marker = marker(for: id) else {
      unknown(id, file, &record)
      return
    }
    // The marker is taken out while it works, so that it is not copied.
    markers[id] = nil
    var feedback = marker.mark(submission)
    markers[id] = marker
    feedback.student = record.id
    add(feedback, of: file, to: &record)
  }

  /// Adds marks; where there are some for the exercise already, the file that sorts last counts.
  private func add(_ feedback: Feedback, of file: File, to record: inout StudentRecord) {
    if let index = record.results.firstIndex(where: { $0.exercise == feedback.exercise }) {
      record.problems.append("several files for \(feedback.exercise); \(file.name) counts")
      record.results.remove(at: index)
    }
    record.results.append(.init(exercise: feedback.exercise, feedback: feedback))
  }

  /// Gives no points for a file that cannot be read, under the exercise its name speaks of.
  private mutating func refuse(_ file: File, _ reason: String, _ record: inout StudentRecord) {
    record.problems.append("\(file.name): \(reason)")
    guard let exercise = marker(for: file.name.stem)?.exercise else { return }
    let steps = exercise.steps.map {
      StepFeedback(name: $0.name, status: .unreadable, points: 0, outOf: $0.points)
    }
    var feedback = Feedback(exercise: exercise.id, student: record.id, steps: steps)
    feedback.notes = ["\(file.name): \(reason)"]
    add(feedback, of: file, to: &record)
  }

  private func unknown(_ id: String, _ file: File, _ record: inout StudentRecord) {
    if case .broken? = shelf[id] {
      record.faults.append("\(file.name): exercise \(id) is not sound; see backmark check")
      return
    }
    let near = Spelling.nearest(to: id, among: shelf.ids)
    let advice = near.map { "; did you mean '\($0)'?" } ?? ""
    let reason = "\(file.name): there is no exercise \(Quotation(id))\(advice)"
    record.problems.append(reason)
    var feedback = Feedback(exercise: id, student: record.id, steps: [])
    feedback.notes = [reason]
    record.results.append(.init(exercise: id, feedback: feedback))
  }

  private mutating func marker(for id: String) -> Marker? {
    if let marker = markers[id] { return marker }
    guard case .sound(let exercise)? = shelf[id] else { return nil }
    let marker = Marker(exercise)
    markers[id] = marker
    return marker
  }
}
