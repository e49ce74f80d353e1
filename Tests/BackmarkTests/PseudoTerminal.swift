import Foundation
import TestSupport

/// The built executable at a terminal of its own, with a test in the place of the person.
///
/// Whatever the test waits for, it waits for only so long.
final class PseudoTerminal {
  /// What did not come.
  struct Silence: Error, CustomStringConvertible {
    let description: String
  }

  private let workplace: Workplace
  private let master: Int32
  private let process: pid_t
  private var unread = ""
  private var status: Int32?

  /// How long to wait for anything, in seconds; never waited for unless something is wrong.
  private static let patience = 30.0

  init(
    _ arguments: String..., in workplace: Workplace, environment: [String: String] = [:],
    columns: Int = 60, rows: Int = 24
  ) throws {
    self.workplace = workplace
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0,
      let name = PseudoTerminal.name(of: master), ioctl(master, UInt(TIOCSWINSZ), &size) == 0
    else { throw Silence(description: "there is no pseudo-terminal") }
    process = try PseudoTerminal.spawn(
      ["\(TestRun.folder)/backmark"] + arguments, at: name,
      in: workplace.path, PseudoTerminal.usual.merging(environment) { $1 })
  }

  /// What every program is given: a plain terminal, and where compilers are found.
  private static let usual = [
    "TERM": "xterm", "NO_COLOR": "1",
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
  ]

  /// The C library gives the name in one place for all threads, so one asks at a time.
  private static let naming = NSLock()

  private static func name(of master: Int32) -> String? {
    naming.withLock { ptsname(master).map { String(cString: $0) } }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    close(master)
  }

  /// Gives the terminal another width.
  func resize(columns: Int) {
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types a line.
  func type(_ line: String) { press(line + "\n") }

  /// Presses keys.
  func press(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// What is shown from where the last reading ended up to the end of these words.
  @discardableResult func read(until words: String) throws -> String {
    let deadline = Date() + PseudoTerminal.patience
    while true {
      if let range = unread.range(of: words) {
        defer { unread.removeSubrange(..<range.upperBound) }
        return String(unread[..<range.upperBound])
      }
      guard try receive(before: deadline) else {
        throw Silence(description: "the end came instead of '\(words)', after: \(unread)")
      }
    }
  }

  /// What is shown from where the last reading ended to the end of the program, and its status.
  func rest() throws -> (text: String, status: Int32) {
    let deadline = Date() + PseudoTerminal.patience
    while try receive(before: deadline) {}
    var code: Int32 = 0
    while waitpid(process, &code, WNOHANG) == 0 {
      guard Date() < deadline else { throw Silence(description: "the program does not end") }
      usleep(10_000)
    }
    // The layout of a status: a signal in the low seven bits, else the exit status above them.
    let result = code & 0x7F == 0 ? (code >> 8) & 0xFF : -(code & 0x7F)
    status = result
    return (unread, result)
  }

  /// Waits for something to be shown; false where the program has let go of the terminal.
  private func receive(before deadline: Date) throws -> Bool {
    var input = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let left = deadline.timeIntervalSinceNow
    guard left > 0 else { throw Silence(description: "nothing more was shown after: \(unread)") }
    guard poll(&input, 1, Int32(left * 1000) + 1) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    received += bytes.prefix(count)
    if let text = String(validating: received, as: UTF8.self) {
      // Whether several lines are pasted at once is nothing to be seen.
      unread += text.replacing("\r\n", with: "\n").replacing("\u{1B}[?2004h", with: "")
        .replacing("\u{1B}[?2004l", with: "")
      received = []
    }
    return true
  }

  /// Bytes that do not yet make whole characters.
  private var received: [UInt8] = []

  private static func spawn(
    _ arguments: [String], at terminal: String, in folder: String, _ environment: [String: String]
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a session opens becomes its own, control-C included.
    let flags = POSIX_SPAWN_SETSID | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    // The threads of tests may have signals blocked, and a new program would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    _ = posix_spawn_file_actions_addchdir_np(&actions, folder)
    let words = arguments.map { strdup($0) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    let problem = posix_spawn(
      &process, arguments[0], &actions, &attributes, words + [nil], settings + [nil])
    guard problem == 0 else { throw Silence(description: String(cString: strerror(problem))) }
    return process
  }
}
