import Numerics

extension ProblemReport {
  /// The bytes in the source that spell one character of a string, for a message about that character.
  ///
  /// Characters are Unicode scalars of the decoded text counted from 0; an escape spells one scalar
  /// with six bytes or, as a surrogate pair, with twelve. Past the last one stands the closing quote.
  /// What replaces a placeholder is spelled by all of the placeholder.
  package func range(ofCharacter number: Int, in string: LocatedString) -> Range<Int> {
    let characters = string.replacements.source(of: max(0, number))
    let first = range(ofSourceCharacter: characters.lowerBound, in: string.range)
    if characters.count == 1 { return first }
    let last = range(ofSourceCharacter: characters.upperBound - 1, in: string.range)
    return first.lowerBound..<last.upperBound
  }

  private func range(ofSourceCharacter number: Int, in range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: source.bytes.indices)
    let closingQuote = max(range.lowerBound, range.upperBound - 1)
    var start = min(range.lowerBound + 1, closingQuote)
    for _ in 0..<max(0, number) where start < closingQuote {
      start = endOfCharacter(at: start, before: closingQuote)
    }
    guard start < closingQuote else { return closingQuote..<range.upperBound }
    return start..<endOfCharacter(at: start, before: closingQuote)
  }

  private func endOfCharacter(at start: Int, before limit: Int) -> Int {
    let bytes = source.bytes
    var end = start + 1
    if bytes[start] != .backslash {
      while end < limit, bytes[end].isContinuation { end += 1 }
    } else if end < limit, bytes[end] == UInt8(ascii: "u") {
      end += isHighSurrogate(digitsAt: end + 1) ? 11 : 5
    } else {
      end += 1
    }
    return min(end, limit)
  }

  /// Whether four hexadecimal digits stand for U+D800 to U+DBFF: `d8` to `db` come first.
  private func isHighSurrogate(digitsAt offset: Int) -> Bool {
    guard offset + 1 < source.bytes.count else { return false }
    guard source.bytes[offset].hexadecimalDigit == 0xD else { return false }
    return (0x8...0xB).contains(source.bytes[offset + 1].hexadecimalDigit ?? 0)
  }
}
