import Foundation
import Synchronization

/// What must not outlive the program: folders for one use, and the groups of processes it waits for.
///
/// Whoever makes one removes or ends it as well; this is for when the program ends in between, from
/// whatever thread.
package enum Cleanup {
  private static let folders = Mutex<Set<String>>([])
  private static let groups = Mutex<Set<pid_t>>([])
  /// Makes the system call back at the end, once.
  private static let isRegistered = atexit {
    for group in groups.withLock({ $0 }) { kill(-group, SIGKILL) }
    for path in folders.withLock({ $0 }) {
      // Another thread may still be writing into it.
      for _ in 0..<3 where access(path, F_OK) == 0 {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  package static func add(folder path: String) {
    _ = isRegistered
    folders.withLock { _ = $0.insert(path) }
  }

  package static func forget(folder path: String) {
    folders.withLock { _ = $0.remove(path) }
  }

  /// - Parameter leader: The process whose group it is.
  package static func add(group leader: pid_t) {
    _ = isRegistered
    groups.withLock { _ = $0.insert(leader) }
  }

  package static func forget(group leader: pid_t) {
    groups.withLock { _ = $0.remove(leader) }
  }
}
