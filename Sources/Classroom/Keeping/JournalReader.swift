import Foundation
import SystemCalls

/// Reads a journal from its beginning, a piece at a time.
struct JournalReader {
  private let file: Int32
  private var buffer: ArraySlice<UInt8> = []
  private var position = 0
  /// How far it is whole.
  private(set) var offset = 0
  let isJournal: Bool
  private let piece: Int

  /// - Parameters:
  ///   - file: An open file, whose own position is left as it is.
  ///   - piece: How many bytes are read at once; of more the memory would be mapped anew each time.
  init(_ file: Int32, piece: Int = 1 << 16) {
    self.file = file
    self.piece = piece
    let magic = Journal.magic
    var first = JournalReader(unchecked: file, piece)
    isJournal = first.fill(magic.count) && first.buffer.prefix(magic.count).elementsEqual(magic)
    if isJournal {
      buffer = first.buffer.dropFirst(magic.count)
      position = first.position
      offset = magic.count
    }
  }

  private init(unchecked file: Int32, _ piece: Int) {
    self.file = file
    self.piece = piece
    isJournal = true
  }

  /// Whether there is nothing left, not even a torn end.
  var isAtEnd: Bool { buffer.isEmpty }

  /// Reads until so many bytes are there; false where the file ends before.
  private mutating func fill(_ count: Int) -> Bool {
    while buffer.count < count {
      let piece = (try? FileDescriptor(file).read(upTo: piece, at: position)) ?? []
      if piece.isEmpty { return false }
      position += piece.count
      buffer = (Array(buffer) + piece)[...]
    }
    return true
  }

  /// The next frame that is whole; nil at the end, or where the rest is torn.
  mutating func next() -> (frame: ArraySlice<UInt8>, student: UInt64, offset: Int)? {
    guard fill(JournalFrame.headLength),
      let measure = JournalFrame.measure(buffer.prefix(JournalFrame.headLength)),
      fill(measure.length), JournalFrame.isWhole(buffer.prefix(measure.length))
    else { return nil }
    defer { advance(measure.length) }
    return (buffer.prefix(measure.length), measure.student, offset)
  }

  private mutating func advance(_ count: Int) {
    buffer = buffer.dropFirst(count)
    offset += count
  }
}
