import Foundation
import FunctionMarking
import Jail
import FunctionMarking
import SystemCalls

/// A started runner: reads what it says, and sees to its end whatever happens.
struct RunnerProcess {
  /// What came out of it.
  struct Yield {
    var answer: [UInt8] = []
    /// What it, or whatever it was started through, complained of.
    var complaints: [UInt8] = []
    var isOverdue = false
  }

  /// More than a runner can have to say.
  private static let mostAnswer = 64 << 20
  private static let mostComplaints = 16 << 10

  private let process: pid_t
  private let answers: Int32
  private let complaints: Int32

  /// Starts `command` with the request on its standard input and waits until it has ended.
  static func run(
    _ command: [String], request: [UInt8], deadline: ContinuousClock.Instant
  ) throws(FunctionRunner.Fault) -> Yield {
    let input = request.withUnsafeBytes { jail_nameless_file($0.baseAddress, $0.count) }
    guard input >= 0 else {
      throw FunctionRunner.Fault("the request to the runner could not be kept: \(SystemError.last)")
    }
    defer { close(input) }
    let runner = try RunnerProcess(command, input: input)
    return runner.finish(by: deadline)
  }

  private init(_ command: [String], input: Int32) throws(FunctionRunner.Fault) {
    var (answer, complaint): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    var problem = jail_pipe(&answer)
    if problem == 0 { problem = jail_pipe(&complaint) }
    var child: pid_t = 0
    if problem == 0 {
      problem = withArguments(command) {
        jail_spawn($0, input, answer[1], complaint[1], &child)
      }
    }
    for end in [answer[1], complaint[1]] where end >= 0 { close(end) }
    guard problem == 0 else {
      for end in [answer[0], complaint[0]] where end >= 0 { close(end) }
      throw FunctionRunner.Fault("\(command[0]) could not be started: \(SystemError(problem))")
    }
    (process, answers, complaints) = (child, answer[0], complaint[0])
  }

  private func finish(by deadline: ContinuousClock.Instant) -> Yield {
    defer {
      close(answers)
      close(complaints)
    }
    var yield = Yield()
    yield.isOverdue = !read(into: &yield, by: deadline)
    // Both pipes are at their end, so the runner has ended, closed them, or must end now.
    if yield.isOverdue { end() }
    reap(by: min(deadline, .now + .seconds(2)))
    return yield
  }

  /// Whether both pipes came to their end in time.
  private func read(into yield: inout Yield, by deadline: ContinuousClock.Instant) -> Bool {
    var open = [
      pollfd(fd: answers, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while open.contains(where: { $0.fd >= 0 }) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return false }
      let ready = poll(&open, nfds_t(open.count), Int32(min(left.milliseconds + 1, 60_000)))
      if ready <= 0 { continue }
      for index in open.indices where open[index].revents != 0 {
        let count = Foundation.read(open[index].fd, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else {
          open[index].fd = -1
          continue
        }
        if index == 0 {
          yield.answer += buffer[..<count]
          if yield.answer.count > RunnerProcess.mostAnswer { return false }
        } else if yield.complaints.count < RunnerProcess.mostComplaints {
          yield.complaints += buffer[..<count]
        }
      }
    }
    return true
  }

  /// Ends the runner and all that it started.
  private func end() {
    // Its session is its own; in a namespace, the end of the first process is everybody's.
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
  }

  private func reap(by deadline: ContinuousClock.Instant) {
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process || (found < 0 && errno != EINTR) { break }
      if ContinuousClock.now >= deadline { end() }
      usleep(200)
    }
  }
}

/// Passes texts on as a C array of C strings that ends with nil.
private func withArguments(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Int32
) -> Int32 {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  let pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
  return pointers.withUnsafeBufferPointer { $0.baseAddress.map(body) ?? EINVAL }
}
