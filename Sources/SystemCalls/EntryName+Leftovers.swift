extension EntryName {
  /// What operating systems and other graders leave behind, and everything hidden.
  package static func isRubbish(_ name: String) -> Bool {
    isHidden(name) || name == "timestamp.txt"
  }

  /// What operating systems leave behind, and everything hidden.
  package static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || rubbish.contains(name)
  }

  private static let rubbish: Set<String> = [
    "__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__", "Icon\r",
  ]
}
