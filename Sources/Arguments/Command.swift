/// One thing a tool can do: what it accepts, how it reads that, and how it runs.
package protocol Command: Sendable {
  /// What the command line may hold; help, errors, parsing and completions all come from it.
  static var declaration: CommandDeclaration { get }

  /// Takes its settings from a command line that matches the declaration.
  init(_ parsed: ParsedArguments) throws(UsageError)

  /// Does the work.
  func run() throws -> ExitStatus
}
