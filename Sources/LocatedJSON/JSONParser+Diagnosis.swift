import Numerics

extension JSONParser {
  /// What the grammar allows at a place.
  package enum Expectation {
    case value
    case key
    case colon(key: String)
    case commaOrBracket(opening: Int)
    case commaOrBrace(opening: Int)
    case endOfDocument
  }

  /// The fault of whatever stands here instead of what is expected.
  func unexpected(expecting expectation: Expectation) -> SyntaxFault {
    if let fault = faultAnywhere { return fault }
    switch expectation {
    case .value: return faultInsteadOfValue
    case .key: return faultInsteadOfKey
    case .colon(let key): return faultInsteadOfColon(after: key)
    case .commaOrBracket(let opening): return faultInList("list", "[", "]", opening: opening)
    case .commaOrBrace(let opening): return faultInList("object", "{", "}", opening: opening)
    case .endOfDocument: return faultAfterDocument
    }
  }

  private var faultAnywhere: SyntaxFault? {
    guard offset < bytes.count else { return nil }
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    switch (byte, next) {
    case (.slash, .slash), (.slash, UInt8(ascii: "*")), (UInt8(ascii: "#"), _):
      return .comment(at: offset)
    default: break
    }
    if UTF8Sequence.length(at: offset, in: bytes) == nil { return .invalidUTF8(byte, at: offset) }
    switch character(at: offset) {
    case "“", "”", "„", "«", "»": return .typographicQuote(character(at: offset), at: offset)
    case "'", "‘", "’", "`": return .singleQuote(at: offset)
    default: return nil
    }
  }

  private var faultInsteadOfValue: SyntaxFault {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    switch byte {
    case .comma: return .strayComma(at: offset)
    case .plus: return .plusSign(at: offset)
    case .point where next.isDigit: return leadingPoint(start: offset)
    default: break
    }
    switch character(at: offset) {
    case "−", "–", "—": return .foreignMinus(character(at: offset), at: offset)
    default: break
    }
    if let word = bareWord { return .bareWord(word, at: offset) }
    return .found(found(at: offset), expected: "a value", at: offset)
  }

  func missingValue(of key: String) -> SyntaxFault {
    let expected = "a value for the key \(Quotation(key))"
    return .found(found(at: offset), expected: expected, at: offset)
  }

  private var faultInsteadOfKey: SyntaxFault {
    if byte == .comma { return .strayComma(at: offset) }
    if byte.isDigit || bareWord != nil {
      return .bareKey(source.spelling(of: offset..<wordEnd(from: offset)), at: offset)
    }
    return .found(found(at: offset), expected: "a key in double quotes", at: offset)
  }

  private func faultInsteadOfColon(after key: String) -> SyntaxFault {
    let expected = "':' after the key \(Quotation(key))"
    if byte == UInt8(ascii: "=") { return .wrongSeparator("=", instead: ":", at: offset) }
    return .found(found(at: offset), expected: expected, at: offset)
  }

  private func faultInList(
    _ container: String, _ open: String, _ close: String, opening: Int
  ) -> SyntaxFault {
    if offset == bytes.count {
      return .unclosed(
        container, opening: open, closing: close, from: source.position(at: opening), at: offset)
    }
    switch byte {
    case UInt8(ascii: ";"): return .wrongSeparator(";", instead: ",", at: offset)
    case .slash, .plus, .minus, UInt8(ascii: "*"), UInt8(ascii: "^"):
      return .arithmetic(found: found(at: offset), at: offset)
    case .closeBracket, .closeBrace:
      return .mismatched(
        found: found(at: offset), expected: close, opening: open,
        from: source.position(at: opening), at: offset)
    case .quote: return .missingComma("this string", at: offset)
    case .openBracket: return .missingComma("this list", at: offset)
    case .openBrace: return .missingComma("this object", at: offset)
    default: break
    }
    if byte.isDigit || bareWord != nil {
      let word = Quotation(source.spelling(of: offset..<wordEnd(from: offset)))
      return .missingComma(word.description, at: offset)
    }
    return .found(found(at: offset), expected: "',' or '\(close)'", at: offset)
  }

  private var faultAfterDocument: SyntaxFault {
    switch byte {
    case .comma: .strayComma(at: offset)
    case .closeBracket, .closeBrace: .strayClosing(found(at: offset), at: offset)
    default: .secondValue(found(at: offset), at: offset)
    }
  }
}

// MARK: - Naming what stands there

extension JSONParser {
  /// The character at an offset; the replacement character where the bytes are not UTF-8.
  func character(at offset: Int) -> Unicode.Scalar {
    let length = offset < bytes.count ? UTF8Sequence.length(at: offset, in: bytes) : nil
    let text = source.spelling(of: offset..<(offset + (length ?? 0)))
    return text.unicodeScalars.first ?? "\u{FFFD}"
  }

  /// What stands at an offset, in words: `':'`, "the end of the text", "the character U+00A0".
  func found(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    guard UTF8Sequence.length(at: offset, in: bytes) != nil else {
      return "the byte 0x\(bytes[offset].hexadecimalSpelling(digits: 2))"
    }
    let scalar = character(at: offset)
    switch scalar {
    case " ": return "a space"
    case "\t": return "a tab"
    case "\n", "\r": return "a line break"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .nonspacingMark:
      return "the character U+\(scalar.value.hexadecimalSpelling(digits: 4))"
    default: return "'\(scalar)'"
    }
  }

  /// The word without quotes that stands here, if one does.
  private var bareWord: String? {
    byte.isDigit || !continuesWord ? nil : word(at: offset)
  }

  /// Whether a letter, a digit or `_` stands here.
  var continuesWord: Bool {
    byte.isWordByte && (byte < 0x80 || character(at: offset).properties.isAlphabetic)
  }

  func word(at offset: Int) -> String {
    source.spelling(of: offset..<wordEnd(from: offset))
  }

  /// Where a word ends; words are followed for 100 bytes at most.
  func wordEnd(from offset: Int) -> Int {
    var end = offset
    while end < min(bytes.count, offset + 100), bytes[end].isWordByte,
      let length = UTF8Sequence.length(at: end, in: bytes)
    {
      end += length
    }
    return end
  }
}
