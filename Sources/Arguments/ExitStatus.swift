/// The number a process leaves behind for whoever started it.
package struct ExitStatus: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }
}

extension ExitStatus {
  /// Everything went as asked.
  package static let success = ExitStatus(rawValue: 0)

  /// The command line could not be understood (`EX_USAGE`).
  package static let usage = ExitStatus(rawValue: 64)

  /// The program itself is at fault (`EX_SOFTWARE`).
  package static let software = ExitStatus(rawValue: 70)

  /// The user pressed control-C (128 and the number of `SIGINT`).
  package static let interrupted = ExitStatus(rawValue: 130)
}
