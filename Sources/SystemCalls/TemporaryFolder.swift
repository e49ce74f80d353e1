import Foundation

/// A new folder that nobody else may look into.
///
/// It goes, with all that is in it, when this value goes or the program ends.
package struct TemporaryFolder: ~Copyable, Sendable {
  /// The path, with all links on the way followed.
  package let path: String

  /// Makes a folder whose name nobody can guess.
  ///
  /// - Parameters:
  ///   - parent: The folder it is made in; the system's own for such things unless said otherwise.
  ///   - name: What the name begins with.
  package init(
    in parent: String = FileManager.default.temporaryDirectory.path, name: String = "backmark"
  ) throws(SystemError) {
    var path = Array("\(parent)/\(name).XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { throw .last }
    let made = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.path = realPath(of: made) ?? made
    Cleanup.add(folder: self.path)
  }

  deinit {
    // Links are removed, not followed.
    try? FileManager.default.removeItem(atPath: path)
    Cleanup.forget(folder: path)
  }
}

/// The path with all links followed, where it exists.
package func realPath(of path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}
