import Arguments
import Authoring
import Classroom
import Exercises
import Foundation
import Grading
import LocatedJSON
import Marking
import SystemCalls

/// `backmark check [PATH…]`.
struct CheckCommand: Command {
  static let declaration = CommandDeclaration(
    "check", abstract: "Verify exercises and their solutions before use.",
    discussion: """
      Every key is calculated three ways: by the exercise's formulas, by the BP1–BP4 engine or \
      reverse-mode differentiation, and by finite differences. Answers made from the key are then \
      marked: a blank sheet, the right answers, every mistake listed, near misses of each \
      tolerance, and a slip with what follows from it. Model solutions must earn full marks, and \
      the wrong answers beside them the words they are listed with.

      Exit status: 0 where everything is sound, whatever the warnings, and 2 where it is not.
      """,
    arguments: [
      ArgumentDeclaration(
        "path",
        help: "Exercise files, or folders of exercises or solutions; by default the exercises "
          + "and the folder 'solutions'.",
        arity: .any, completion: .file(extensions: ["json"]))
    ],
    options: [
      .flag("schema", help: "Print the JSON Schema of exercise files, for editors, and end."),
      .flag("gradients", help: "Print every gradient beside its central differences."),
      .flag(
        "slips",
        help: "Print the common slips of each step of the exercises named, what each gives, and "
          + "what the student is told, and end."),
      SharedOptions.format(["text", "json", "github"]), SharedOptions.noSandbox,
      SharedOptions.allowExternal, SharedOptions.exercises,
      SharedOptions.color, SharedOptions.ascii, SharedOptions.plain, SharedOptions.quiet,
    ])

  private let arguments: ParsedArguments

  init(_ parsed: ParsedArguments) { arguments = parsed }

  func run() throws -> ExitStatus {
    if arguments.flag("schema") {
      Console.out(ExerciseSchema(kinds: AnswerKinds.steps).text, terminator: "", as: .json)
      return .success
    }
    if arguments.flag("slips") { return try printSlips() }
    var files: [String] = []
    var solutions: [String] = []
    for path in arguments.arguments("path") {
      if FileKind(of: path) != .folder {
        files.append(path)
      } else if ModelSolutions.isFolderOfSolutions(path) {
        solutions.append(path)
      } else {
        files += try Catalogue(folders: [path], kinds: AnswerKinds.steps).files
      }
    }
    if arguments.arguments("path").isEmpty {
      files = try arguments.catalogue().files
      if FileKind(of: "solutions") == .folder { solutions = ["solutions"] }
    }
    if files.isEmpty, solutions.isEmpty {
      throw Complaint("there are no exercises to check")
    }
    var round = CheckRound(arguments)
    for file in files { try round.check(file) }
    round.compareExercises()
    for folder in solutions { try round.checkSolutions(folder) }
    round.finish()
    return round.isSound ? .success : .unusable
  }

  /// Prints the tables of slips of the exercises that are named by their files or ids.
  private func printSlips() throws -> ExitStatus {
    let names = arguments.arguments("path")
    if names.isEmpty { throw Complaint("say whose slips: check --slips ID") }
    let tables = try names.map { name in
      let exercise =
        FileKind(of: name) == .regular
        ? try Catalogue(files: [name], kinds: AnswerKinds.steps).read(file: name)
        : try arguments.catalogue().exercise(name)
      guard Verification(exercise).isSound else {
        throw Complaint("the key of \(exercise.id) is wrong; 'backmark check' says where")
      }
      return SlipTable(exercise, marks: true)
    }
    if arguments.value("format") == "text" {
      Console.out(tables.map { $0.text(width: arguments.style.width) }.joined(separator: "\n"))
    } else {
      var json = JSONWriter(layout: .indented)
      json.beginArray()
      for table in tables { table.write(to: &json) }
      json.endArray()
      Console.out(json.text, as: .json)
    }
    return .success
  }
}
