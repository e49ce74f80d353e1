import Foundation

/// Says which text it was when the program crashes or takes too long over one.
///
/// What a signal interrupts can be anything, so that the handlers only look at what lies ready.
enum Watch {
  /// The longest that a text may take, in seconds.
  private static let longest = 1

  /// What is said of the text that is tried.
  nonisolated(unsafe) private static let line = UnsafeMutableBufferPointer<UInt8>.allocate(
    capacity: 256)
  nonisolated(unsafe) private static var length = 0
  /// How often the clock has rung since the text was begun; −1 between texts.
  nonisolated(unsafe) private static var rings: Int = -1

  #if os(Linux)
    private static let realTimer = Int32(ITIMER_REAL.rawValue)
  #else
    private static let realTimer = ITIMER_REAL
  #endif

  /// From now on signals are told.
  static func begin() {
    // A handler of its own stack: the other one may be what has overflown.
    var stack = stack_t()
    stack.ss_size = 1 << 16
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
    sigaltstack(&stack, nil)
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] {
      handle(number) { _ in Watch.leave("crashed: backmark-fuzz ") }
    }
    handle(SIGALRM) { _ in
      guard Watch.rings >= 0 else { return }
      Watch.rings += 1
      if Watch.rings > 10 * Watch.longest {
        Watch.leave("took longer than a second: backmark-fuzz ")
      }
    }
    var timer = itimerval()
    timer.it_interval.tv_usec = 100_000
    timer.it_value.tv_usec = 100_000
    setitimer(realTimer, &timer, nil)
  }

  static func current(_ text: String) {
    length = line.update(fromContentsOf: (text + "\n").utf8.prefix(line.count))
    rings = 0
  }

  static func done() { rings = -1 }

  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if os(Linux)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    action.sa_flags = Int32(SA_ONSTACK)
    sigaction(number, &action, nil)
  }

  private static func leave(_ words: StaticString) -> Never {
    _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
    _ = write(2, line.baseAddress, length)
    _exit(1)
  }
}
