import Arguments
import Foundation
import SystemCalls

/// The two streams: what a program reads goes to the one, progress and notes to the other.
enum Console {
  /// What the terminal can show.
  static let screen = Screen(
    arguments: CommandLine.arguments, environment: Backmark.environment)

  static func out(_ text: String, terminator: String = "\n", as form: Screen.Form = .text) {
    write(screen.shown(text, as: form, columns: columns(of: 1)) + terminator, to: 1)
  }

  static func note(_ text: String, terminator: String = "\n") {
    write(screen.shown(text, as: .text, columns: columns(of: 2)) + terminator, to: 2)
  }

  static func flush() { fflush(nil) }

  static func isTerminal(_ stream: Int32) -> Bool { isatty(stream) == 1 }

  /// The width that paragraphs are wrapped to: that of the terminal, or 80.
  static var width: Int { min(100, columns(of: 1) ?? 80) }

  /// The height of the terminal, or 24.
  static var height: Int { size(of: 1).map { Int($0.ws_row) } ?? 24 }

  /// The columns of the terminal behind a stream, at least 40; those of `COLUMNS` where there is
  /// none, and nil where nothing is known.
  static func columns(of stream: Int32) -> Int? {
    let stated = Backmark.environment["COLUMNS"].flatMap { Int($0) }
    guard let columns = size(of: stream).map({ Int($0.ws_col) }) ?? stated, columns > 0 else {
      return nil
    }
    return max(40, columns)
  }

  private static func size(of stream: Int32) -> winsize? {
    var size = winsize()
    guard isTerminal(stream), ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return size
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
