import Foundation
import SystemCalls

/// Keeps two runs from writing the same results at once.
///
/// The system lets go of it however the run ends, so that none is ever left behind.
final class RunLock: Sendable {
  private let file: Int32

  /// - Throws: A sentence that names the other run's process.
  init(_ path: String, results: String) throws(OutputFile.Fault) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw OutputFile.Fault(path, .last) }
    if flock(file, LOCK_EX | LOCK_NB) != 0 {
      let problem = SystemError.last
      defer { close(file) }
      guard problem.code == EWOULDBLOCK else { throw OutputFile.Fault(path, problem) }
      var text = [UInt8](repeating: 0, count: 20)
      let count = pread(file, &text, text.count, 0)
      let holder = String(decoding: text.prefix(max(0, count)), as: UTF8.self)
      let named = holder.isDigits ? " (process \(holder))" : ""
      throw OutputFile.Fault(
        description: "another run\(named) is writing to \(results); wait for it, or stop it first")
    }
    let holder = Array(String(getpid()).utf8)
    do throws(SystemError) {
      guard uninterrupted({ ftruncate(file, 0) }) == 0 else { throw .last }
      // A new file, or an emptied one, is written from its beginning.
      try FileDescriptor(file).write(holder)
    } catch {
      close(file)
      throw OutputFile.Fault(path, error)
    }
  }

  deinit {
    // A child that has been forked and not yet started has the file, too; closing it here alone would
    // leave the lock to it for a moment.
    flock(file, LOCK_UN)
    close(file)
  }
}
