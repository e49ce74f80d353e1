/// A statement in Markdown with mathematics, as text to read in a terminal.
package enum StatementText {
  /// The whole statement in lines of at most `width` columns.
  ///
  /// Control and direction characters in it are made visible. What is too wide to be broken, such
  /// as a long address, stands alone on its line.
  package static func plain(_ markdown: String, width: Int = 80, style: TerminalStyle) -> String {
    let renderer = Renderer(style: style)
    return renderer.lines(blocks(of: markdown), width: max(width, 20)).joined(separator: "\n")
  }

  /// A short text, such as a hint or the question of a step, in one line.
  package static func line(_ markdown: String, style: TerminalStyle = TerminalStyle()) -> String {
    let flow = Renderer(style: style).flow(blocks(of: markdown).inOneLine, nil)
    return flow.lines(width: .max / 4).map { $0.text }.joined(separator: " ")
  }

  /// The statement as a tree.
  static func blocks(of markdown: String) -> [Block] {
    var parser = BlockParser(lines: sourceLines(of: markdown), depth: 0)
    return parser.blocks()
  }

  private static func sourceLines(of markdown: String) -> [Substring] {
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in markdown.unicodeScalars {
      if isAfterReturn, scalar != "\n" { text.append("\r") }
      isAfterReturn = scalar == "\r"
      switch scalar {
      case "\r": break
      case "\t": for _ in 0..<4 { text.append(" ") }
      default: text.append(scalar)
      }
    }
    return String(text).harmless.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
