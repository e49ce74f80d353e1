import Arguments
import Exercises
import Reports

/// `backmark start ID`.
struct StartCommand: Command {
  static let declaration = CommandDeclaration(
    "start", abstract: "Write an answer sheet to fill in.",
    arguments: [.exerciseID],
    options: [
      .option(
        "output", short: "o", value: "file", help: "Where to write it; - for standard output.",
        defaultText: "ID.answers", completion: .file(extensions: ["answers"])),
      SharedOptions.student("Your name or address, to be filled in."),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let exercise = try arguments.catalogue().found(arguments.argument("id"))
    _ = try exercise.dealt(toNamed: arguments.value("student"))
    let sheet = ExerciseText(exercise).answerSheet(student: arguments.value("student") ?? "")
    let path = arguments.value("output") ?? "\(exercise.id).answers"
    if path == "-" {
      Console.out(sheet, terminator: "")
      return .success
    }
    try NewFile.write(sheet, to: path)
    arguments.note("\(path) is ready. Fill it in, then: backmark grade \(path)")
    return .success
  }
}
