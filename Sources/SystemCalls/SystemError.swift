import Foundation

/// What the system has against what it was asked for, by its number.
package struct SystemError: Error, Hashable, Sendable {
  /// The number, such as `ENOENT`.
  package let code: Int32

  package init(_ code: Int32) {
    self.code = code
  }

  /// What the last call that failed in this thread failed for.
  package static var last: SystemError { SystemError(errno) }
}

// MARK: - CustomStringConvertible

extension SystemError: CustomStringConvertible {
  /// The system's words, such as `No such file or directory`.
  package var description: String { String(cString: strerror(code)) }
}
