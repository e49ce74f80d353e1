import Foundation

/// Watches a process that was started: reads what it writes, and sees to its end.
struct ProcessWatch {
  private let id: pid_t
  private var output: Stream
  private var errors: Stream

  /// What a process writes, as far as it has come.
  private struct Stream {
    let file: FileDescriptor
    var bytes: [UInt8] = []
    private(set) var isOpen: Bool

    init(_ file: FileDescriptor) {
      self.file = file
      isOpen = file.number >= 0
    }

    /// Takes what is there, up to what a pipe holds; whether there was anything.
    mutating func take() -> Bool {
      guard isOpen else { return false }
      do {
        let piece = try file.read(atMost: 1 << 16)
        isOpen = !piece.isEmpty
        bytes += piece
      } catch {
        if error.code != EAGAIN { isOpen = false }
        return false
      }
      return isOpen
    }
  }

  /// - Parameters:
  ///   - id: The process, which is the leader of its group.
  ///   - output: The reading end of its output, which does not wait; -1 where it has none.
  init(_ id: pid_t, output: FileDescriptor, errors: FileDescriptor) {
    self.id = id
    self.output = Stream(output)
    self.errors = Stream(errors)
  }

  /// Reads until the process ends or has to be ended; then nothing of its group is left.
  mutating func end(of process: ChildProcess) -> ChildProcess.End {
    let stopped = wait(for: process)
    kill(-id, SIGKILL)
    // It may have left its group.
    kill(id, SIGKILL)
    if process.endsSession { endSession() }
    var status: Int32 = 0
    var usage = rusage()
    let isKnown = uninterrupted { wait4(id, &status, 0, &usage) } == id
    let own: ChildProcess.Manner =
      if !isKnown { .lost } else if status & 0x7F == 0 { .exit(status >> 8 & 0xFF) } else {
        .signal(status & 0x7F)
      }
    return ChildProcess.End(
      manner: stopped ?? own, output: output.bytes, errors: errors.bytes,
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peakMemory: Double(usage.ru_maxrss) * ProcessWatch.memoryUnit)
  }

  /// Ends the rest of the session, which keeps its number until its leader is waited for.
  private func endSession() {
    // What is ended may have started another just before.
    for _ in 0..<3 {
      let running = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      let rest = running.compactMap { pid_t($0) }.filter { $0 != id && getsid($0) == id }
      if rest.isEmpty { return }
      for process in rest { kill(process, SIGKILL) }
    }
  }

  private static let pauseOfObserver = Duration.seconds(1)

  /// - Returns: Why the process has to be ended; nil where it has ended by itself.
  private mutating func wait(for process: ChildProcess) -> ChildProcess.Manner? {
    let most = if case .kept(let most) = process.output { most } else { Int.max }
    var nextLook = ContinuousClock.now + ProcessWatch.pauseOfObserver
    while true {
      // Whatever was written before the end is there to be read once the end is known.
      let hasEnded = hasEnded(waits: !output.isOpen && !errors.isOpen && process.deadline == nil)
      if !hasEnded { pause(until: process.deadline) }
      while output.bytes.count <= most, output.take() {}
      // Some of it at a time, so that the writer need not wait and nobody is kept by it.
      if errors.take() {
        errors.bytes.removeLast(max(0, errors.bytes.count - process.errorsKept))
      }
      if output.bytes.count > most { return .flood }
      if hasEnded { return nil }
      if let deadline = process.deadline, ContinuousClock.now >= deadline { return .timeOut }
      if let observer = process.observer, ContinuousClock.now >= nextLook {
        observer(output.bytes)
        nextLook = .now + ProcessWatch.pauseOfObserver
      }
    }
  }

  /// Whether the process itself has ended, whatever is left of its group.
  private func hasEnded(waits: Bool) -> Bool {
    var info = siginfo_t()
    let flags = WEXITED | WNOWAIT | (waits ? 0 : WNOHANG)
    let result = uninterrupted { waitid(P_PID, id_t(id), &info, flags) }
    // Where nobody can be asked any more, there is nothing to wait for either.
    return result != 0 || info.si_signo != 0
  }

  /// Lets a moment pass, or less where something is written or the deadline comes.
  private func pause(until deadline: ContinuousClock.Instant?) {
    // A process that writes no more is about to end.
    guard output.isOpen || errors.isOpen else {
      usleep(200)
      return
    }
    let left = deadline.map { ContinuousClock.now.duration(to: $0) / .milliseconds(1) }
    var files = [output, errors].map {
      pollfd(fd: $0.isOpen ? $0.file.number : -1, events: Int16(POLLIN), revents: 0)
    }
    // Not for long: what it has started may hold the pipes open when it has ended.
    poll(&files, nfds_t(files.count), Int32(max(0, min(5, left ?? 5))))
  }

  #if canImport(Darwin)
    private static let memoryUnit = 1.0
  #else
    /// Linux counts in kibibytes.
    private static let memoryUnit = 1024.0
  #endif
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
