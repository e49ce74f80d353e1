import Answers
import LocatedJSON

/// Reads the numbers of lines: `3, 5`, `3 and 5`, `3-5`, `lines 3 to 5`, `none`.
struct LocateReader {
  /// How many lines there are.
  let count: Int

  private static let joins = ["and", "or", "also"]
  private static let titles = ["line", "lines", "row", "rows", "number", "numbers", "no", "l"]
  private static let nothing = ["none", "nothing"]

  /// - Throws: What names no line.
  func lines(_ answer: AnswerTokens) throws(AnswerFault) -> Set<Int> {
    var rest = answer.tokens[...]
    var lines: Set<Int> = []
    var none: AnswerTokens.Token?
    while let token = rest.popFirst() {
      switch token.kind {
      case .number:
        let first = try number(token, token.text)
        guard let mark = rest.first, mark.isDash || mark.text.lowercased() == "to",
          let end = rest.dropFirst().first, end.kind == .number
        else {
          lines.insert(first)
          continue
        }
        rest = rest.dropFirst(2)
        let last = try number(end, end.text)
        if last < first { throw token.fault(.backwards(first, last)) }
        lines.formUnion(first...last)
      case .word:
        let word = token.text.lowercased()
        if LocateReader.nothing.contains(word) {
          none = token
        } else if let digits = word.digits(after: ["l", "line"]) {
          lines.insert(try number(token, digits))
        } else if !LocateReader.joins.contains(word), !LocateReader.titles.contains(word) {
          throw token.fault(.noLine(token.text, nearest(to: word), count))
        }
      case .sign:
        if ![",", ";", "&", "+", ":", "#"].contains(token.text) {
          throw token.fault(.noLine(token.text, nil, count))
        }
      }
    }
    if let none, !lines.isEmpty { throw none.fault(.noneAndSome) }
    if lines.isEmpty, none == nil { throw AnswerFault(.nothing(count), at: nil) }
    return lines
  }

  private func number(
    _ token: AnswerTokens.Token, _ digits: String
  ) throws(AnswerFault) -> Int {
    guard let number = Int(digits), (1...count).contains(number) else {
      throw token.fault(.outside(digits, count))
    }
    return number
  }

  private func nearest(to word: String) -> String? {
    Spelling.nearest(
      to: word, among: LocateReader.nothing + LocateReader.joins + ["line", "lines", "to"])
  }
}

extension String {
  /// The digits behind one of these words, as in `L3`.
  fileprivate func digits(after words: [String]) -> String? {
    for word in words where hasPrefix(word) {
      let rest = dropFirst(word.count)
      if !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) { return String(rest) }
    }
    return nil
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func outside(_ number: String, _ count: Int) -> Message {
    "there is no line \(visible: Quotation.shortened(number)); there are 1 to \(count)"
  }

  fileprivate static func backwards(_ first: Int, _ last: Int) -> Message {
    "'\(first)-\(last)' runs backwards; did you mean '\(last)-\(first)'?"
  }

  fileprivate static func noLine(_ word: String, _ near: String?, _ count: Int) -> Message {
    if let near { return "\(Quotation(word)) is not understood; did you mean '\(name: near)'?" }
    return
      "\(Quotation(word)) is not understood; lines are named by number, 1 to \(count), or 'none'"
  }

  fileprivate static let noneAndSome: Message = "here stand 'none' and lines as well"

  fileprivate static func nothing(_ count: Int) -> Message {
    "lines are named by number, 1 to \(count), or 'none'"
  }
}
