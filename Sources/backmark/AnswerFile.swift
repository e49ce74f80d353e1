import Answers
import Classroom
import Exercises
import Foundation
import Grading
import Practice
import Reports

/// The file that a practice session keeps its work in.
struct AnswerFile {
  let path: String
  /// What the file had when it was last read or written; nil where there is none yet.
  private(set) var bytes: [UInt8]?

  /// - Throws: Why the file there cannot be gone on with.
  init(_ path: String) throws {
    guard Submission.Format(fileName: path.fileName) == .answers else {
      throw Complaint("'\(path)' cannot be worked in; its name must end in .answers", .usage)
    }
    self.path = path
    bytes = try AnswerFile.read(path)
  }

  /// Whether there is nothing in the file, or none at all.
  var isBlank: Bool { bytes?.allSatisfy { $0 <= 0x20 } ?? true }

  /// The answers in the file, or an empty sheet where there is none.
  func answers(to exercise: Exercise, student: String) throws -> AnswerText {
    let sheet = Array(ExerciseText(exercise).answerSheet(student: student).utf8)
    let answers = try text(isBlank ? sheet : bytes ?? sheet)
    if let other = answers.submission.exercise, other != exercise.id {
      throw Complaint(
        "'\(path)' answers exercise \(other.harmless), not \(exercise.id); "
          + "name another file with -o")
    }
    if !answers.submission.further.isEmpty {
      throw Complaint("'\(path)' answers several exercises; name another file with -o")
    }
    return answers
  }

  /// What somebody else has written there since; nil where nobody has.
  mutating func changes() throws -> AnswerText? {
    let now = try AnswerFile.read(path)
    guard let now, now != bytes else { return nil }
    bytes = now
    return try text(now)
  }

  /// Puts the answers into the file, which is whole at every moment.
  mutating func write(_ answers: AnswerText) throws {
    guard answers.bytes != bytes else { return }
    try path.write(answers.bytes)
    bytes = answers.bytes
  }

  private func text(_ bytes: [UInt8]) throws -> AnswerText {
    do {
      return try AnswerText(name: path, bytes: bytes)
    } catch {
      throw Complaint("'\(path)': \(error.message.text)")
    }
  }

  private static func read(_ path: String) throws -> [UInt8]? {
    do {
      return try SubmissionFile.read(path)
    } catch .isMissing {
      return nil
    } catch {
      throw Complaint("'\(path)' \(error)")
    }
  }
}
