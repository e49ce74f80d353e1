import Foundation
import Signatures
import SystemCalls

/// Writes a new file; nothing that is there already is followed or overwritten.
func writeNewFile(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(CodeBench.Fault) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
  guard file >= 0 else {
    throw CodeBench.Fault("\(path) could not be written: \(SystemError.last)")
  }
  defer { close(file) }
  do {
    try FileDescriptor(file).write(bytes)
  } catch {
    throw CodeBench.Fault("\(path) could not be written: \(error)")
  }
  // What the umask took away is given back: another user has to read it.
  guard fchmod(file, mode) == 0 else {
    throw CodeBench.Fault("\(path) could not be opened to others: \(SystemError.last)")
  }
}
