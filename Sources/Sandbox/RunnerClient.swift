import Foundation
import FunctionMarking
import Numerics
import SystemCalls

/// Everything that handling an answer needs of the machine, found and put in order.
struct RunnerClient {
  var launch: RunnerLaunch
  var settings: SandboxSettings
  let runner: RunnerProgram
  /// What may be missing: nothing, unless something else holds or somebody said so.
  let permissions: RunnerRequest.Permissions
  /// How the compiler names the standard library's own.
  var standard = Adapter.Standard.member

  var toolchain: Toolchain { launch.toolchain }

  /// The name spaces of bubblewrap count only what is in them; a user may have much else.
  private var threads: Int {
    if launch.bubblewrap != nil { return Limits.threads }
    var own = rlimit()
    let isKnown = getrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &own) == 0
    // Programs that run at once share this number, so it is never all that the user has.
    let share = isKnown && own.rlim_cur < 1 << 20 ? Int(own.rlim_cur / 2) : 4096
    return min(share, ModuleCache.isForNobody ? 512 : 4096)
  }

  /// A request with the confinement and nothing to do yet.
  func request(folder: String, frontend: [String]) -> RunnerRequest {
    RunnerRequest(
      limits: settings.limits, permissions: permissions, folder: folder,
      readable: launch.readable + [folder], executable: launch.executable,
      writable: ["\(folder)/out"],
      runReadable: launch.runReadable + [
        "\(folder)/\(AnswerFolder.programName(on: toolchain.platform))"
      ],
      environment: launch.environment(in: folder), frontend: frontend, threads: threads)
  }

  /// Makes a folder for an answer, with the runner in it where it is started from there.
  func makeFolder() throws(FunctionRunner.Fault) -> AnswerFolder {
    let folder = try AnswerFolder(
      in: settings.temporaryFolder, isForNobody: ModuleCache.isForNobody)
    if launch.bubblewrap != nil { try folder.add("runner", runner.bytes, mode: 0o755) }
    return folder
  }

  /// Sends a request and waits for its answer; whatever goes wrong here is the machine's fault.
  ///
  /// - Parameter functions: The function of every call, by which progress is told.
  func perform(
    _ request: RunnerRequest, folder: String, writableModules: Bool = false,
    functions: [String] = []
  ) throws(FunctionRunner.Fault) -> RunnerReply {
    let limits = request.limits
    // The runner keeps to the limits itself; this is for a runner that does not. It gives calls that
    // are at work up to eight times their processor time more by the clock.
    let hanging = Set(request.calls.map(\.function)).count * limits.hangs
    let calls = limits.runTime + limits.callTime * (hanging + 1)
    let patience = limits.compileTime + calls * 9 + .seconds(10)
    let start = ContinuousClock.now
    let end = try ChildProcess.bare(
      launch.command(runner: runner.path, folder: folder, writableModules: writableModules),
      input: request.bytes, deadline: start + patience, observer: observer(since: start, functions))
    let reply = RunnerReply(end.output)
    if let fault = reply.fault {
      throw FunctionRunner.Fault(
        "the runner could not do its work: \(Visible.text(fault, longest: 400))")
    }
    guard reply.greeting != nil, reply.isDone, !reply.isGarbled, !end.wasStopped else {
      throw FunctionRunner.Fault(RunnerClient.sentence(on: end))
    }
    if [reply.compiled, reply.linked].contains(where: RunnerClient.couldNotBegin) {
      let words = String(decoding: reply.messages, as: UTF8.self)
      throw FunctionRunner.Fault(
        "the compiler could not be confined or started: \(Visible.text(words, longest: 400))")
    }
    return reply
  }

  /// Who is shown what the runner has answered so far.
  private func observer(
    since start: ContinuousClock.Instant, _ functions: [String]
  ) -> (@Sendable ([UInt8]) -> Void)? {
    guard let observer = settings.observer, !functions.isEmpty else { return nil }
    return { bytes in
      let seconds = Int(start.duration(to: .now) / .seconds(1))
      observer(JobProgress(bytes, functions: functions, seconds: seconds))
    }
  }

  /// How a compiler or linker ends that was not even started, with the reason as its message.
  private static func couldNotBegin(_ ending: RunnerReply.Ending?) -> Bool {
    ending?.kind == .exit && ending?.number == 126
  }

  private static func sentence(on end: ChildProcess.End) -> String {
    let words = Visible.text(
      String(decoding: end.errors, as: UTF8.self).split(whereSeparator: \.isNewline)
        .joined(separator: "; "), longest: 600)
    if end.wasStopped { return "the runner did not come to an end and was stopped" }
    return words.isEmpty
      ? "the runner ended without an answer; the machine may be out of memory"
      : "the runner could not do its work: \(words)"
  }
}
