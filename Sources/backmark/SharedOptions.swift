import Arguments
import Classroom
import Exercises
import Foundation
import Grading
import Marking
import Reports

/// The options that most commands have.
enum SharedOptions {
  static let exercises = OptionDeclaration.option(
    "exercises", value: "dir",
    help: "A folder of exercise files; may be given several times.",
    defaultText: "exercises here or above, $BACKMARK_EXERCISES, or those installed",
    isRepeatable: true,
    completion: .directory)

  static let reveal = OptionDeclaration.flag("reveal", help: "Show the expected values.")

  static let quiet = OptionDeclaration.flag(
    "quiet", short: "q", help: "Print only what is asked for, no notes or progress.")

  static let allowExternal = OptionDeclaration.flag(
    "allow-external", help: "Run the checkers that exercises name, with your rights.")

  static let color = OptionDeclaration.option(
    "color", aliases: ["colour"], value: "when", help: "Whether to use colours.",
    choices: ["auto", "always", "never"], default: "auto")

  static let ascii = OptionDeclaration.flag(
    "ascii", help: "Print nothing outside ASCII, formulas as the exercise language has them.")

  static let plain = OptionDeclaration.flag(
    "plain", help: "Print for a screen reader: no drawings, no bars, '1 of 5'.")

  static func student(_ help: String) -> OptionDeclaration {
    .option("student", value: "name", help: help)
  }

  static func format(_ formats: [String]) -> OptionDeclaration {
    .option(
      "format", value: "format", help: "How to print the result.", choices: formats,
      default: formats.first)
  }
}

extension ParsedArguments {
  /// The catalogue of `--exercises`, or of the folders meant without it.
  func catalogue() throws -> Catalogue {
    try Catalogue(folders: exerciseFolders(), kinds: AnswerKinds.steps)
  }

  /// The answers of `--answer`, as lines of a sheet.
  ///
  /// - Throws: Where one of them is no answer.
  func extraAnswers() throws(UsageError) -> String {
    for answer in values("answer") where !answer.contains("=") {
      throw UsageError(.other("'\(answer)' is no answer; write --answer NAME=VALUE"))
    }
    return values("answer").map { $0 + "\n" }.joined()
  }

  private func exerciseFolders() throws -> [String] {
    let named = values("exercises")
    if !named.isEmpty { return named }
    let folders = ExerciseFolders(
      workingFolder: FileManager.default.currentDirectoryPath,
      program: Bundle.main.executablePath ?? "",
      environment: Backmark.environment[ExerciseFolders.variable]
    ).found
    if folders.isEmpty {
      throw Complaint(
        "there is no folder 'exercises' here or above; name one with --exercises or $BACKMARK_EXERCISES"
      )
    }
    return folders
  }

  /// Whether to colour what goes to standard output.
  var style: TerminalStyle {
    let environment = Backmark.environment
    let isColoured =
      switch value("color") {
      case "always": true
      case "never": false
      default:
        if !(environment["NO_COLOR"] ?? "").isEmpty {
          false
        } else if let force = environment["FORCE_COLOR"], force != "0" {
          true
        } else {
          environment["TERM"] != "dumb" && Console.isTerminal(1)
        }
      }
    return TerminalStyle(
      isColoured: isColoured, width: Console.width, isPlain: Console.screen.isPlain,
      isLinear: Console.screen.isASCII)
  }

  var isJSON: Bool { value("format") == "json" }

  func note(_ text: String) {
    if !flag("quiet") { Console.note(text) }
  }
}

extension Exercise {
  /// The exercise with the numbers of a student, or a complaint where it needs one to be named.
  func dealt(toNamed student: String?) throws -> Exercise {
    guard hasOwnNumbers else { return self }
    let exercise = dealt(to: student ?? "")
    guard exercise.student?.isEmpty == false else {
      throw Complaint("everyone has numbers of their own in \(id); say whose with --student")
    }
    // Such a line of a sheet would be read as another id, with other numbers.
    guard exercise.student?.contains(where: { "#[](){}".contains($0) || $0.isNewline }) == false
    else { throw Complaint("a student's id has no '#', no bracket and no line break") }
    return exercise
  }
}
