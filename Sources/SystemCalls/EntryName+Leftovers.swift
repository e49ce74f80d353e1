extension EntryName {
  /// What operating systems and other graders leave behind, and everything hidden.
  package static func isRubbish(_ name: String) -> Bool {
    isHidden(name) || name == "timestamp.txt"
  }

  /// What operating systems leave behind, and everything hidden.
  package static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || rubbish.contains(name)
  }

  /// Whether something hidden may be what somebody handed in: no program is known to make it.
  package static func mayBeWork(_ name: String) -> Bool {
    name.hasPrefix(".") && !name.hasPrefix("._")
      && !programs.contains { name.hasPrefix($0) }
  }

  /// How the names of what programs hide begin.
  private static let programs = [
    ".DS_Store", ".Spotlight-", ".Trash", ".fseventsd", ".TemporaryItems", ".DocumentRevisions",
    ".AppleDouble", ".directory", ".git", ".hg", ".svn", ".vscode", ".idea", ".vs", ".ipynb_",
    ".cache", ".build", ".swiftpm", ".backmark", ".~lock", ".nfs", ".fuse_hidden", ".localized",
    ".env", ".venv", ".editorconfig", ".Rhistory", ".RData", ".python_history", ".submission",
  ]

  private static let rubbish: Set<String> = [
    "__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__", "Icon\r",
  ]
}
