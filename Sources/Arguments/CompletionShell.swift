/// A shell that completions can be written for.
package enum CompletionShell: String, CaseIterable, Sendable {
  case zsh
  case bash
  case fish

  /// The script that teaches the shell everything the tool declares.
  package func script(for tool: Tool) -> String {
    switch self {
    case .zsh: ZshCompletions(tool: tool).script
    case .bash: BashCompletions(tool: tool).script
    case .fish: FishCompletions(tool: tool).script
    }
  }
}

extension CompletionShell {
  /// The option of the tool itself that prints a script.
  static let option = OptionDeclaration.option(
    "generate-completion-script", value: "shell", help: "Print a completion script.",
    defaultText: "your shell", completion: .words(allCases.map(\.rawValue)))

  /// What a command line that asks for a script asks for.
  enum Request {
    case supported(CompletionShell)

    /// The name given, or none where neither a name was given nor `SHELL` tells one.
    case unsupported(String?)
  }

  /// The script asked for, if the first word asks for one.
  ///
  /// The value may be left out, which no declared option allows: hence not left to the reader.
  static func request(in words: [String], environment: [String: String]) -> Request? {
    let spelling = "--\(option.name)"
    guard let first = words.first, first == spelling || first.hasPrefix("\(spelling)=") else {
      return nil
    }
    let named =
      first == spelling ? words.dropFirst().first : String(first.dropFirst(spelling.count + 1))
    if let named {
      return CompletionShell(rawValue: named).map(Request.supported) ?? .unsupported(named)
    }
    let own = environment["SHELL"]?.split(separator: "/").last.map(String.init)
    return own.flatMap(CompletionShell.init).map(Request.supported) ?? .unsupported(nil)
  }
}
