import Foundation
import SystemCalls

/// A file that is not there yet; what is there is never written over.
enum NewFile {
  /// - Parameter advice: How to have it elsewhere, for the complaint that there is one already.
  static func write(
    _ text: String, to path: String, advice: String = "name another file with -o"
  ) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      let error = SystemError.last
      if FileKind(of: path) == .folder {
        throw Complaint("'\(path)' is a folder; name a file in it")
      }
      throw Complaint(
        error.code == EEXIST
          ? "'\(path)' exists already; \(advice)" : "'\(path)' could not be written: \(error)")
    }
    defer { close(file) }
    do {
      try FileDescriptor(file).write(text.utf8)
    } catch {
      // Half a file would pass for a whole one.
      unlink(path)
      throw Complaint("'\(path)' could not be written: \(error)")
    }
  }
}
