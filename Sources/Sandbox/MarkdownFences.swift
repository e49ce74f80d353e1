/// The marks that a chat or a page puts around a program, and that come along when it is copied.
struct MarkdownFences {
  /// The text with those lines emptied, so that all others keep their numbers.
  let text: String
  let isThere: Bool

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
    let first = lines.first { line in line.contains { !$0.isWhitespace } }
    isThere = first.map { MarkdownFences.isFence($0) } ?? false
    self.text =
      isThere
      ? lines.map { MarkdownFences.isFence($0) ? "" : String($0) }.joined(separator: "\n") : text
  }

  private static func isFence(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " }
    return words.hasPrefix("```")
      && words.dropFirst(3).allSatisfy { $0.isLetter || $0.isWhitespace }
  }
}

extension String {
  static let fences = "the ``` of Markdown around the program were left out"
}
