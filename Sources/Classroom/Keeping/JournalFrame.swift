import Numerics
import SystemCalls

/// How a student's result stands in a journal: its length, the hash of the id, the entry, and a
/// checksum of these.
package enum JournalFrame {
  static let headLength = 16
  private static let endLength = 8
  private static let largest = 1 << 28

  /// The frame around an entry.
  package static func around(_ entry: [UInt8], of student: String) -> [UInt8] {
    var head = ByteWriter()
    head.write(UInt64(entry.count))
    head.write(Shard.hash(student))
    let body = head.bytes + entry
    var end = ByteWriter()
    end.write(checksum(body[...]))
    return body + end.bytes
  }

  /// The entry in a frame that is whole.
  package static func entry(in frame: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    frame.dropFirst(headLength).dropLast(endLength)
  }

  /// How long a frame is whose head has been read, and whose student it is.
  static func measure(_ head: ArraySlice<UInt8>) -> (length: Int, student: UInt64)? {
    var reader = ByteReader(head)
    guard let count = try? reader.readBits(), let student = try? reader.readBits(),
      count <= UInt64(largest)
    else { return nil }
    return (headLength + Int(count) + endLength, student)
  }

  /// Whether a frame is what was written.
  package static func isWhole(_ frame: ArraySlice<UInt8>) -> Bool {
    guard frame.count > headLength + endLength else { return false }
    var end = ByteReader(frame.suffix(endLength))
    return (try? end.readBits()) == checksum(frame.dropLast(endLength))
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { FNV1a.hash(wordsOf: $0) }
  }
}
