import Numerics

extension JSONWriter {
  mutating func appendNumber(_ number: Double) {
    guard number.isFinite else { return append("null") }
    // The sign of a negative zero has no place in an `Int`.
    if number == 0, number.sign == .minus { return append("-0") }
    if let whole = number.asWholeNumber { return appendInteger(whole) }
    appendBytes(of: number.description)
  }

  mutating func appendInteger(_ number: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = number.magnitude
      var first = digits.count
      repeat {
        first -= 1
        digits.initializeElement(at: first, to: .zero + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      } while rest > 0
      if number < 0 {
        first -= 1
        digits.initializeElement(at: first, to: .minus)
      }
      appendAll(UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  mutating func appendString(_ text: String) {
    append(.quote)
    var text = text
    text.withUTF8 { content in
      var start = 0
      // Most texts have nothing to escape.
      var offset = content.prefix { $0.isPlainInJSON }.count
      while offset < content.count {
        let length = Self.lengthToEscape(at: offset, in: content)
        if length == 0 {
          offset += 1
          continue
        }
        appendAll(content[start..<offset])
        appendEscape(of: content[offset..<(offset + length)])
        offset += length
        start = offset
      }
      appendAll(UnsafeBufferPointer(rebasing: content[start...]))
    }
    append(.quote)
  }

  private mutating func appendBytes(of text: String) {
    var text = text
    text.withUTF8 { appendAll($0) }
  }

  /// The number of bytes of the character at an offset if it must be escaped, otherwise 0.
  ///
  /// Escaped are controls (C0, DEL, C1), the line separators U+2028 and U+2029, and the characters
  /// that change the direction of text: U+061C, U+200E–F, U+202A–E, U+2066–9.
  @inline(__always)
  private static func lengthToEscape(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 {
      return byte.isPlainInJSON ? 0 : 1
    }
    switch byte {
    case 0xC2: return bytes[offset + 1] < 0xA0 ? 2 : 0
    case 0xD8: return bytes[offset + 1] == 0x9C ? 2 : 0
    case 0xE2:
      switch (bytes[offset + 1], bytes[offset + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }

  private mutating func appendEscape(of character: Slice<UnsafeBufferPointer<UInt8>>) {
    switch character.first {
    case UInt8.quote: append("\\\"")
    case UInt8.backslash: append("\\\\")
    case UInt8.lineFeed: append("\\n")
    case UInt8.carriageReturn: append("\\r")
    case UInt8.tab: append("\\t")
    default:
      let code = String(decoding: character, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
      append("\\u")
      appendBytes(of: code.hexadecimalSpelling(digits: 4).lowercased())
    }
  }
}

extension UInt8 {
  /// Whether it is a whole character that stands in a string as it is.
  @inline(__always)
  fileprivate var isPlainInJSON: Bool {
    self >= .space && self < 0x7F && self != .quote && self != .backslash
  }
}
