// Placeholder until the real one is put here by its author; overwrite this file.
package enum StatementText {
  package static func plain(_ markdown: String, width: Int = 80, style: TerminalStyle) -> String {
    markdown.wrapped(to: width)
  }
}
