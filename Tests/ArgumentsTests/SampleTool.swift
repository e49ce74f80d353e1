import Arguments

/// A tool with one of everything that can be declared.
enum SampleTool {
  static let tool = Tool(
    "marks", abstract: "Mark exercises.", discussion: "Start with 'marks list'.",
    version: "1.2.3", commands: [ListCommand.self, GradeCommand.self, HintCommand.self])

  /// The settings a command line comes to, or nil where it comes to a text.
  static func parsed(_ words: [String]) -> ParsedArguments? {
    guard case .run(let command) = tool.invocation(for: words) else { return nil }
    return switch command {
    case let list as ListCommand: list.parsed
    case let grade as GradeCommand: grade.parsed
    case let hint as HintCommand: hint.parsed
    default: nil
    }
  }

  /// What is said for standard output, or nil where nothing is.
  static func answer(_ words: [String], environment: [String: String] = [:]) -> String? {
    guard case .answer(let text) = tool.invocation(for: words, environment: environment) else {
      return nil
    }
    return text
  }

  /// What is said for standard error, or nil where nothing is.
  static func refusal(_ words: [String], environment: [String: String] = [:]) -> String? {
    guard case .refusal(let text) = tool.invocation(for: words, environment: environment) else {
      return nil
    }
    return text
  }
}

enum Format: String, CaseIterable {
  case text
  case json
  case ids
}

struct ListCommand: Command {
  static let declaration = CommandDeclaration(
    "list", abstract: "List the exercises.",
    options: [
      .option(
        "format", short: "f", value: "format", help: "How to print.",
        choices: Format.allCases.map(\.rawValue), default: "text")
    ])

  let parsed: ParsedArguments
  let format: Format

  init(_ parsed: ParsedArguments) throws(UsageError) {
    self.parsed = parsed
    format = try parsed.choice("format", of: Format.self)
  }

  func run() -> ExitStatus { .success }
}

struct GradeCommand: Command {
  static let declaration = CommandDeclaration(
    "grade", abstract: "Mark submissions: it's [fair].",
    arguments: [
      ArgumentDeclaration(
        "path", help: "Submissions, or folders of them.", arity: .oneOrMore,
        completion: .fileOrCommand(extensions: ["answers", "json"], "list --format ids"))
    ],
    options: [
      .option(
        "answer", value: "name=value", help: "An answer given here instead of in a file.",
        isRepeatable: true),
      .option(
        "out", short: "o", value: "folder", help: "Where the results go.", isRequired: true,
        completion: .directory),
      .flag("reveal", aliases: ["show"], short: "r", help: "Show expected values."),
      .option(
        "exercises", value: "folder", help: "Where the exercises are.",
        defaultText: "exercises, then $MARKS_EXERCISES", isRepeatable: true,
        completion: .directory, group: "shared options"),
      .flag("quiet", short: "q", help: "Print no notes.", group: "shared options"),
    ],
    examples: [
      CommandExample("marks grade 16.2.answers", help: "Mark one submission."),
      CommandExample("marks grade ."),
    ])

  let parsed: ParsedArguments

  init(_ parsed: ParsedArguments) throws(UsageError) {
    self.parsed = parsed
  }

  func run() -> ExitStatus { .success }
}

struct HintCommand: Command {
  static let declaration = CommandDeclaration(
    "hint", abstract: "Give a hint.",
    arguments: [
      ArgumentDeclaration(
        "id", help: "The exercise.", completion: .command("list --format ids")),
      ArgumentDeclaration(
        "step", help: "The step.", arity: .optional, completion: .commandOnArguments("steps")),
    ],
    options: [
      .option("size", value: "n", help: ""),
      .option(
        "share", value: "k/n", help: "Which share.", completion: .namedFile(["csv", "page"])),
      .option("tolerance", value: "number", help: "How near is near."),
      .option("log", value: "file", help: "Where to write.", completion: .file()),
    ])

  let parsed: ParsedArguments

  init(_ parsed: ParsedArguments) throws(UsageError) {
    self.parsed = parsed
    if parsed.value("log") == "/" {
      throw UsageError(.other("The log cannot be a folder."))
    }
  }

  func run() -> ExitStatus { .success }
}
