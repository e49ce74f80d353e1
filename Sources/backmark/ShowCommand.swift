import Arguments
import Exercises
import Reports

/// `backmark show ID`.
struct ShowCommand: Command {
  static let declaration = CommandDeclaration(
    "show", abstract: "Show what an exercise asks for.",
    arguments: [.exerciseID],
    options: [
      SharedOptions.student("Whose numbers and order of options to show."),
      SharedOptions.exercises, SharedOptions.format(["text", "json"]),
      SharedOptions.color, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let student = arguments.value("student") ?? ""
    let found = try arguments.catalogue().exercise(arguments.argument("id"))
    let exercise = student.isEmpty ? found : found.dealt(to: student)
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
