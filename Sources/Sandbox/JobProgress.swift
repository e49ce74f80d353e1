/// How far a student's file has come on its way through the compiler and its calls.
package struct JobProgress: Hashable, Sendable {
  /// How many seconds it has taken so far.
  package let seconds: Int
  /// The calls; nil while the file is being compiled.
  package let calls: Calls?

  /// How far the calls have come.
  package struct Calls: Hashable, Sendable {
    package let made: Int
    package let total: Int
    /// The function that has not returned yet.
    package let function: String
    /// How many calls of it did not return in time.
    package let hanging: Int
  }

  /// Whether it takes so long that whoever waits should be told.
  package var isSlow: Bool { seconds >= (calls == nil ? 5 : 2) }

  /// What is going on, in a line: "trying gradients: 2 of 39 calls made, 1 without end; 5 s".
  package var line: String {
    guard let calls else { return "still compiling; \(seconds) s" }
    let hanging = calls.hanging > 0 ? ", \(calls.hanging) of them without end" : ""
    return "waiting for \(calls.function): \(calls.made) of \(calls.total) calls made\(hanging); "
      + "\(seconds) s"
  }
}

extension JobProgress {
  /// - Parameters:
  ///   - bytes: What the runner has answered so far.
  ///   - functions: The function of every call that is to be made.
  init(_ bytes: [UInt8], functions: [String], seconds: Int) {
    let reply = RunnerReply(bytes)
    self.seconds = seconds
    let numbers = Array(reply.results.keys) + reply.broken.map(\.call)
    let next = (numbers.max() ?? -1) + 1
    guard reply.compiled != nil, next < functions.count else {
      calls = nil
      return
    }
    let hanging = reply.broken.count { broken in
      [.time, .processorTime].contains(broken.ending.kind) && broken.call < functions.count
        && functions[broken.call] == functions[next]
    }
    calls = Calls(
      made: numbers.count, total: functions.count, function: functions[next], hanging: hanging)
  }
}
