import Foundation
import SystemCalls

/// One process that reads some bytes and writes some, watched until it ends or is ended.
///
/// It is the leader of a process group of its own, and of this process's descriptors it gets none
/// but the three it is meant to have and one by which `Foundation.Process`, which sees to both,
/// learns of its end.
struct ChildProcess {
  /// How a process came to its end.
  enum Manner: Hashable {
    case exit(Int32)
    case signal(Int32)
    case timeOut
    case flood
  }

  /// What there is when a process has ended.
  struct End {
    let manner: Manner
    let output: [UInt8]
    /// The beginning of what it wrote to standard error.
    let errors: [UInt8]
  }

  /// Why there is no process.
  struct Fault: Error {
    let reason: String

    init(_ code: Int32) { reason = String(cString: strerror(code)) }
  }

  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  private static let mostErrors = 4 << 10

  /// Starts a program, which is the path of a file; no shell sees the words.
  init(
    _ program: String, _ words: some Collection<String>, input: [UInt8], folder: String
  ) throws(Fault) {
    guard access(program, X_OK) == 0 else { throw Fault(errno) }
    let question = try ChildProcess.file(holding: input)
    defer { try? question.close() }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = Array(words)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = question
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
    } catch {
      let code = (error as NSError).code
      throw Fault((error as NSError).domain == NSPOSIXErrorDomain ? Int32(code) : ENOEXEC)
    }
    Cleanup.add(group: process.processIdentifier)
    for pipe in [output, errors] {
      _ = fcntl(pipe.fileHandleForReading.fileDescriptor, F_SETFL, O_NONBLOCK)
    }
  }

  /// An unnamed file with these bytes, to be read from its start.
  ///
  /// Unlike a pipe it needs nobody to write while the process reads, and no signal comes of a
  /// process that does not read at all.
  private static func file(holding bytes: [UInt8]) throws(Fault) -> FileHandle {
    let path = FileManager.default.temporaryDirectory.path + "/backmark-\(UUID().uuidString)"
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Fault(errno) }
    unlink(path)
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.seek(toOffset: 0)
    } catch {
      throw Fault(EIO)
    }
    return handle
  }

  // MARK: Waiting

  /// Reads what the process writes until it ends; then nothing of its group is left.
  func wait(seconds: Double, mostOutput: Int) -> End {
    let files = [output, errors].map { $0.fileHandleForReading.fileDescriptor }
    var (written, said): ([UInt8], [UInt8]) = ([], [])
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    var manner: Manner?
    var isRunning = true
    while manner == nil, isRunning {
      // Whatever is written before the end is there to be read once the end is known.
      isRunning = !hasEnded
      var waiting = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&waiting, 2, isRunning ? 5 : 0)
      var isQuiet = true
      while take(files[0], into: &written, most: mostOutput + 1) { isQuiet = false }
      // All of it is taken, so that the writer never waits, and the beginning kept.
      if take(files[1], into: &said, most: Int.max) { isQuiet = false }
      said.removeLast(max(0, said.count - ChildProcess.mostErrors))
      if written.count > mostOutput { manner = .flood }
      if manner == nil, isRunning, ContinuousClock.now >= deadline { manner = .timeOut }
      // A closed pipe is always ready, so the pause is not to depend on poll alone.
      if isQuiet, isRunning { usleep(1000) }
    }
    kill(-process.processIdentifier, SIGKILL)
    while process.isRunning { usleep(500) }
    Cleanup.forget(group: process.processIdentifier)
    let status = process.terminationStatus
    let own: Manner = process.terminationReason == .exit ? .exit(status) : .signal(status)
    return End(manner: manner ?? own, output: written, errors: said)
  }

  /// Whether the process itself has ended, whatever is left of its group.
  ///
  /// `Process.isRunning` would wait for everything that the process has started.
  private var hasEnded: Bool {
    var info = siginfo_t()
    let result = waitid(
      P_PID, id_t(process.processIdentifier), &info, WEXITED | WNOHANG | WNOWAIT)
    // Where it has been reaped already there is nothing to wait for either.
    return result != 0 ? errno == ECHILD : info.si_signo != 0
  }

  /// Takes some of what is there, up to a limit; whether there was any.
  private func take(_ file: Int32, into bytes: inout [UInt8], most: Int) -> Bool {
    guard bytes.count < most else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(file, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}
