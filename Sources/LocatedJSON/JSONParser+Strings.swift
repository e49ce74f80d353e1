import Numerics

extension JSONParser {
  /// Reads the string that starts at the quote here, and moves past its closing quote.
  mutating func string() throws(SyntaxFault) -> String {
    let opening = offset
    var end = opening + 1
    while end < bytes.count {
      let byte = bytes[end]
      if byte == .quote {
        offset = end + 1
        let content = UnsafeBufferPointer(rebasing: bytes[(opening + 1)..<end])
        return String(decoding: content, as: UTF8.self)
      }
      if byte == .backslash { break }
      if byte < .space { throw .controlInString(byte, at: end) }
      end += byte < 0x80 ? 1 : try lengthOfCharacter(at: end)
    }
    return try escapedString(opening: opening, firstEscape: end)
  }

  private mutating func escapedString(
    opening: Int, firstEscape: Int
  ) throws(SyntaxFault) -> String {
    var decoded: [UInt8] = []
    // Where what stands for itself begins.
    var start = opening + 1
    offset = firstEscape
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case .quote:
        decoded.append(contentsOf: bytes[start..<offset])
        offset += 1
        return String(decoding: decoded, as: UTF8.self)
      case .backslash:
        decoded.append(contentsOf: bytes[start..<offset])
        decoded.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
        start = offset
      case ..<UInt8.space:
        throw .controlInString(byte, at: offset)
      default:
        offset += try lengthOfCharacter(at: offset)
      }
    }
    throw .unclosedString(at: opening)
  }

  private func lengthOfCharacter(at offset: Int) throws(SyntaxFault) -> Int {
    guard let length = UTF8Sequence.length(at: offset, in: bytes) else {
      throw .invalidUTF8(bytes[offset], at: offset)
    }
    return length
  }

  private mutating func escape() throws(SyntaxFault) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = byte
    offset += 1
    switch letter {
    case .quote: return "\""
    case .backslash: return "\\"
    case .slash: return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(start: start)
    default:
      if start + 1 == bytes.count { throw .unfinishedEscape(at: start) }
      if letter < .space { throw .controlInString(letter, at: start + 1) }
      _ = try lengthOfCharacter(at: start + 1)
      throw .unknownEscape(character(at: start + 1), at: start)
    }
  }

  /// Reads the digits of `\uXXXX`, and of the second escape where the first is half of a pair.
  private mutating func unicodeEscape(start: Int) throws(SyntaxFault) -> Unicode.Scalar {
    let first = try fourDigits(escapeStart: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    let isFollowed =
      offset + 1 < bytes.count && bytes[offset] == .backslash
      && bytes[offset + 1] == UInt8(ascii: "u")
    guard first < 0xDC00, isFollowed else { throw .loneSurrogate(first, at: start) }
    let secondStart = offset
    offset += 2
    let second = try fourDigits(escapeStart: secondStart)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .loneSurrogate(first, at: start) }
    return scalar
  }

  private mutating func fourDigits(escapeStart: Int) throws(SyntaxFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = byte.hexadecimalDigit else {
        throw .shortUnicodeEscape(source.spelling(of: escapeStart..<offset), at: escapeStart)
      }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }
}
