import Foundation

/// A file that is not there yet; what is there is never written over.
enum NewFile {
  /// - Parameter advice: How to have it elsewhere, for the complaint that there is one already.
  static func write(
    _ text: String, to path: String, advice: String = "name another file with -o"
  ) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw Complaint(
        errno == EEXIST
          ? "'\(path)' exists already; \(advice)"
          : "'\(path)' could not be written: \(String(cString: strerror(errno)))")
    }
    do {
      try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(
        contentsOf: Data(text.utf8))
    } catch {
      throw Complaint("'\(path)' could not be written: \(error.localizedDescription)")
    }
  }
}
