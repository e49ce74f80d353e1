import Answers
import Arguments
import Exercises
import Grading
import Reports

/// `backmark show ID`.
struct ShowCommand: Command {
  static let declaration = CommandDeclaration(
    "show", abstract: "Show what an exercise asks for.",
    arguments: [.work],
    options: [
      SharedOptions.student("Whose numbers and order of options to show."),
      SharedOptions.exercises, SharedOptions.format(["text", "json", "html", "steps"]),
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let catalogue = try arguments.catalogue()
    let (id, owner) = try work(catalogue)
    let student = try arguments.student() ?? owner ?? ""
    let found = try catalogue.exercise(id)
    let exercise = student.isEmpty ? found : found.dealt(to: student)
    switch arguments.value("format") {
    case "json": Console.out(ExerciseJSON.text(exercise, student: student), as: .json)
    case "html":
      Console.out(PrintedPage.question(exercise, student: student), terminator: "", as: .html)
    case "steps": exercise.steps.forEach { Console.out($0.name, as: .data) }
    default:
      Console.out(ExerciseText(exercise, student: student, style: arguments.style).question)
    }
    return .success
  }

  /// The exercise that is named, and whose it is where a sheet of somebody's is.
  private func work(_ catalogue: Catalogue) throws -> (id: String, owner: String?) {
    let word = arguments.argument("id")
    if catalogue.contains(word) { return (word, nil) }
    switch try Desk(catalogue, telling: { _ in }).work(word) {
    case .exercise(let id): return (id, nil)
    case .sheet(let sheet, let path): return (sheet.exercise ?? path.fileName.stem, sheet.student)
    }
  }
}

extension ArgumentDeclaration {
  /// The id of an exercise.
  static let exerciseID = ArgumentDeclaration(
    "id", help: "The id of the exercise, such as 16.2.",
    completion: .command("list --format ids"))

  /// A file with answers, or the id of an exercise to which there may be one.
  static let work = ArgumentDeclaration(
    "id", help: "The id of an exercise, or a file with answers to one.",
    completion: .fileOrCommand(extensions: ["answers", "json", "swift"], "list --format ids"))
}
