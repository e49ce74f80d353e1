extension String {
  /// The text as one word of bash or zsh.
  var singleQuoted: String {
    "'" + replacing("'", with: #"'\''"#) + "'"
  }

  /// The text as one word of fish, where a backslash counts inside single quotes.
  var fishQuoted: String {
    "'" + replacing(#"\"#, with: #"\\"#).replacing("'", with: #"\'"#) + "'"
  }

  /// The text with a backslash before each of these characters and before a backslash.
  func escaping(_ characters: String) -> String {
    String(flatMap { (characters + #"\"#).contains($0) ? [#"\"#, $0] : [$0] })
  }

  /// A name that may be part of a function's name in every shell.
  var asShellIdentifier: String {
    String(map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
