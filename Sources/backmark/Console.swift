import Arguments
import Foundation
import SystemCalls

/// The two streams: what a program reads goes to the one, progress and notes to the other.
enum Console {
  static func out(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: 1)
  }

  static func note(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: 2)
  }

  static func flush() { fflush(nil) }

  static func isTerminal(_ stream: Int32) -> Bool { isatty(stream) == 1 }

  /// The width of the terminal behind a stream, or 80.
  static var width: Int {
    var size = winsize()
    guard isTerminal(1), ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(100, max(40, Int(size.ws_col)))
  }

  private static func write(_ text: String, to stream: Int32) {
    do {
      try FileDescriptor(stream).write(text.utf8)
    } catch {
      if stream != 1 { return }
      // Whoever reads the first lines alone has no fault to be told of.
      if error.code == EPIPE { exit(128 + SIGPIPE) }
      giveUp(error.description)
    }
  }

  /// Ends the program, for a result that is not all there must not pass for one.
  private static func giveUp(_ reason: String) -> Never {
    note("Error: the result could not be written: \(reason)")
    exit(ExitStatus.software.rawValue)
  }
}
