/// Splits the text of an object into its members by brackets, quotes and commas alone.
struct MemberSalvage {
  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    offset = start
  }

  /// The members of the object that begins here, or nil where the text does not hold together.
  ///
  /// Names and string values are given without their quotes.
  mutating func members() -> [(name: Range<Int>, content: Range<Int>)]? {
    guard take("{") else { return nil }
    var members: [(name: Range<Int>, content: Range<Int>)] = []
    while !take("}") {
      guard let name = string(), take(":"), let content = value() else { return nil }
      members.append((name, content))
      _ = take(",")
      if offset >= bytes.count { return nil }
    }
    return members
  }

  /// Everything up to the comma or bracket that ends the value.
  private mutating func value() -> Range<Int>? {
    skipSpace()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return string() }
    let start = offset
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "}"):
        if depth == 0 { return trimmed(start..<offset) }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return trimmed(start..<offset)
      case UInt8(ascii: "\""):
        guard string() != nil else { return nil }
        continue
      default: break
      }
      offset += 1
    }
    return nil
  }

  private mutating func string() -> Range<Int>? {
    guard take("\"") else { return nil }
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        return start..<offset
      case UInt8(ascii: "\n"): return nil
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    return nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return range.lowerBound..<upper
  }
}
