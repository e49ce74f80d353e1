import Arguments
import Exercises
import Foundation
import Reports

/// `backmark start ID`.
struct StartCommand: Command {
  static let declaration = CommandDeclaration(
    "start", abstract: "Write an answer sheet, or a Swift file, to fill in.",
    arguments: [.exerciseID],
    options: [
      .option(
        "output", short: "o", value: "file", help: "Where to write it; - for standard output.",
        defaultText: "ID.answers or ID.swift",
        completion: .file(extensions: ["answers", "swift"])),
      SharedOptions.student("Your name or address, to be filled in."),
      SharedOptions.exercises, SharedOptions.color, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    let exercise = try arguments.catalogue().exercise(arguments.argument("id"))
    _ = try exercise.dealt(toNamed: arguments.value("student"))
    let student = arguments.value("student") ?? ""
    let program = ProgramText(exercise)
    let isWhole = program?.isWhole ?? false
    let sheet =
      isWhole
      ? program?.text(student: student) : ExerciseText(exercise).answerSheet(student: student)
    let path = arguments.value("output") ?? "\(exercise.id).\(isWhole ? "swift" : "answers")"
    if path == "-" {
      Console.out(sheet ?? "", terminator: "")
      return .success
    }
    try NewFile.write(sheet ?? "", to: path)
    if let program, !isWhole { try writeBeside(path, program.text(student: student)) }
    arguments.note("\(path) is ready. Fill it in, then: backmark grade \(path)")
    return .success
  }

  /// Writes the functions that belong to a sheet into a Swift file of the same name.
  private func writeBeside(_ path: String, _ text: String) throws {
    let program = NSString(string: path).deletingPathExtension + ".swift"
    try NewFile.write(text, to: program)
    arguments.note("\(program) is for its functions.")
  }
}
