import LocatedJSON

extension Submission {
  /// Reads the text format: `exercise: ID`, `student: ID`, `name = value`, `# comment`.
  ///
  /// A value whose brackets are still open goes on in the next line, comments left out. A text may
  /// stand between `"""` and `"""`, on as many lines as it takes; see ``TextBlock``.
  package static func text(_ source: SourceText) -> Submission {
    var reader = SheetReader(source)
    reader.read()
    return reader.submission
  }
}
