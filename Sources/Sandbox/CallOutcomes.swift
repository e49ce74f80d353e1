import Foundation
import FunctionMarking

/// What the calls came to, from what the runner saw of the program.
struct CallOutcomes {
  let reply: RunnerReply
  let limits: SandboxLimits

  /// An outcome for every call of the job, `made` being those that were asked for.
  func outcomes(of job: FunctionJob, made: [Int]) -> [FunctionReport.Outcome] {
    var outcomes = [FunctionReport.Outcome](repeating: .notMade, count: job.calls.count)
    for (number, bytes) in reply.results where made.indices.contains(number) {
      let type = job.functions[job.calls[made[number]].function].result
      outcomes[made[number]] =
        type.decode(bytes[...]).map { .returned($0) }
        ?? .malformed("what came back is no value of the type \(type)")
    }
    let places = reply.crashPlaces.all
    for broken in reply.broken where made.indices.contains(broken.call) {
      let outcome = outcome(of: broken, at: places[broken.call])
      outcomes[made[broken.call]] = outcome
      guard broken.ending.kind == .unloadable else { continue }
      for call in made[broken.call...] { outcomes[call] = outcome }
    }
    return outcomes
  }

  private func outcome(of call: RunnerReply.BrokenCall, at place: CrashPlaces.Place?)
    -> FunctionReport.Outcome
  {
    let words = CrashWords(call.words)
    switch call.ending.kind {
    case .exit: return .exited(call.ending.number)
    // By what it held, not by what it printed.
    case .memory: return .outOfMemory
    case .signal where call.ending.peakMemory >= limits.runMemory / 2: return .outOfMemory
    case .signal: return .crashed(words.message(signal: call.ending.number, at: place))
    case .time: return .timedOut(Duration.milliseconds(call.ending.number).words)
    case .processorTime:
      return .timedOut("\(Duration.milliseconds(call.ending.number).words) of processor time")
    case .runTime: return .timedOut("\(limits.runTime.words) for all calls together")
    case .malformed: return .malformed("what came back is not what a call gives back")
    case .tooLarge:
      return .malformed(
        "what came back is larger than \(limits.result >> 10) kB, which no exercise needs")
    case .unloadable:
      return .crashed("the program could not be loaded: \(words.lastLine)")
    }
  }
}
