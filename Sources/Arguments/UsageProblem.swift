/// One thing that is wrong with a command line.
package enum UsageProblem: Hashable, Sendable {
  /// An option nobody declared, dashes included, and the nearest that somebody did.
  case unknownOption(String, suggestion: String?)

  /// An option of this subcommand stands before the name of one.
  case optionBeforeSubcommand(String)
  case unknownSubcommand(String, suggestion: String?)
  case missingValue(UsageSubject)

  /// A flag, dashes included, was given a value.
  case unexpectedValue(option: String, value: String)
  case unexpectedArguments([String])

  /// A required argument or option is absent.
  case missing(UsageSubject)
  case notAChoice(String, of: UsageSubject, choices: [String], suggestion: String?)

  /// The value cannot be used; `wanted` says what can: "a whole number".
  case invalidValue(String, of: UsageSubject, wanted: String)

  /// No shell was named and none could be told from `SHELL`, or the one named has no script.
  case unsupportedShell(String?)

  /// Something only the command itself can know, as a sentence.
  case other(String)
}
