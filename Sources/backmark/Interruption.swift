import Arguments
import Foundation
import Synchronization
import SystemCalls

/// Whether somebody has asked the program to stop, so that it can leave everything in order.
enum Interruption {
  static var hasCome: Bool { wasAsked.load(ordering: .relaxed) }

  /// Lets writing fail in words, where a signal would end the program without any: a reader that has
  /// gone, and a file that may not grow further.
  static func letWritingFail() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Notices control-C and polite requests to end from now on; the second one ends the program.
  static func watch() {
    // Made before a signal could come while it is being made.
    _ = hasCome
    signal(SIGINT, notice)
    signal(SIGTERM, notice)
  }

  /// Does the same, and ends the program by itself where it is still there after so long and not
  /// about to finish: it may be at something that cannot look up, such as a folder on a slow disk.
  static func watch(endingWithin patience: Duration) {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let reading = ends[0]
      alarm.store(ends[1], ordering: .relaxed)
      Thread.detachNewThread {
        _ = try? FileDescriptor(reading).read(atMost: 1)
        Thread.sleep(forTimeInterval: patience / .seconds(1))
        if isFinishing.load(ordering: .relaxed) { return }
        Console.note("Error: interrupted")
        exit(ExitStatus.interrupted.rawValue)
      }
    }
    watch()
  }

  /// Lets the program come to its end by itself, which it is about to.
  static func letFinish() { isFinishing.store(true, ordering: .relaxed) }
}

private let wasAsked = Atomic<Bool>(false)
private let isFinishing = Atomic<Bool>(false)
/// Where a byte is written when a signal comes; -1 where nobody waits for it.
private let alarm = Atomic<Int32>(-1)

private func notice(_ number: Int32) {
  wasAsked.store(true, ordering: .relaxed)
  signal(number, SIG_DFL)
  let end = alarm.load(ordering: .relaxed)
  if end >= 0 { _ = write(end, "!", 1) }
}
