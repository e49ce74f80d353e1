import Numerics

/// A text with the name it is known by in messages, usually the path of its file.
///
/// Lines and columns are worked out only when somebody asks: reading a sound file never pays for them.
package struct SourceText: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of bytes before the text proper: 3 where it starts with a byte order mark.
  package var contentStart: Int {
    guard bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return 0 }
    return 3
  }

  /// The place of a byte; offsets outside the text stand for its ends.
  package func position(at offset: Int) -> Position {
    var cursor = LineCursor(startingAt: contentStart)
    return bytes.withUnsafeBufferPointer { cursor.advance(to: offset, in: $0) }
  }

  /// The places of several bytes, found in one pass; `offsets` must be in ascending order.
  package func positions(atAscending offsets: [Int]) -> [Position] {
    var cursor = LineCursor(startingAt: contentStart)
    return bytes.withUnsafeBufferPointer { buffer in
      offsets.map { cursor.advance(to: $0, in: buffer) }
    }
  }

  /// The text of a line counted from 1, without its line break; empty beyond the last line.
  package func line(_ number: Int) -> String {
    var line = 1
    var start = contentStart
    for offset in bytes.indices.dropFirst(start) where isLineEnd(offset) {
      if line == number { return spelling(of: start..<lineContentEnd(before: offset)) }
      line += 1
      start = offset + 1
    }
    return line == number ? spelling(of: start..<bytes.count) : ""
  }

  /// The bytes of a range as they were typed, decoded as UTF-8.
  package func spelling(of range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  /// Whether the byte is the last one of a line break: LF, or CR without LF.
  func isLineEnd(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case .lineFeed: true
    case .carriageReturn: offset + 1 == bytes.count || bytes[offset + 1] != .lineFeed
    default: false
    }
  }

  private func lineContentEnd(before lineEnd: Int) -> Int {
    let isPair = bytes[lineEnd] == .lineFeed && lineEnd > 0 && bytes[lineEnd - 1] == .carriageReturn
    return isPair ? lineEnd - 1 : lineEnd
  }
}
