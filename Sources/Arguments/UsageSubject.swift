/// The option or argument a usage problem is about, as it is shown to the user.
package struct UsageSubject: Hashable, Sendable {
  /// Such as `--format <format>` or `<path>`.
  package let label: String
  package let help: String

  package init(label: String, help: String) {
    self.label = label
    self.help = help
  }
}
