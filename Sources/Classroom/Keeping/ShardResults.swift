import Foundation

/// The results of one shard, open for being read.
final class ShardResults {
  let folder: String
  let note: RunNote
  let file: Int32
  /// How much of the journal is read at once.
  let piece: Int

  /// - Parameter count: How many shards are read side by side.
  init(_ folder: String, beside count: Int) throws(ClassMerge.Fault) {
    self.folder = folder
    piece = max(1 << 12, min(1 << 18, (1 << 24) / max(1, count)))
    let kept = folder + "/" + KeptWork.folderName
    let descriptor = open(kept + "/journal", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      let problem = errno
      let isThere = access(folder, F_OK) == 0
      throw ClassMerge.Fault(
        description: !isThere
          ? "there are no results '\(folder)'"
          : problem == ENOENT
            ? "'\(folder)' holds no results of 'backmark class'"
            : "'\(folder)' could not be read: \(String(cString: strerror(problem)))")
    }
    guard let text = try? String(contentsOfFile: kept + "/" + RunNote.name, encoding: .utf8),
      let note = RunNote(json: text)
    else {
      close(descriptor)
      throw ClassMerge.Fault(
        description: "'\(folder)' is not finished; give the command that made it again")
    }
    self.note = note
    file = descriptor
  }

  deinit {
    close(file)
  }
}

/// Where the reading of a shard has come to.
struct ShardHead {
  private let shard: ShardResults
  private var reader: JournalReader
  private(set) var frame: ArraySlice<UInt8> = []
  private(set) var entry: JournalEntry?

  init(_ shard: ShardResults) {
    self.shard = shard
    reader = JournalReader(shard.file, piece: shard.piece)
  }

  var id: String { entry?.record.id ?? "" }

  /// Goes on to the next student.
  mutating func advance() throws(ClassMerge.Fault) {
    let last = entry?.record.id
    guard let next = reader.next() else {
      guard reader.isJournal, reader.isAtEnd else { throw torn }
      entry = nil
      return
    }
    frame = next.frame
    guard let entry = try? JournalEntry(frame: next.frame) else { throw torn }
    if let last, entry.record.id <= last { throw torn }
    self.entry = entry
  }

  private var torn: ClassMerge.Fault {
    ClassMerge.Fault(
      description: "'\(shard.folder)' is damaged; give the command that made it again")
  }
}
