import Answers
import Arguments
import Classroom
import Exercises
import LocatedJSON
import Marking
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
      .option(
        "path", value: "parameter",
        help: "Take the gradient of this weight or bias apart into its paths, such as W1[1, 2]."),
      SharedOptions.student("Whose numbers to work with, where everyone has their own."),
      .flag("ascii", help: "Write plain ASCII, formulas as the exercise language has them."),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark solve worked-3-2-2-1 --path 'W1[2, 3]'"),
      CommandExample("backmark solve 16.2 --with my-16.2.answers"),
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    var exercise = try arguments.catalogue().verified(arguments.argument("id"))
    let submission = try arguments.value("with").map { try Submission(path: $0) }
    exercise = try exercise.dealt(toNamed: submission?.student ?? arguments.value("student"))
    var marker = Marker(exercise)
    if !exercise.choices.isEmpty {
      guard let path = arguments.value("with"), let submission else {
        let names = exercise.choices.map(\.name).joinedAsWords
        throw Complaint("students choose \(names) here; give a file that has them with --with")
      }
      let feedback = marker.mark(submission)
      if feedback.steps.contains(where: { $0.status == .unreadable }) {
        throw Complaint(
          (["'\(path)' does not have every choice"] + feedback.notes.texts).joined(separator: "\n"))
      }
    }
    let solution = SolutionText(
      exercise, key: marker.key, style: arguments.style, isASCII: arguments.flag("ascii"))
    Console.out(solution.full(paths: try paths(exercise, marker)))
    return .success
  }

  /// The paths asked for, or those of the first weight where they are few but more than one.
  private func paths(_ exercise: Exercise, _ marker: Marker) throws -> PathsText? {
    guard let label = arguments.value("path") else {
      return PathsText.ofFirstWeight(exercise, key: marker.key)
    }
    do {
      return try PathsText(label, exercise, key: marker.key)
    } catch {
      throw Complaint(error.message)
    }
  }
}
