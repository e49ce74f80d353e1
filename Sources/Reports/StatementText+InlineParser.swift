extension StatementText {
  /// Reads the text of a paragraph; time grows with its length, whatever is in it.
  struct InlineParser {
    /// What was begun and not yet ended, and what stands in it so far.
    private struct Frame {
      enum Opener: Equatable {
        case paragraph, bracket
        case emphasis(Character, count: Int)
      }

      let opener: Opener
      var inlines: [Inline] = []

      /// The opener as it was written.
      var written: String {
        switch opener {
        case .paragraph: ""
        case .bracket: "["
        case .emphasis(let sign, let count): String(repeating: sign, count: count)
        }
      }
    }

    /// With more begun than this, signs stand for themselves.
    private static let deepest = 16

    private let characters: [Character]
    private var ends: SpanEnds
    private var index = 0
    private var text = ""
    private var frames = [Frame(opener: .paragraph)]

    /// The parts of the paragraph `text`, whose lines are separated by new lines.
    static func inlines(_ text: String) -> [Inline] {
      var parser = InlineParser(Array(text))
      return parser.everything()
    }

    private init(_ characters: [Character]) {
      self.characters = characters
      ends = SpanEnds(characters)
    }

    private mutating func everything() -> [Inline] {
      while index < characters.count { step() }
      flush()
      collapse(from: 1)
      return frames[0].inlines
    }

    private mutating func step() {
      switch characters[index] {
      case "\\": escape()
      case "`": code()
      case "$": mathematics()
      case "*", "_": emphasis()
      case "[": openBracket()
      case "]": closeBracket()
      case "<": address()
      case "\n": lineEnd()
      default:
        text.append(characters[index])
        index += 1
      }
    }

    // MARK: - Collecting

    private mutating func flush() {
      if !text.isEmpty { frames[frames.count - 1].inlines.append(.text(text)) }
      text = ""
    }

    private mutating func append(_ inline: Inline) {
      flush()
      frames[frames.count - 1].inlines.append(inline)
    }

    private mutating func open(_ opener: Frame.Opener) {
      flush()
      frames.append(Frame(opener: opener))
    }

    /// Turns the frames from `position` on back into what was written.
    private mutating func collapse(from position: Int) {
      guard position < frames.count else { return }
      flush()
      for frame in frames[position...] {
        frames[position - 1].inlines += [.text(frame.written)] + frame.inlines
      }
      frames.removeSubrange(position...)
    }

    private mutating func literal(_ count: Int) {
      text += String(characters[index..<index + count])
      index += count
    }

    // MARK: - Spans that nothing else is read in

    private mutating func escape() {
      guard index + 1 < characters.count else { return literal(1) }
      let next = characters[index + 1]
      if next == "\n" {
        append(.lineBreak)
      } else if next.isASCII, next.isPunctuation || next.isSymbol {
        text.append(next)
      } else {
        text += "\\\(next)"
      }
      index += 2
    }

    private mutating func code() {
      let length = run(of: "`")
      guard let end = ends.code(from: index + length, length: length) else {
        return literal(length)
      }
      let inner = String(characters[index + length..<end]).replacingNewLines
      let isPadded = inner.count > 2 && inner.first == " " && inner.last == " "
      append(.code(isPadded ? String(inner.dropFirst().dropLast()) : inner))
      index = end + length
    }

    private mutating func mathematics() {
      let isDisplay = index + 1 < characters.count && characters[index + 1] == "$"
      let start = index + (isDisplay ? 2 : 1)
      guard start < characters.count, isDisplay || !characters[start].isWhitespace,
        let end = ends.mathematics(from: start, isDisplay: isDisplay),
        characters[start..<end].contains(where: { !$0.isWhitespace })
      else { return literal(start - index) }
      let inner = Mathematics(String(characters[start..<end]))
      append(isDisplay ? .display(inner) : .mathematics(inner))
      index = end + (isDisplay ? 2 : 1)
    }

    private mutating func address() {
      let limit = min(characters.count, index + 500)
      guard let end = characters[index..<limit].firstIndex(of: ">") else { return literal(1) }
      let inner = String(characters[index + 1..<end])
      let isAddress =
        inner.hasPrefix("https://") || inner.hasPrefix("http://")
        || inner.hasPrefix("mailto:")
      guard isAddress, !inner.contains(where: { $0.isWhitespace }) else { return literal(1) }
      text += inner
      index = end + 1
    }

    private mutating func lineEnd() {
      let isHard = text.hasSuffix("  ")
      while text.hasSuffix(" ") { text.removeLast() }
      if isHard { append(.lineBreak) } else { text += " " }
      index += 1
    }

    // MARK: - Links

    private mutating func openBracket() {
      guard frames.count < Self.deepest else { return literal(1) }
      open(.bracket)
      index += 1
    }

    private mutating func closeBracket() {
      guard let position = frames.lastIndex(where: { $0.opener == .bracket }) else {
        return literal(1)
      }
      guard let (address, end) = linkAddress() else {
        flush()
        let frame = frames.remove(at: position)
        frames[position - 1].inlines += [.text(frame.written)] + frame.inlines
        return literal(1)
      }
      collapse(from: position + 1)
      flush()
      let inner = frames.removeLast().inlines
      append(.link(inner, address: address))
      index = end
    }

    /// The address in brackets behind a closing square bracket, and where it ends.
    private func linkAddress() -> (address: String, end: Int)? {
      let start = index + 2
      guard start < characters.count, characters[start - 1] == "(" else { return nil }
      let limit = min(characters.count, start + 500)
      guard let end = characters[start..<limit].firstIndex(of: ")") else { return nil }
      let address = String(characters[start..<end])
      // Without this, the formula x[1](2) would be a link.
      let isAddress = address.contains { ":/.#".contains($0) }
      guard isAddress, !address.contains(where: { $0.isWhitespace }) else { return nil }
      return (address, end + 1)
    }

    // MARK: - Emphasis

    private mutating func emphasis() {
      let sign = characters[index]
      let length = run(of: sign)
      guard length <= 3 else { return literal(length) }
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + length < characters.count ? characters[index + length] : " "
      // Between letters or digits the sign is meant: 3*4, L_new.
      let isInWord = before.isWordCharacter && after.isWordCharacter
      let mayOpen = !isInWord && !after.isWhitespace && !before.isWordCharacter
      let mayClose = !isInWord && !before.isWhitespace && !after.isWordCharacter
      var remaining = length
      if mayClose { remaining = close(sign, remaining) }
      index += length - remaining
      guard remaining > 0 else { return }
      guard mayOpen, frames.count + 1 < Self.deepest else { return literal(remaining) }
      if remaining >= 2 { open(.emphasis(sign, count: 2)) }
      if remaining != 2 { open(.emphasis(sign, count: 1)) }
      index += remaining
    }

    /// Ends what the signs can end, and returns how many signs are left.
    private mutating func close(_ sign: Character, _ count: Int) -> Int {
      var remaining = count
      while remaining > 0,
        let position = frames.lastIndex(where: { frame in
          guard case .emphasis(sign, let count) = frame.opener else { return false }
          return remaining == 3 || count == remaining
        }), case .emphasis(_, let count) = frames[position].opener
      {
        collapse(from: position + 1)
        flush()
        let inner = frames.removeLast().inlines
        append(count == 2 ? .strong(inner) : .emphasis(inner))
        remaining -= count
      }
      return remaining
    }

    private func run(of sign: Character) -> Int {
      var end = index
      while end < characters.count, characters[end] == sign { end += 1 }
      return end - index
    }
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}

extension String {
  fileprivate var replacingNewLines: String {
    String(map { $0 == "\n" ? " " : $0 })
  }
}
