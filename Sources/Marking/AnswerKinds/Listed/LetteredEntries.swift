import Answers
import LocatedJSON

/// What the letters and ids of an answer mean on one student's sheet.
struct LetteredEntries {
  let order: StudentOrder
  /// The entries' ids, in the order of the file.
  let ids: [String?]

  /// The entries that a word names: by an id, by a letter, or by several letters together.
  ///
  /// - Throws: What of it names no entry.
  func entries(_ word: AnswerTokens.Token) throws(AnswerFault) -> [Int] {
    if let entry = entry(of: word.text) { return [entry] }
    var entries: [Int] = []
    for letter in word.text {
      guard let entry = order.entry(lettered: String(letter)) else {
        throw word.fault(
          .noEntry(
            word.text.count > 3 ? word.text : String(letter), near: nearest(to: word.text),
            order.letters))
      }
      entries.append(entry)
    }
    return entries
  }

  /// The entry of an id or a letter, in any case.
  func entry(of word: String) -> Int? {
    let folded = word.lowercased()
    return ids.firstIndex { $0?.lowercased() == folded } ?? order.entry(lettered: word)
  }

  private func nearest(to word: String) -> String? {
    Spelling.nearest(to: word, among: ids.compactMap { $0 })
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func noEntry(_ word: String, near: String?, _ letters: String) -> Message {
    if let near { return "there is no \(Quotation(word)); did you mean '\(name: near)'?" }
    return "there is no \(Quotation(word)); there are \(name: letters)"
  }
}
