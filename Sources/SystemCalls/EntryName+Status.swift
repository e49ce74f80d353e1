import Foundation

extension EntryName {
  /// What the system tells of the entry, found without passing through a link; nil where it tells
  /// nothing.
  ///
  /// - Parameter root: The folder that the way begins at, or a link to it.
  package func status(below root: String) -> stat? {
    guard let last = parts.last else { return nil }
    do throws(FileFault) {
      let folder = try Directory(parts.dropLast(), below: root)
      var status = stat()
      let isKnown = fstatat(folder.descriptor, last, &status, AT_SYMLINK_NOFOLLOW) == 0
      return isKnown ? status : nil
    } catch {
      return nil
    }
  }
}
