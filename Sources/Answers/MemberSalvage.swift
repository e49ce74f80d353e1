/// Splits the text of an object into its members by brackets, quotes and commas alone.
///
/// What cannot be told apart is skipped to the end of its line.
struct MemberSalvage {
  /// A name and its value, strings without their quotes.
  struct Member {
    let name: Range<Int>
    let content: Range<Int>
    let isString: Bool
  }

  private let bytes: ArraySlice<UInt8>
  private var offset: Int
  private let end: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
    end = bytes.endIndex
  }

  /// The members of the object that begins here, or nil where none begins.
  mutating func members() -> [Member]? {
    guard take("{") else { return nil }
    var members: [Member] = []
    while offset < end, !take("}") {
      if let member = member() {
        members.append(member)
      } else {
        skipLine()
      }
      _ = take(",")
    }
    return members
  }

  private mutating func member() -> Member? {
    guard let name = string(), take(":") else { return nil }
    return peek("\"")
      ? string().map { Member(name: name, content: $0, isString: true) }
      : value().map { Member(name: name, content: $0, isString: false) }
  }

  /// Everything up to the comma, the brace or the next name that ends the value.
  private mutating func value() -> Range<Int>? {
    skipSpace()
    let start = offset
    var depth = 0
    var braces = 0
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"):
        if braces == 0 { return trimmed(start..<offset) }
        braces -= 1
      case UInt8(ascii: ",") where depth <= 0 && braces == 0: return trimmed(start..<offset)
      case UInt8(ascii: "\""):
        let quote = offset
        guard string() != nil else {
          skipLine()
          continue
        }
        // Where a comma or bracket is missing, a name ends the value before it.
        if braces == 0, depth <= 0 || peek(":") {
          offset = quote
          return trimmed(start..<quote)
        }
        continue
      default: break
      }
      offset += 1
    }
    if braces > 0 { return start..<offset }
    let value = trimmed(start..<offset)
    // The end of the file may have cut a number short.
    let isWhole = value.upperBound < offset || bytes[value].last == UInt8(ascii: "]")
    return depth <= 0 && isWhole ? value : nil
  }

  private mutating func string() -> Range<Int>? {
    guard take("\"") else { return nil }
    let start = offset
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        return start..<offset
      case UInt8(ascii: "\n"): return nil
      case UInt8(ascii: "\\"): offset = min(offset + 2, end)
      default: offset += 1
      }
    }
    return nil
  }

  private mutating func skipLine() {
    while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
  }

  private mutating func peek(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    return offset < end && bytes[offset] == UInt8(ascii: sign)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek(sign) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while offset < end, bytes[offset] <= 0x20 { offset += 1 }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return range.lowerBound..<upper
  }
}
