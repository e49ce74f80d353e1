/// What is kept of one student: the record, and what it was made from.
struct JournalEntry: Sendable {
  /// Made from the grader's bytes, what was handed in, and how it was marked.
  let key: Digest
  /// Made from the exercises that the record speaks of, and from what they were marked with.
  let exercises: Digest
  /// What the student is called on pages.
  let label: String
  let record: StudentRecord

  init(key: Digest, exercises: Digest, label: String, record: StudentRecord) {
    self.key = key
    self.exercises = exercises
    self.label = label
    self.record = record
  }

  /// Whether the same was said about the same student, be it with another machine's compiler.
  func agrees(with other: JournalEntry) -> Bool {
    let bytes = [record, other.record].map { record in
      var writer = ByteWriter()
      record.write(to: &writer, hasKeys: false)
      return writer.bytes
    }
    return label == other.label && bytes[0] == bytes[1]
  }

  // MARK: A frame: its length, the hash of the id, the entry, and a checksum of these

  static let headLength = 16
  private static let largest = 1 << 28

  /// The entry as it stands in a journal.
  var frame: [UInt8] {
    var entry = ByteWriter()
    entry.write(key)
    entry.write(exercises)
    entry.write(label)
    record.write(to: &entry)
    var head = ByteWriter()
    head.write(UInt64(entry.bytes.count))
    head.write(Shard.hash(record.id))
    let body = head.bytes + entry.bytes
    var end = ByteWriter()
    end.write(JournalEntry.checksum(body[...]))
    return body + end.bytes
  }

  /// How long a frame is whose head has been read, and whose student it is.
  static func measure(_ head: ArraySlice<UInt8>) -> (length: Int, student: UInt64)? {
    var reader = ByteReader(head)
    guard let count = try? reader.readBits(), let student = try? reader.readBits(),
      count <= UInt64(largest)
    else { return nil }
    return (headLength + Int(count) + 8, student)
  }

  /// Whether a frame is what was written.
  static func isWhole(_ frame: ArraySlice<UInt8>) -> Bool {
    guard frame.count > headLength + 8 else { return false }
    var end = ByteReader(frame.suffix(8))
    return (try? end.readBits()) == checksum(frame.dropLast(8))
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { WordHash.hash($0) }
  }

  /// - Parameter frame: A frame that is whole.
  init(frame: ArraySlice<UInt8>) throws(ByteReader.Malformed) {
    var reader = ByteReader(frame.dropFirst(JournalEntry.headLength).dropLast(8))
    key = try reader.readDigest()
    exercises = try reader.readDigest()
    label = try reader.readText()
    record = try StudentRecord(reading: &reader)
  }
}
