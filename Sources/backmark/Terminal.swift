import Foundation
import Practice

/// The terminal that somebody types at: standard input, with standard output to answer on.
struct Terminal {
  /// What came of waiting for somebody to type.
  enum Event: Equatable {
    case line(String)
    /// The input has ended: control-D, or the terminal is gone.
    case end
    /// Somebody asked the program to stop.
    case interrupted
    /// Nothing was typed in the time given.
    case silence
  }

  /// - Throws: What to do instead, where there is nobody to talk with.
  init(orElse advice: String) throws {
    guard Console.isTerminal(0), Console.isTerminal(1) else {
      throw Complaint("this needs a terminal to talk with you; \(advice)", .usage)
    }
  }

  /// Whether the screen can be cleared.
  var canBeCleared: Bool { Backmark.environment["TERM"] != "dumb" }

  private var typed: [UInt8] = []
  private var editor = LineEditor()
  private var decoder = LineKey.Decoder()
  /// What was typed ahead.
  private var keys: [LineKey] = []

  /// Waits for a line behind a prompt, which can be edited where the terminal can do that.
  ///
  /// Between ``withKeys(_:)`` and its end, so that nothing is shown twice that was typed ahead.
  mutating func line(after prompt: String) -> Event {
    guard canBeCleared else {
      Console.out(prompt, terminator: "")
      return line()
    }
    editor.columns = Console.columns(of: 1) ?? 80
    Console.out(editor.begin(prompt), terminator: "", as: .data)
    while true {
      while !keys.isEmpty {
        let outcome = editor.press(keys.removeFirst())
        Console.out(outcome.output, terminator: "", as: .data)
        if outcome.isEnd { return .end }
        if let line = outcome.line { return .line(line) }
      }
      switch Terminal.bytes(within: 200) {
      case .some(let bytes) where bytes.isEmpty: return .end
      case .some(let bytes): keys += decoder.keys(bytes)
      case nil:
        if Interruption.hasCome { return .interrupted }
        let columns = Console.columns(of: 1) ?? 80
        if columns != editor.columns {
          editor.columns = columns
          Console.out(editor.redrawn, terminator: "", as: .data)
        }
      }
    }
  }

  /// Waits for a line.
  mutating func line() -> Event {
    while true {
      if let end = typed.firstIndex(of: UInt8(ascii: "\n")) {
        defer { typed.removeSubrange(...end) }
        return .line(String(decoding: typed[..<end], as: UTF8.self))
      }
      switch Terminal.bytes(within: 200) {
      case .some(let bytes) where !bytes.isEmpty: typed += bytes
      case .some:
        // The rest of a line that was ended by control-D instead of return.
        defer { typed = [] }
        return typed.isEmpty ? .end : .line(String(decoding: typed, as: UTF8.self))
      case nil: if Interruption.hasCome { return .interrupted }
      }
    }
  }

  /// What somebody answers to a question, asked until there is something; nil where they leave.
  mutating func answer(to question: String) -> String? {
    while true {
      Console.out(question, terminator: "")
      guard case .line(let line) = line() else {
        Console.out("")
        return nil
      }
      let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if !text.isEmpty { return text }
    }
  }

  /// What empties the screen and what was scrolled off it.
  static let clearing = "\u{1B}[H\u{1B}[2J\u{1B}[3J"

  /// Lets keys come one by one, without being shown, until the work is done.
  func withKeys<Result>(_ work: () throws -> Result) rethrows -> Result {
    var before = termios()
    tcgetattr(0, &before)
    defer { tcsetattr(0, TCSANOW, &before) }
    var settings = before
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(0, TCSANOW, &settings)
    return try work()
  }

  /// Lets lines be edited until the work is done, and several be pasted at once.
  func withEditing<Result>(_ work: () throws -> Result) rethrows -> Result {
    guard canBeCleared else { return try work() }
    return try withKeys {
      Console.out("\u{1B}[?2004h", terminator: "", as: .data)
      defer { Console.out("\u{1B}[?2004l", terminator: "", as: .data) }
      return try work()
    }
  }

  /// Waits for keys.
  func keys(within milliseconds: Int32) -> Event {
    let bytes = Terminal.bytes(within: milliseconds)
    if Interruption.hasCome { return .interrupted }
    guard let bytes else { return .silence }
    return bytes.isEmpty ? .end : .line(String(decoding: bytes, as: UTF8.self))
  }

  /// What has been typed; nothing at the end of input, nil where no input came.
  private static func bytes(within milliseconds: Int32) -> [UInt8]? {
    // Waiting here rather than for the input itself, which a signal would not end.
    var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(0, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    return Array(bytes.prefix(max(0, count)))
  }
}
