import Foundation

/// The results of one shard, open for being read.
final class ShardResults {
  let folder: String
  let manifest: RunManifest
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
    guard let text = try? String(contentsOfFile: kept + "/" + RunManifest.name, encoding: .utf8),
      let manifest = RunManifest(json: text)
    else {
      close(descriptor)
      throw ClassMerge.Fault(
        description: "'\(folder)' is not finished; give the command that made it again")
    }
    self.manifest = manifest
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
  private(set) var result: StudentResult?

  init(_ shard: ShardResults) {
    self.shard = shard
    reader = JournalReader(shard.file, piece: shard.piece)
  }

  var id: String { result?.record.id ?? "" }

  /// Goes on to the next student, whose place in the class only the merged results will have.
  mutating func advance() throws(ClassMerge.Fault) {
    let last = result?.record.id
    guard let next = reader.next() else {
      guard reader.isJournal, reader.isAtEnd else { throw torn }
      result = nil
      return
    }
    frame = next.frame
    guard let result = try? StudentResult(frame: next.frame, number: 0) else { throw torn }
    if let last, result.record.id <= last { throw torn }
    self.result = result
  }

  private var torn: ClassMerge.Fault {
    ClassMerge.Fault(
      description: "'\(shard.folder)' is damaged; give the command that made it again")
  }
}
