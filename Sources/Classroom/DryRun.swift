import Grading
import LocatedJSON

/// What a class folder is taken for: who handed in which files, and which exercise each answers.
package struct DryRun: Sendable {
  private let folder: ClassFolder
  private let shelf: ExerciseShelf

  package init(_ folder: ClassFolder, shelf: ExerciseShelf) {
    self.folder = folder
    self.shelf = shelf
  }

  /// The lines of one student, such as `340934 (smithbob, late) → ans.json → 16.2`.
  package func lines(of student: ClassFolder.Student) -> [String] {
    let name = student.name == student.id ? "" : student.name
    let further = [name, student.isLate ? "late" : ""].filter { !$0.isEmpty }
    let who =
      student.id.shownOnOneLine
      + (further.isEmpty ? "" : " (\(further.joined(separator: ", ").shownOnOneLine))")
    let files = student.files.flatMap(lines)
    let remarks = (student.remarks + student.problems).map { "note: \($0.shownOnOneLine)" }
    return ((files.isEmpty ? ["nothing handed in"] : files) + remarks).map { "\(who) → \($0)" }
  }

  private func lines(of file: ClassFolder.File) -> [String] {
    guard file.kind == .folder else {
      return [line(file.name, isNamedByExercise: file.isNamedByExercise, at: file.path)]
    }
    do {
      let (inner, entries) = try StudentMarker.innermost(file.path, in: folder.path)
      return entries.prefix(StudentMarker.mostFiles).map {
        line($0.name.text, isNamedByExercise: true, at: inner.appending($0.name))
      }
    } catch {
      return ["the folder \(error)"]
    }
  }

  private func line(_ name: String, isNamedByExercise: Bool, at path: EntryName) -> String {
    "\(name.shownOnOneLine) → \(reading(name, isNamedByExercise, path).shownOnOneLine)"
  }

  /// The exercise that a file answers, or what keeps it from being marked.
  private func reading(_ name: String, _ isNamedByExercise: Bool, _ path: EntryName) -> String {
    do {
      let bytes = try SubmissionFile.read(path.path(in: folder.path))
      guard let format = Submission.Format(fileName: name) else { return "not a submission" }
      let submission = try Submission(reading: SourceText(name: name, bytes: bytes), as: format)
      let stem = shelf.stem(of: name)
      guard let id = submission.exercise ?? (isNamedByExercise ? stem : nil) else {
        return "does not say which exercise it answers"
      }
      return shelf[id] == nil ? "there is no exercise \(Quotation(id))" : id
    } catch let fault as SubmissionFile.Fault {
      return "\(fault)"
    } catch let fault as AnswerFault {
      return fault.message
    } catch {
      return "\(error)"
    }
  }
}

extension ExerciseShelf {
  /// The exercise that a file name speaks of: less its extension, and less the number that a system
  /// puts behind a second file of the same name.
  func stem(of name: String) -> String {
    let stem = name.stem
    let first = stem.withoutCopyNumber
    return self[stem] == nil && self[first] != nil ? first : stem
  }
}
