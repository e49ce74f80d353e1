import Arguments
import Reports

/// `backmark config [NAME [VALUE]]`.
struct ConfigCommand: Command {
  static let declaration = CommandDeclaration(
    "config", abstract: "Remember your name and other settings.",
    discussion: """
      Without a name all settings are printed, with a name alone that one. What is remembered stands \
      in place of the option of the same name wherever that is not given.
      """,
    arguments: [
      ArgumentDeclaration(
        "name", help: "The setting: \(names.joined(separator: ", ")).", arity: .optional,
        completion: .words(names)),
      ArgumentDeclaration("value", help: "What to remember.", arity: .optional),
    ],
    options: [
      .flag("unset", help: "Forget it."), SharedOptions.color, SharedOptions.ascii,
      SharedOptions.plain, SharedOptions.quiet,
    ],
    examples: [
      CommandExample("backmark config student ada@example.edu"),
      CommandExample("backmark config student --unset"),
    ])

  /// Everything that can be remembered.
  static let names = ["student"]

  private let arguments: ParsedArguments
  private let name: String?
  private let value: String?

  init(_ parsed: ParsedArguments) throws(UsageError) {
    arguments = parsed
    name = parsed.arguments("name").first
    value = parsed.arguments("value").first
    if let name, !ConfigCommand.names.contains(name) {
      throw UsageError(
        .other(
          "There is no setting '\(name)', only \(ConfigCommand.names.joined(separator: ", "))"))
    }
    if parsed.flag("unset"), name == nil || value != nil {
      throw UsageError(.other("'--unset' takes the name of a setting, and no value"))
    }
  }

  func run() throws -> ExitStatus {
    guard var settings = try KeptWords.settings() else {
      throw Complaint("nothing can be remembered: neither $HOME nor $XDG_CONFIG_HOME is set")
    }
    guard let name else {
      for (name, word) in settings.words.sorted(by: { $0.key < $1.key }) {
        Console.out("\(name) = \(word.harmless)")
      }
      if settings.words.isEmpty { arguments.note("Nothing is remembered.") }
      return .success
    }
    if arguments.flag("unset") {
      settings[name] = nil
      try settings.save()
      return .success
    }
    guard let value else {
      guard let word = settings[name] else {
        arguments.note("No \(name) is remembered.")
        return .short
      }
      Console.out(word.harmless)
      return .success
    }
    // Such a line of a sheet would be read as another name.
    guard !value.isEmpty, !value.contains(where: { "#[](){}".contains($0) || $0.isNewline }) else {
      throw Complaint("a student's id has no '#', no bracket and no line break")
    }
    settings[name] = value
    try settings.save()
    arguments.note("\(settings.path) remembers it; 'backmark config \(name) --unset' forgets it.")
    return .success
  }
}

extension ParsedArguments {
  /// Who the student is: `--student`, or who is remembered.
  func student() throws -> String? {
    try value("student") ?? KeptWords.settings()?["student"]
  }
}
