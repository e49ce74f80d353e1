/// What a shell offers when the user presses tab in place of a value.
package enum Completion: Hashable, Sendable {
  /// Nothing: the value is the user's own.
  case none

  /// Folders, and files with one of these extensions; any file when the list is empty.
  case file(extensions: [String] = [])

  /// Folders only.
  case directory

  /// One of these words.
  case words([String])

  /// The lines printed by the tool itself when it is run with these arguments, such as `list --format ids`.
  case command(String)

  /// Folders and files as in ``file(extensions:)``, and lines as in ``command(_:)``.
  case fileOrCommand(extensions: [String], String)

  /// The lines printed by the tool itself when it is run with these words and the arguments that
  /// stand before the place: `show --format steps` and an exercise give its steps.
  case commandOnArguments(String)

  /// One of these names, a `=`, and a file.
  case namedFile([String])
}
