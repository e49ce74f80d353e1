import Foundation

/// Compares paths by where they lead, links followed.
package enum FolderPath {
  /// Whether two paths lead to the same folder.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    guard let one = resolved(one), let other = resolved(other) else { return false }
    return one == other
  }

  /// The name under which a path is found in a folder; nil where it lies elsewhere.
  package static func name(of path: String, in folder: String) -> String? {
    guard let path = resolved(path), let folder = resolved(folder) else { return nil }
    let parts = path.split(separator: "/")
    return parts.dropLast().elementsEqual(folder.split(separator: "/"))
      ? parts.last.map(String.init) : nil
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
