/// What a command line comes to.
///
/// Texts end with a line break and are meant to be written as they are.
package enum Invocation: Sendable {
  /// A command with its settings, ready to run.
  case run(any Command)

  /// Help, the version or a completion script: for standard output, with ``ExitStatus/success``.
  case answer(String)

  /// What is wrong with the command line: for standard error, with ``ExitStatus/usage``.
  case refusal(String)
}
