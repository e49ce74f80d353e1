/// Something wrong at a place in a file, in the words the author of the file will read.
///
/// Its description is the line `file:line:column: error: message`, the source line and a caret.
package struct Problem: Error, Hashable, Sendable {
  /// Whether the file can be used all the same.
  package enum Severity: String, Sendable {
    case error
    case warning
    /// Nothing is wrong; it may be worth knowing.
    case note
  }

  package let file: String
  package let position: Position
  package let message: String
  package let excerpt: Excerpt
  package let severity: Severity

  package init(
    _ message: String, at offset: Int, in source: SourceText, severity: Severity = .error
  ) {
    self.init(
      message, at: offset, position: source.position(at: offset), in: source, severity: severity)
  }

  init(
    _ message: String, at offset: Int, position: Position, in source: SourceText,
    severity: Severity = .error
  ) {
    self.file = source.name
    self.position = position
    self.message = message
    self.excerpt = Excerpt(of: source, around: offset)
    self.severity = severity
  }
}

extension Problem: CustomStringConvertible {
  package var description: String {
    """
    \(heading): \(severity.rawValue): \(message)
    \(excerpt.text)
    \(String(repeating: " ", count: excerpt.caret))^
    """
  }

  private var heading: String {
    "\(Quotation.visible(file.unicodeScalars)):\(position.line):\(position.column)"
  }
}
