import Exercises
import Foundation
import Marking
import Numerics
import SystemCalls

/// Runs instructors' own checkers, each in a process group of its own and without a shell.
///
/// A checker gets its question on standard input and nothing else: every other descriptor of this
/// process is closed. It works in the folder of the exercise file. After its time, or when it
/// writes more than ``mostOutput``, its whole group and session are killed. What has left those too,
/// a daemon, is not waited for.
package enum ExternalCommand {
  /// The most bytes a checker may write.
  package static let mostOutput = Limits.checkerOutput

  /// What a grader needs to have answers checked.
  package static let check = ExternalCheck(
    identity: { command, exerciseFile in identity(of: command, exerciseFile) }
  ) { job in run(job) }

  /// Made from the program and from whatever files its other words name, be it behind a `=`.
  private static func identity(of command: [String], _ exerciseFile: String) -> String {
    let folder = NSString(string: exerciseFile).deletingLastPathComponent
    let program = command.first.flatMap { path(of: $0, in: folder) }
    let words = command.dropFirst().flatMap { [$0[...]] + $0.split(separator: "=").dropFirst() }
    let others = words.map {
      $0.hasPrefix("/") || folder.isEmpty ? String($0) : folder.appendingPath(String($0))
    }
    var hash = SHA256()
    for path in [program].compactMap(\.self) + others {
      let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
      // A word may as well be an option, or name a folder.
      guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
        let bytes = try? Data(contentsOf: url, options: .alwaysMapped)
      else { continue }
      hash.add(path)
      hash.add(number: bytes.count)
      hash.add(bytes)
    }
    return hash.digest().hexadecimal
  }

  private static func run(_ job: ExternalCheck.Job) -> ExternalCheck.Outcome {
    let folder = NSString(string: job.exerciseFile).deletingLastPathComponent
    guard let program = path(of: job.command[0], in: folder) else {
      return .failed("there is no program '\(job.command[0])'")
    }
    var process = ChildProcess(
      program, job.command.dropFirst(), folder: folder.isEmpty ? "." : folder, input: job.input,
      deadline: .now + .seconds(job.seconds))
    process.output = .kept(atMost: mostOutput)
    process.endsSession = true
    do {
      return outcome(of: try process.run(), job)
    } catch {
      return .failed("'\(job.command[0])' could not be started: \(error)")
    }
  }

  /// A program beside the exercise file, or else one on the search path.
  private static func path(of program: String, in folder: String) -> String? {
    if program.hasPrefix("/") { return program }
    let beside = folder.isEmpty ? "./" + program : folder.appendingPath(program)
    let isThere = program.contains("/") || FileManager.default.fileExists(atPath: beside)
    // The process will be in another folder by the time the path is looked up.
    if isThere { return URL(fileURLWithPath: beside).path }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { String($0).appendingPath(program) }
      .first { access($0, X_OK) == 0 }
  }

  private static func outcome(
    of end: ChildProcess.End, _ job: ExternalCheck.Job
  ) -> ExternalCheck.Outcome {
    switch end.manner {
    case .exit(0): .output(end.output)
    case .exit(let code): .failed("the checker ended with status \(code)\(end.complaint)")
    case .signal(let number): .failed("the checker was ended by signal \(number)\(end.complaint)")
    case .timeOut: .failed("the checker took longer than \(String(format: "%g", job.seconds)) s")
    case .lost: .failed("how the checker ended is not known, since this system does not say")
    case .flood: .failed("the checker wrote more than \(mostOutput >> 10) KiB")
    }
  }
}

extension ChildProcess.End {
  /// The last line on standard error, to go on with.
  fileprivate var complaint: String {
    let text = String(decoding: errors, as: UTF8.self)
    guard let line = text.split(whereSeparator: \.isNewline).last else { return "" }
    return " and said: \(String(line.prefix(200)))"
  }
}
