import Foundation
import FunctionMarking

/// Runs a program that does honest work and then attempts to get out.
struct SelfTest {
  let client: RunnerClient

  /// What the program could do and must not; empty where the confinement holds, nil where the
  /// compiled system modules are out of date.
  func escapes() throws(FunctionRunner.Fault) -> [String]? {
    let sentinel = try AnswerFolder(in: client.settings.temporaryFolder, isForNobody: false)
    guard chmod(sentinel.path, 0o755) == 0 else {
      throw FunctionRunner.Fault("\(sentinel.path) could not be opened to others")
    }
    try sentinel.add("sentinel", Array("open to everybody outside".utf8))
    let job = FunctionJob(
      source: Array(SelfTest.source.utf8), functions: [SelfTest.honest, SelfTest.attempts],
      calls: [
        FunctionJob.Call(function: 0, arguments: [.array([.double(1), .double(2)])]),
        FunctionJob.Call(
          function: 1,
          arguments: [.array("\(sentinel.path)/sentinel".utf8.map { .int(Int($0)) })]),
      ])
    guard let report = try run(job) else { return nil }
    return try understand(report)
  }

  private func run(_ job: FunctionJob) throws(FunctionRunner.Fault) -> FunctionReport? {
    let check: SourceCheck
    do {
      check = try SourceCheck(job.source, limits: SandboxLimits())
    } catch {
      throw FunctionRunner.Fault("the trial program was refused: \(error.sentence)")
    }
    // The trial is not a student's: limits made small for students must not fail it.
    var roomy = client
    roomy.settings.limits = SandboxLimits()
    return try JobRun(job: job, client: roomy, original: check).report()
  }

  private func understand(_ report: FunctionReport) throws(FunctionRunner.Fault) -> [String] {
    guard report.outcomes.count == 2,
      report.outcomes[0] == .returned(.double(3)),
      case .returned(.array(let successes)) = report.outcomes[1]
    else {
      throw FunctionRunner.Fault(
        "a trial program could not be compiled and run, so Swift functions cannot be marked: "
          + Visible.text("\(report.compilation) \(report.outcomes)", longest: 600))
    }
    return zip(SelfTest.deeds, successes).compactMap { deed, success in
      success == .int(0) ? nil : deed
    }
  }

  private static let deeds = ["read a file of the grader", "open a socket", "start a process"]

  private static let honest = Signature(
    name: "honest", parameters: [.init(label: nil, name: "x", type: .array(.double))],
    result: .double)
  private static let attempts = Signature(
    name: "attempts", parameters: [.init(label: nil, name: "path", type: .array(.int))],
    result: .array(.int))

  private static let source = source(for: .current)

  /// The trial program, as the system's C library wants it written.
  static func source(for platform: Platform) -> String {
    let stream = platform == .linux ? "Int32(SOCK_STREAM.rawValue)" : "SOCK_STREAM"
    return """
      import \(platform.systemModule)

      func honest(_ x: [Double]) -> Double { x.reduce(0, +) }

      @_silgen_name("fork") func startProcess() -> Int32

      func attempts(_ path: [Int]) -> [Int] {
        let name = String(decoding: path.map(UInt8.init), as: UTF8.self)
        let file = open(name, O_RDONLY)
        let plug = socket(AF_UNIX, \(stream), 0)
        let child = startProcess()
        if child == 0 { _exit(0) }
        return [file, plug, child].map { $0 < 0 ? 0 : 1 }
      }

      """
  }
}
