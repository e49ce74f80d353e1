import Classroom
import Grading
import SystemCalls

/// The lines of standard input, each as soon as it is there.
struct LineInput {
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var hasEnded = false
  /// Whether what comes before the next line break belongs to a line that is too long.
  private var isPassingOver = false

  /// A line: its bytes, or nil where there are too many.
  struct Line {
    let bytes: [UInt8]?
  }

  /// The next line, which is waited for; nil after the last.
  mutating func next() -> Line? {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(to: end, next: end + 1)
      }
      searched = buffer.count
      if hasEnded {
        return start < buffer.count || isPassingOver
          ? take(to: buffer.count, next: buffer.count) : nil
      }
      if buffer.count - start > SubmissionFile.largest { passOver() }
      fill()
    }
  }

  private mutating func take(to end: Int, next: Int) -> Line {
    let isTooLong = isPassingOver || end - start > SubmissionFile.largest
    let line = Line(bytes: isTooLong ? nil : Array(buffer[start..<end]))
    isPassingOver = false
    (start, searched) = (next, next)
    return line
  }

  private mutating func passOver() {
    buffer.removeAll()
    (start, searched, isPassingOver) = (0, 0, true)
  }

  private mutating func fill() {
    if start > 1 << 16 || start == buffer.count {
      buffer.removeSubrange(..<start)
      (start, searched) = (0, searched - start)
    }
    let piece = (try? FileDescriptor.standardInput.read(atMost: 1 << 16)) ?? []
    if piece.isEmpty { hasEnded = true } else { buffer += piece }
  }
}
