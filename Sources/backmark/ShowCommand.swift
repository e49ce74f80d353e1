import Arguments
import Exercises
import Reports

/// `backmark show ID`.
struct ShowCommand: Command {
  static let declaration = CommandDeclaration(
    "show", abstract: "Show what an exercise asks for.",
    arguments: [.exerciseID],
    options: [
      SharedOptions.student, SharedOptions.exercises, SharedOptions.format(["text", "json"]),
      SharedOptions.color, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let exercise = try arguments.catalogue().found(arguments.argument("id"))
    let student = arguments.value("student") ?? ""
    Console.out(
      arguments.isJSON
        ? ExerciseJSON.text(exercise, student: student)
        : ExerciseText(exercise, student: student, style: arguments.style).question)
    return .success
  }
}

extension ArgumentDeclaration {
  /// The id of an exercise.
  static let exerciseID = ArgumentDeclaration(
    "id", help: "The id of the exercise, such as 16.2.",
    completion: .command("list --format ids"))
}
