import Numerics

/// The shape of one UTF-8 sequence, after table 3-7 of the Unicode standard.
enum UTF8Sequence {
  /// The number of bytes of the well-formed sequence at an offset, or nil where there is none.
  ///
  /// Overlong forms, surrogates, cut-off sequences and values beyond U+10FFFF are not well-formed.
  static func length(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let lead = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case ..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for next in (offset + 2)..<max(offset + 2, offset + length) {
      guard bytes[next].isContinuation else { return nil }
    }
    return length
  }
}
