import Foundation

/// A new folder that nobody else may look into.
///
/// It goes, with all that is in it, when this value goes or the program ends. Where the program is
/// killed it stays until another one makes such a folder beside it, and finds it without an owner.
package struct TemporaryFolder: ~Copyable, Sendable {
  /// The path, with all links on the way followed.
  package let path: String
  /// Holds a lock for as long as somebody has use for the folder.
  private let owner: Int32

  /// Makes a folder whose name nobody can guess.
  ///
  /// - Parameters:
  ///   - parent: The folder it is made in; the system's own for such things unless said otherwise.
  ///   - name: What the name begins with.
  package init(
    in parent: String = FileManager.default.temporaryDirectory.path, name: String = "backmark"
  ) throws(SystemError) {
    AbandonedFolders.clear(in: parent, name: name)
    var path = Array("\(parent)/\(name).XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { throw .last }
    let made = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.path = realPath(of: made) ?? made
    owner = open(self.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    // Without a lock it is taken for abandoned a little early; nobody has used it by then.
    if owner >= 0 { flock(owner, LOCK_SH | LOCK_NB) }
    Cleanup.add(folder: self.path)
  }

  deinit {
    // Links are removed, not followed.
    try? FileManager.default.removeItem(atPath: path)
    if owner >= 0 { close(owner) }
    Cleanup.forget(folder: path)
  }
}

/// The path with all links followed, where it exists.
package func realPath(of path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}
