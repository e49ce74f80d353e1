import Answers
import Grading
import LocatedJSON

/// What a class folder is taken for: who handed in which files, and which exercise each answers.
package struct DryRun: Sendable {
  private let folder: ClassFolder
  private let library: ExerciseLibrary

  package init(_ folder: ClassFolder, library: ExerciseLibrary) {
    self.folder = folder
    self.library = library
  }

  /// The lines of one student, such as `340934 (smithbob, late) → ans.json → 16.2`.
  package func lines(of student: ClassFolder.Student) -> [String] {
    let name = student.name == student.id ? "" : student.name
    let further = [name, student.isLate ? "late" : ""].filter { !$0.isEmpty }
    let who =
      student.id.shownOnOneLine
      + (further.isEmpty ? "" : " (\(further.joined(separator: ", ").shownOnOneLine))")
    let files = StudentFiles(student, in: folder.path, isHashed: false).groups.flatMap(lines)
    let remarks = (student.remarks + student.problems).texts.map { "note: \($0.shownOnOneLine)" }
    return ((files.isEmpty ? ["nothing handed in"] : files) + remarks).map { "\(who) → \($0)" }
  }

  private func lines(of group: StudentFiles.Group) -> [String] {
    let place = group.archive.map { $0 + "/" } ?? ""
    return group.files.map { file in
      "\((place + file.name).shownOnOneLine) → \(reading(file).shownOnOneLine)"
    } + (group.problems + group.faults).map(\.text.shownOnOneLine)
  }

  /// The exercise that a file answers, or what keeps it from being marked.
  private func reading(_ file: StudentFile) -> String {
    do throws(StudentSubmission.Fault) {
      let ids = try StudentSubmission(file, library).parts.compactMap(\.exercise)
      if ids.isEmpty { return "does not say which exercise it answers" }
      // One that cannot be marked with is there all the same.
      return ids.map { library[$0] == nil ? library.unknown($0).note(on: $0).text : $0 }
        .joined(separator: ", ")
    } catch {
      return switch error {
      case .unread(let fault): "\(fault)"
      case .isNone: "not a submission"
      case .isExercise: AnswerFault.isExercise.message.text
      case .malformed(let sentence): sentence.text
      }
    }
  }
}
