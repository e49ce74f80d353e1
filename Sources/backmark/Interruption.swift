import Foundation
import Synchronization

/// Whether somebody has asked the program to stop, so that it can leave everything in order.
enum Interruption {
  static var hasCome: Bool { wasAsked.load(ordering: .relaxed) }

  /// Notices control-C and polite requests to end from now on; the second one ends the program.
  static func watch() {
    // Made before a signal could come while it is being made.
    _ = hasCome
    signal(SIGINT, notice)
    signal(SIGTERM, notice)
  }
}

private let wasAsked = Atomic<Bool>(false)

private func notice(_ number: Int32) {
  wasAsked.store(true, ordering: .relaxed)
  signal(number, SIG_DFL)
}
