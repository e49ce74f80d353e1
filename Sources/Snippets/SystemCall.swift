import Foundation
import Signatures

/// The system's words for what just failed.
func systemMessage(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}

/// The path with all links followed, where it exists.
func realPath(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

/// Writes a new file; nothing that is there already is followed or overwritten.
func writeNewFile(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(CodeBench.Fault) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
  guard file >= 0 else {
    throw CodeBench.Fault("\(path) could not be written: \(systemMessage())")
  }
  defer { close(file) }
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
    }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else {
      throw CodeBench.Fault("\(path) could not be written: \(systemMessage())")
    }
    written += count
  }
  // What the umask took away is given back: another user has to read it.
  guard fchmod(file, mode) == 0 else {
    throw CodeBench.Fault("\(path) could not be opened to others: \(systemMessage())")
  }
}
