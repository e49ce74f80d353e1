/// A command line worth copying, and what it does.
package struct CommandExample: Hashable, Sendable {
  package let line: String
  package let help: String

  package init(_ line: String, help: String = "") {
    self.line = line
    self.help = help
  }
}
