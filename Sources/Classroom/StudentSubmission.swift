import Answers
import Grading
import LocatedJSON
import Numerics

/// A student's file, read as the submission that it is taken for.
struct StudentSubmission {
  let file: StudentFile
  /// The exercise that the name of the file speaks of.
  let stem: String
  var submission: Submission
  /// What tells the bytes of the Swift file beside it from others, where that is known.
  var programDigest: Digest?
  /// Whether the file answers other exercises as well.
  private(set) var isPart = false

  /// What keeps a file from being a submission.
  enum Fault: Error {
    case unread(SubmissionFile.Fault)
    /// A file of another sort.
    case isNone
    /// The file of an exercise.
    case isExercise
    /// What is wrong with it, as a sentence.
    case malformed(Message)
  }

  init(_ file: StudentFile, _ library: ExerciseLibrary) throws(Fault) {
    self.file = file
    stem = library.stem(of: file.name)
    let bytes: [UInt8]
    do throws(SubmissionFile.Fault) {
      bytes = try file.read()
    } catch {
      throw .unread(error)
    }
    guard let format = file.format else { throw .isNone }
    do {
      submission = try Submission(
        reading: SourceText(name: file.name, bytes: bytes), as: format)
    } catch .isExercise {
      throw .isExercise
    } catch {
      throw file.mustNameExercise ? .isNone : .malformed(error.message)
    }
    // A text of another sort lies beside the sheets of many.
    if file.mustNameExercise, submission.exercise == nil, library[stem] == nil { throw .isNone }
  }

  /// The sheet for each exercise that the file answers.
  var parts: [StudentSubmission] {
    submission.parts.map { part in
      var sheet = self
      sheet.submission = part
      sheet.isPart = !submission.further.isEmpty
      return sheet
    }
  }

  /// The exercise that it answers: what it says itself, or else what its file is named by.
  var exercise: String? {
    submission.exercise ?? (file.isNamedByExercise || file.mustNameExercise ? stem : nil)
  }
}

extension ExerciseLibrary {
  /// The exercise that a file name speaks of: less its extension, and less the number that a system
  /// puts behind a second file of the same name.
  func stem(of name: String) -> String {
    let stem = name.stem
    let first = stem.withoutCopyNumber
    return self[stem] == nil && self[first] != nil ? first : stem
  }
}
