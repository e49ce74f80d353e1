import Arguments
import Classroom
import Exercises
import Grading
import LocatedJSON
import Reports

/// `backmark solve ID`.
struct SolveCommand: Command {
  static let declaration = CommandDeclaration(
    "solve", abstract: "Show the worked solution of an exercise.",
    arguments: [.exerciseID],
    options: [
      .option(
        "with", value: "file", help: "A submission to take the student's own choices from.",
        completion: .file(extensions: ["answers", "json"])),
      SharedOptions.exercises, SharedOptions.color,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let exercise = try arguments.catalogue().verified(arguments.argument("id"))
    var marker = Marker(exercise)
    if !exercise.choices.isEmpty {
      guard let path = arguments.value("with") else {
        let names = exercise.choices.map(\.name).joinedAsWords
        throw Complaint("students choose \(names) here; give a file that has them with --with")
      }
      let feedback = marker.mark(try Submission(path: path))
      if feedback.steps.contains(where: { $0.status == .unreadable }) {
        throw Complaint(
          (["'\(path)' does not have every choice"] + feedback.notes).joined(separator: "\n"))
      }
    }
    Console.out(
      SolutionText(exercise, values: marker.expectedValues(), style: arguments.style).full)
    return .success
  }
}

extension Submission {
  /// The submission in a file.
  init(path: String) throws {
    let bytes: [UInt8]
    do {
      bytes = try SubmissionFile.read(path)
    } catch {
      throw Complaint("'\(path)' \(error)")
    }
    guard let format = Format(fileName: path.fileName) else {
      throw Complaint("'\(path)' is not a submission; its name must end in .answers or .json")
    }
    do {
      self = try Submission(reading: SourceText(name: path, bytes: bytes), as: format)
    } catch {
      throw Complaint("'\(path)': \(error.message)")
    }
  }
}
