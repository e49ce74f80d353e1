extension UsageProblem {
  /// What is wrong, and what was probably meant.
  package var sentence: String {
    switch self {
    case .unknownOption(let option, let suggestion):
      "Unknown option '\(option)'\(Self.didYouMean(suggestion))"
    case .optionBeforeSubcommand(let option):
      "The option '\(option)' must come after the subcommand"
    case .unknownSubcommand(let name, let suggestion):
      "Unknown subcommand '\(name)'\(Self.didYouMean(suggestion))"
    case .missingValue(let subject):
      "Missing value for '\(subject.label)'"
    case .unexpectedValue(let option, let value):
      "The option '\(option)' does not take any value, but '\(value)' was specified."
    case .unexpectedArguments(let values):
      values.count == 1
        ? "Unexpected argument \(Self.quoted(values))"
        : "\(values.count) unexpected arguments: \(Self.quoted(values))"
    case .missing(let subject):
      "Missing expected argument '\(subject.label)'"
    case .notAChoice(let value, let subject, let choices, let suggestion):
      "The value '\(value)' is invalid for '\(subject.label)'."
        + (suggestion.map { " Did you mean '\($0)'?" } ?? "") + Self.pleaseProvide(choices)
    case .invalidValue(let value, let subject, let wanted):
      "The value '\(value)' is invalid for '\(subject.label)'. Please provide \(wanted)."
    case .unsupportedShell(let shell):
      (shell.map { "Can't generate completion scripts for '\($0)'." }
        ?? "Can't autodetect a supported shell.") + "\n" + Self.shells
    case .other(let sentence):
      sentence
    }
  }

  /// What the option or argument in question is for, where the problem is about one.
  package var help: String? {
    switch self {
    case .missingValue(let subject), .missing(let subject), .notAChoice(_, let subject, _, _),
      .invalidValue(_, let subject, _):
      subject.help.isEmpty ? nil : "\(subject.label)  \(subject.help)"
    default:
      nil
    }
  }

  private static func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { ". Did you mean '\($0)'?" } ?? ""
  }

  private static func quoted(_ values: [String]) -> String {
    values.map { "'\($0)'" }.joined(separator: ", ")
  }

  private static func pleaseProvide(_ choices: [String]) -> String {
    if choices.count > 5 {
      return " Please provide one of the following:"
        + choices.map { "\n  - \($0)" }.joined()
    }
    guard let last = choices.last, choices.count > 1 else {
      return " Please provide \(quoted(choices))."
    }
    return " Please provide one of \(quoted(choices.dropLast())) or '\(last)'."
  }

  private static let shells = """
    Please use --generate-completion-script=<shell> with one of:
        \(CompletionShell.allCases.map(\.rawValue).joined(separator: " "))
    """
}
