/// A line of the text format, with those that continue its brackets.
struct AnswerLine {
  /// Everything up to the last byte that is neither white space nor comment.
  private(set) var content: Range<Int>
  /// The place of the first `=` or `:`.
  private(set) var sign: Int?
  /// Whether a further `=` stands behind it, outside brackets.
  private(set) var hasFurtherSign = false
  /// The comments, those behind the content included.
  private(set) var comments: [Range<Int>] = []
  /// What stands between the `"""` of a text that may run over several lines.
  private(set) var block: Range<Int>?
  /// Where the next line begins.
  private(set) var next: Int

  init(_ bytes: [UInt8], from start: Int) {
    var depth = 0
    content = start..<start
    next = start
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // An open bracket continues, unless the next line is an answer of its own.
        if depth > 0 {
          let following = bytes[next...].firstIndex { $0 > 0x20 } ?? bytes.count
          if !AnswerLine.beginsAnswer(bytes, following) {
            next = following
            continue
          }
        }
        next += 1
        return
      case UInt8(ascii: "#"):
        let end = bytes[next...].firstIndex { $0.isLineBreak } ?? bytes.count
        comments.append(next..<end)
        next = end
        continue
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"):
        // The rows of a matrix in LaTeX.
        if bytes[next...].starts(with: "\\begin{".utf8) { depth += 1 }
        if bytes[next...].starts(with: "\\end{".utf8) { depth -= 1 }
      case UInt8(ascii: "="), UInt8(ascii: ":"):
        if sign == nil {
          sign = next
          if let text = TextBlock(bytes, behind: next) {
            block = text.content
            content = start..<text.content.upperBound
            next = text.end
            return
          }
        } else if depth == 0, bytes[next] == UInt8(ascii: "=") {
          hasFurtherSign = true
        }
      default: break
      }
      next += 1
      if bytes[next - 1] > 0x20 { content = start..<next }
    }
  }

  /// Whether the line holds an `=` or `:` before any bracket, comma or comment.
  private static func beginsAnswer(_ bytes: [UInt8], _ start: Int) -> Bool {
    for (place, byte) in bytes[start...].enumerated() {
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: ":"):
        // An option of the printer of an array.
        return place > 13 || !PastedLine.options.contains { bytes[start...].starts(with: $0.utf8) }
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "#"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return false
      case _ where byte.isLineBreak: return false
      default: break
      }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension Range<Int> {
  /// The range without white space and invisible characters at its ends.
  package func trimmed(in bytes: [UInt8]) -> Range<Int> {
    var (lower, upper) = (lowerBound, upperBound)
    while lower < upper {
      let length = bytes[lower] < 0x80 ? 1 : bytes[lower..<upper].firstLength
      guard bytes[lower..<lower + length].isBlank else { break }
      lower += length
    }
    while lower < upper {
      let length = bytes[upper - 1] < 0x80 ? 1 : bytes[lower..<upper].lastLength
      guard bytes[upper - length..<upper].isBlank else { break }
      upper -= length
    }
    return lower..<upper
  }
}

extension ArraySlice<UInt8> {
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The number of bytes of the first scalar.
  fileprivate var firstLength: Int {
    1 + dropFirst().prefix(3).prefix(while: Self.isContinuation).count
  }

  /// The number of bytes of the last scalar.
  fileprivate var lastLength: Int {
    Swift.min(count, 1 + reversed().prefix(3).prefix(while: Self.isContinuation).count)
  }

  /// Whether the bytes of one scalar are white space, a byte order mark or the like.
  fileprivate var isBlank: Bool {
    if let byte = first, byte < 0x80 { return byte <= 0x20 }
    guard let scalar = String(decoding: self, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }
}
