import Marking

extension Unread {
  /// The counts in words, as far as there are any: "2 answers unreadable".
  package var counts: [String] {
    [
      Unread.count(answers, "answer", "unreadable"), Unread.count(names, "name", "unknown"),
      Unread.count(lines, "line", "not understood"),
    ].compactMap(\.self)
  }

  /// "1 answer to be read".
  package static func toBeRead(_ count: Int) -> String {
    "\(count) \(count == 1 ? "answer" : "answers") to be read"
  }

  private static func count(_ count: Int, _ noun: String, _ fault: String) -> String? {
    count > 0 ? "\(count) \(noun)\(count == 1 ? "" : "s") \(fault)" : nil
  }
}
