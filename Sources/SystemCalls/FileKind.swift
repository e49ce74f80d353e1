import Foundation

/// What there is at a path, where links lead elsewhere at their other end.
package enum FileKind: Sendable {
  case missing
  case regular
  case folder
  /// A device, a pipe or a socket.
  case special

  package init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .missing
      return
    }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .special
      }
  }
}
