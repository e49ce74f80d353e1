/// What a page offers where an answer is picked and not written.
package enum AnswerControl: Sendable {
  /// One or several of these.
  case options([AnswerOption], takesSeveral: Bool)
  /// Numbered lines, any of which may be wrong, or none; code is shown as it stands.
  case lines([AnswerOption], areCode: Bool)
  /// All of these or some of them, one after the other.
  case sequence([AnswerOption])
  /// For each of the entries one of the partners.
  case pairs([AnswerOption], with: [AnswerOption])
}

/// One of the things that an answer names.
package struct AnswerOption: Sendable {
  /// What a sheet has for it.
  package let label: String
  /// In Markdown, or code.
  package let text: String

  package init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}
