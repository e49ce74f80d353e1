import Numerics

/// Walks forward through a text, counting lines and columns.
struct LineCursor {
  private var offset: Int
  private var line = 1
  private var column = 1

  init(startingAt offset: Int) {
    self.offset = offset
  }

  /// Moves to a byte at or after the present one and tells its place.
  mutating func advance(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Position {
    let end = min(target, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      let next = offset + 1
      let endsLine =
        byte == .lineFeed
        || (byte == .carriageReturn && (next == bytes.count || bytes[next] != .lineFeed))
      if endsLine {
        line += 1
        column = 1
      } else if !byte.isContinuation {
        column += 1
      }
      offset = next
    }
    return Position(line: line, column: column)
  }
}
