import Arguments
import Foundation

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
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(stream, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        // Whoever reads the first lines alone has no fault to be told of.
        if stream == 1, errno == EPIPE { exit(128 + SIGPIPE) }
        if stream == 1 { giveUp(String(cString: strerror(errno))) }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Ends the program, for a result that is not all there must not pass for one.
  private static func giveUp(_ reason: String) -> Never {
    note("Error: the result could not be written: \(reason)")
    exit(ExitStatus.software.rawValue)
  }
}
