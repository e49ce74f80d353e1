/// Something wrong at a place in a file, in the words the author of the file will read.
///
/// Its description is the line `file:line:column: error: message`, the source line and a caret.
package struct Problem: Error, Hashable, Sendable {
  package let file: String
  package let position: Position
  package let message: String
  package let excerpt: Excerpt

  package init(_ message: String, at offset: Int, in source: SourceText) {
    self.init(message, at: offset, position: source.position(at: offset), in: source)
  }

  init(_ message: String, at offset: Int, position: Position, in source: SourceText) {
    self.file = source.name
    self.position = position
    self.message = message
    self.excerpt = Excerpt(of: source, around: offset)
  }
}

extension Problem: CustomStringConvertible {
  package var description: String {
    """
    \(Quotation.visible(file.unicodeScalars)):\(position.line):\(position.column): error: \(message)
    \(excerpt.text)
    \(String(repeating: " ", count: excerpt.caret))^
    """
  }
}
