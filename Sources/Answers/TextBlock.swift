/// A text between `"""` and `"""`, in which `#`, `=` and brackets mean nothing.
///
/// A block that is never closed is none, and its lines are read like any others: one forgotten
/// `"""` must not swallow the answers behind it. For the same reason a line that itself begins a
/// block, such as `reason = """`, does not close the one before it.
struct TextBlock {
  /// What stands between the quotes.
  let content: Range<Int>
  /// Where the next line begins; what stands behind the closing quotes is passed over.
  let end: Int

  static let quotes = [UInt8](repeating: UInt8(ascii: "\""), count: 3)

  /// The block that begins behind the sign of an answer, if one does.
  init?(_ bytes: [UInt8], behind sign: Int) {
    var start = sign + 1
    while start < bytes.count, bytes[start].isSpaceOrTab { start += 1 }
    guard bytes[start...].starts(with: TextBlock.quotes) else { return nil }
    start += 3
    guard let close = TextBlock.closing(bytes, from: start) else { return nil }
    content = start..<close
    let rest = bytes[close...]
    end = rest.firstIndex { $0.isLineBreak }.map { $0 + 1 } ?? bytes.count
  }

  /// Where the quotes stand that close a block.
  private static func closing(_ bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    var lineStart = start
    while offset + 3 <= bytes.count {
      if bytes[offset].isLineBreak { lineStart = offset + 1 }
      if bytes[offset...].starts(with: quotes) {
        let before = bytes[lineStart..<offset].last { !$0.isSpaceOrTab }
        let isOpening = before == UInt8(ascii: "=") && lineStart > start
        return isOpening ? nil : offset
      }
      offset += 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
