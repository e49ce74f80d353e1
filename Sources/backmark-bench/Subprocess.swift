import Foundation
import SystemCalls

/// A run of another program whose output nobody reads.
struct Subprocess: Sendable {
  /// The seconds from before it was started until it had ended.
  let seconds: Double
  /// The seconds of processor time it used.
  let processorSeconds: Double
  /// The most memory it held at once, in bytes, as the system counts it (`ru_maxrss`).
  let peakMemory: Double
  let exitStatus: Int32

  /// Runs a program to its end.
  ///
  /// - Throws: ``Failure`` where it cannot be started or ends by a signal.
  init(_ program: String, _ words: [String]) throws {
    var process = ChildProcess(program, words, environment: [])
    process.output = .discarded
    let start = ContinuousClock.now
    let end: ChildProcess.End
    do {
      end = try process.run()
    } catch {
      throw Failure("\(program) could not be started: \(error)")
    }
    seconds = (ContinuousClock.now - start) / .seconds(1)
    switch end.manner {
    case .exit(let status): exitStatus = status
    case .signal(let number): throw Failure("\(program) ended by signal \(number)")
    case .timeOut, .flood, .lost: throw Failure("\(program) was lost")
    }
    processorSeconds = end.processorSeconds
    peakMemory = end.peakMemory
  }
}

extension Subprocess {
  /// The path of this program.
  static func own() throws -> String {
    guard let own = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
      throw Failure("where this program lies is not known, and so not where backmark does")
    }
    return own.path
  }

  /// The path of the tool that was built together with this program.
  static func backmark() throws -> String {
    let own = URL(fileURLWithPath: try own())
    let path = own.deletingLastPathComponent().appendingPathComponent("backmark").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure("there is no \(path); build it with swift build -c release")
    }
    return path
  }
}
