import Answers
import LocatedJSON

/// Reads an order: `C A B`, `CAB`, `C, A, B`, `C > A > B`, or ids in their places.
struct OrderReader {
  let letters: LetteredEntries

  /// The entries in the order of the answer.
  ///
  /// - Throws: What names no entry, or stands twice.
  func entries(_ answer: AnswerTokens) throws(AnswerFault) -> [Int] {
    var entries: [Int] = []
    for token in answer.tokens {
      switch token.kind {
      case .word:
        if letters.entry(of: token.text) == nil, ["then", "and"].contains(token.text.lowercased()) {
          continue
        }
        for entry in try letters.entries(token) {
          if entries.contains(entry) { throw token.fault(.twice(letters.order.letter(of: entry))) }
          entries.append(entry)
        }
      case .number: throw token.fault(.noLetter(token.text, letters.order.letters))
      case .sign:
        if ["<", "←"].contains(token.text) { throw token.fault(.backwards(token.text)) }
        if ![",", ";", ">", "→", "⇒", "=", "-", "–", "—", "−", "/", "|"].contains(token.text) {
          throw token.fault(.noLetter(token.text, letters.order.letters))
        }
      }
    }
    if entries.isEmpty { throw AnswerFault(.nothing(letters.order.letters), at: nil) }
    return entries
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func twice(_ letter: String) -> Message {
    "'\(name: letter)' stands here twice"
  }

  fileprivate static func noLetter(_ word: String, _ letters: String) -> Message {
    "\(Quotation(word)) is no letter of a step; there are \(name: letters)"
  }

  fileprivate static func backwards(_ sign: String) -> Message {
    "write what comes first on the left, with blanks between: \(Quotation(sign)) points the other way"
  }

  fileprivate static func nothing(_ letters: String) -> Message {
    "an order is written by letters; there are \(name: letters)"
  }
}
