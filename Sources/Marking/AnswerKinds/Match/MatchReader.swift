import Answers
import LocatedJSON

/// Reads pairs: `1-C 2-A`, `1: C, 2: A`, `1C 2A`, or the letters alone in the order of the numbers.
struct MatchReader {
  /// How many entries want a partner.
  let count: Int
  let letters: LetteredEntries

  /// The partner of each entry; nil where none was named.
  ///
  /// - Throws: What names no entry or no partner, or that it is not clear whose a partner is.
  func partners(_ answer: AnswerTokens) throws(AnswerFault) -> [Int?] {
    let tokens = answer.tokens.flatMap(parts)
    if let sign = tokens.first(where: { $0.kind == .sign && !MatchReader.signs.contains($0.text) })
    {
      throw sign.fault(.notUnderstood(sign.text, letters.order.letters))
    }
    let words = tokens.filter { $0.kind != .sign }
    if words.isEmpty { throw AnswerFault(.nothing, at: nil) }
    return words.contains { $0.kind == .number } ? try numbered(words) : try inOrder(words)
  }

  private static let signs = [
    "-", "–", "—", "−", ":", "=", ">", "→", "⇒", ",", ";", "/", "|", "↔", "~",
  ]

  /// `1C` and `C2` in one word are a number and a letter each.
  private func parts(_ token: AnswerTokens.Token) -> [AnswerTokens.Token] {
    guard token.kind == .word, letters.entry(of: token.text) == nil,
      token.text.contains(where: { $0.isNumber })
    else { return [token] }
    return AnswerTokens(
      token.text.map { $0.isNumber ? String($0) : " \($0) " }.joined(), at: token.offset,
      isExact: false
    ).tokens
  }

  private func numbered(_ words: [AnswerTokens.Token]) throws(AnswerFault) -> [Int?] {
    var partners = [Int?](repeating: nil, count: count)
    var rest = words[...]
    while let token = rest.popFirst() {
      guard token.kind == .number else { throw token.fault(.withoutNumber(token.text)) }
      guard let entry = Int(token.text), (1...count).contains(entry) else {
        throw token.fault(.noEntry(token.text, count))
      }
      guard let word = rest.popFirst(), word.kind == .word else {
        throw token.fault(.withoutLetter(entry))
      }
      if partners[entry - 1] != nil { throw token.fault(.twice(entry)) }
      let named = try letters.entries(word)
      if named.count > 1 { throw word.fault(.several(entry)) }
      partners[entry - 1] = named[0]
    }
    return partners
  }

  private func inOrder(_ words: [AnswerTokens.Token]) throws(AnswerFault) -> [Int?] {
    var partners: [Int?] = []
    for word in words {
      for partner in try letters.entries(word) { partners.append(partner) }
    }
    if partners.count != count { throw words[0].fault(.count(partners.count, of: count)) }
    return partners
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let nothing: Message = "pairs are written as a number and a letter, as in 1-B"

  fileprivate static func notUnderstood(_ sign: String, _ letters: String) -> Message {
    "\(Quotation(sign)) is not understood; pairs are written as in 1-B, with \(name: letters)"
  }

  fileprivate static func withoutNumber(_ word: String) -> Message {
    "it is not clear whose \(Quotation(word)) is; write its number before it, as in 1-B"
  }

  fileprivate static func withoutLetter(_ entry: Int) -> Message {
    "\(entry) stands here without a letter"
  }

  fileprivate static func noEntry(_ number: String, _ count: Int) -> Message {
    "there is no number \(visible: Quotation.shortened(number)); there are 1 to \(count)"
  }

  fileprivate static func twice(_ entry: Int) -> Message { "\(entry) stands here twice" }

  fileprivate static func several(_ entry: Int) -> Message {
    "\(entry) can have one letter only"
  }

  fileprivate static func count(_ count: Int, of asked: Int) -> Message {
    """
    without numbers there must be \(asked) letters, and here \(count == 1 ? "is" : "are") \(count); \
    for some of them write pairs, as in 1-B
    """
  }
}
