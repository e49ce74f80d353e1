import Foundation
import Synchronization
import SystemCalls

/// What was marked so far, student by student, in a file that only grows.
///
/// An entry stands in the file as soon as its batch is done, so that a killed run loses a batch at
/// most. A torn end is cut off when the file is opened again. Of a student's entries the last one
/// counts. In memory there are 16 bytes for each entry, whatever it says.
final class Journal: Sendable {
  private let path: String
  private let file: Int32
  private let index: [Place]
  private let state: Mutex<State>
  /// How many bytes of a torn end were cut off.
  let torn: Int

  private struct State: Sendable {
    var end: Int
    var count: Int
  }

  private struct Place: Sendable {
    let student: UInt64
    let offset: Int
  }

  static let magic = Array("backmark journal 6\n".utf8)

  /// Opens a journal, which is made where there is none.
  init(_ path: String) throws(OutputFile.Fault) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw OutputFile.Fault(path, .last) }
    var reader = JournalReader(file)
    let places = Journal.places(&reader)
    let size = Int(lseek(file, 0, SEEK_END))
    torn = max(0, size - reader.offset)
    guard ftruncate(file, off_t(reader.offset)) == 0 else {
      let problem = SystemError.last
      close(file)
      throw OutputFile.Fault(path, problem)
    }
    index = places
    state = Mutex(State(end: reader.offset, count: places.count))
    if reader.offset == 0 { _ = try append(Journal.magic, count: 0) }
  }

  /// Opens a journal that stays as it is, to look things up in it.
  init(reading path: String) throws(OutputFile.Fault) {
    self.path = path
    file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw OutputFile.Fault(path, .last) }
    var reader = JournalReader(file)
    index = Journal.places(&reader)
    torn = 0
    state = Mutex(State(end: reader.offset, count: index.count))
  }

  /// Where every student's entries stand, later ones behind earlier ones of the same student.
  private static func places(_ reader: inout JournalReader) -> [Place] {
    var places: [Place] = []
    if reader.isJournal {
      while let frame = reader.next() {
        places.append(Place(student: frame.student, offset: frame.offset))
      }
    }
    return places.sorted { ($0.student, $0.offset) < ($1.student, $1.offset) }
  }

  /// How many entries there were when the journal was opened.
  var count: Int { index.count }

  /// What was kept of a student when the journal was opened, and where it stands.
  ///
  /// - Parameter number: The student's place in the class as it is now.
  func entry(of student: String, number: Int) -> Entry? {
    let hash = Shard.hash(student)
    var (low, high) = (0, index.count)
    while low < high {
      let middle = (low + high) / 2
      if index[middle].student <= hash { low = middle + 1 } else { high = middle }
    }
    guard low > 0, index[low - 1].student == hash else { return nil }
    let offset = index[low - 1].offset
    guard let frame = frame(at: offset),
      let entry = try? Entry(frame, number: number, offset: offset),
      entry.result.record.id == student
    else { return nil }
    return entry
  }

  /// What was kept of a student.
  struct Entry {
    let result: StudentResult
    /// What stood of it in the files of the class.
    let lines: ClassLines?
    /// Where it stands in the journal.
    let offset: Int

    fileprivate init(
      _ frame: ArraySlice<UInt8>, number: Int, offset: Int
    ) throws(ByteReader.Malformed) {
      var reader = ByteReader(JournalFrame.entry(in: frame))
      result = try StudentResult(reading: &reader, number: number)
      lines = try reader.readOptional { (reader) throws(ByteReader.Malformed) in
        try ClassLines(reading: &reader)
      }
      self.offset = offset
    }
  }

  /// As much as most frames need, so that they are read at once.
  private static let usualLength = 1 << 12

  private func frame(at offset: Int) -> ArraySlice<UInt8>? {
    var bytes = bytes(at: offset, Journal.usualLength)
    guard let length = JournalFrame.measure(bytes.prefix(JournalFrame.headLength))?.length else {
      return nil
    }
    if bytes.count < length { bytes = self.bytes(at: offset, length) }
    let frame = bytes.prefix(length)
    return frame.count == length && JournalFrame.isWhole(frame) ? frame : nil
  }

  private func bytes(at offset: Int, _ count: Int) -> [UInt8] {
    (try? FileDescriptor(file).read(upTo: count, at: offset)) ?? []
  }

  /// Appends frames.
  ///
  /// - Returns: Where they begin.
  func append(_ frames: [UInt8], count: Int) throws(OutputFile.Fault) -> Int {
    let start = state.withLock { $0.end }
    do {
      try FileDescriptor(file).write(frames, at: start)
    } catch {
      throw OutputFile.Fault(path, error)
    }
    state.withLock {
      $0.end += frames.count
      $0.count += count
    }
    return start
  }

  /// Goes through everything that was kept when the journal was opened, in no order.
  ///
  /// The results have no place in the class, for their students may have left it.
  func forEachResult(_ body: (StudentResult) -> Void) {
    for place in index {
      if let frame = frame(at: place.offset),
        let result = try? StudentResult(frame: frame, number: 0)
      {
        body(result)
      }
    }
  }

  /// Makes the journal hold what is at these places, in their order, and nothing else.
  ///
  /// - Parameter offsets: nil where that is so already.
  func settle(_ offsets: [Int]?) throws(OutputFile.Fault) {
    guard let offsets, !holds(offsets) else {
      guard fsync(file) == 0 else { throw OutputFile.Fault(path, .last) }
      return
    }
    var fresh = try OutputFile(path)
    try fresh.write(Journal.magic)
    for offset in offsets {
      guard let frame = frame(at: offset) else { throw OutputFile.Fault(path, SystemError(EIO)) }
      try fresh.write(Array(frame))
    }
    try fresh.commit()
  }

  /// Whether it holds what is at these places, in their order, and nothing else.
  private func holds(_ offsets: [Int]) -> Bool {
    offsets.count == state.withLock { $0.count }
      && zip(offsets, offsets.dropFirst()).allSatisfy { $0 < $1 }
  }

  deinit {
    close(file)
  }
}
