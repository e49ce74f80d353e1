import Foundation
import Synchronization

/// Temporary folders of programs that were killed before they could remove them.
///
/// Students' work may be in them. Whoever uses one holds a lock on it, which the system lets go of
/// with the process, however that ends.
enum AbandonedFolders {
  /// The folders that have been looked through; once for each program is enough.
  private static let cleared = Mutex<Set<String>>([])

  /// How old one must be: between its making and its lock lies a moment.
  private static let youngest = 60.0

  /// Removes those in a folder whose names begin so.
  static func clear(in parent: String, name: String) {
    let isNew = cleared.withLock { $0.insert("\(parent)/\(name)").inserted }
    if isNew { remove(in: parent, name: name, olderThan: youngest) }
  }

  static func remove(in parent: String, name: String, olderThan seconds: Double) {
    guard let directory = try? Directory(Array(parent.utf8CString), followsLink: true),
      let entries = try? directory.entries(where: { isTemporary($0, name) })
    else { return }
    let latest = Date().timeIntervalSince1970 - seconds
    for entry in entries where entry.kind == .folder {
      let text = entry.name.text
      let folder = openat(
        directory.descriptor, text, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard folder >= 0 else { continue }
      defer { close(folder) }
      var status = stat()
      guard fstat(folder, &status) == 0, status.st_uid == geteuid(),
        Double(status.changeTime) <= latest, flock(folder, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(parent)/\(text)")
    }
  }

  /// Whether `mkdtemp` made a name: the beginning, a dot and six characters.
  private static func isTemporary(_ entry: String, _ name: String) -> Bool {
    entry.hasPrefix("\(name).") && entry.utf8.count == name.utf8.count + 7
      && entry.utf8.suffix(6).allSatisfy { $0 != UInt8(ascii: ".") }
  }
}

extension stat {
  fileprivate var changeTime: Int {
    #if canImport(Darwin)
      st_mtimespec.tv_sec
    #else
      st_mtim.tv_sec
    #endif
  }
}
