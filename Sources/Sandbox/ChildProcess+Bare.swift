import FunctionMarking
import SystemCalls

extension ChildProcess {
  /// More than a runner can have to say.
  private static let mostAnswer = 64 << 20
  private static let mostComplaints = 16 << 10

  /// Runs a command with nothing of the grader's own, not even its environment.
  static func bare(
    _ command: [String], input: [UInt8] = [], deadline: ContinuousClock.Instant,
    observer: (@Sendable ([UInt8]) -> Void)? = nil
  ) throws(FunctionRunner.Fault) -> End {
    var process = ChildProcess(
      command[0], command.dropFirst(), environment: [], input: input, deadline: deadline)
    process.output = .kept(atMost: mostAnswer)
    process.errorsKept = mostComplaints
    process.observer = observer
    do {
      return try process.run()
    } catch {
      throw FunctionRunner.Fault("\(command[0]) could not be started: \(error)")
    }
  }
}
