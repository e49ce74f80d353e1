import Foundation

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
    let arguments = ([program] + words).map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let start = ContinuousClock.now
    let problem = Subprocess.withoutOutput { actions in
      posix_spawn(&process, program, actions, nil, arguments, nil)
    }
    guard problem == 0 else {
      throw Failure("\(program) could not be started: \(String(cString: strerror(problem)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else {
        throw Failure("\(program) was lost: \(String(cString: strerror(errno)))")
      }
    }
    seconds = (ContinuousClock.now - start) / .seconds(1)
    guard status & 0x7F == 0 else { throw Failure("\(program) ended by signal \(status & 0x7F)") }
    exitStatus = (status >> 8) & 0xFF
    processorSeconds = usage.ru_utime.seconds + usage.ru_stime.seconds
    #if canImport(Darwin)
      peakMemory = Double(usage.ru_maxrss)
    #else
      // Linux counts in kibibytes.
      peakMemory = Double(usage.ru_maxrss) * 1024
    #endif
  }

  #if canImport(Darwin)
    private typealias FileActions = posix_spawn_file_actions_t?
    private static let noActions: FileActions = nil
  #else
    private typealias FileActions = posix_spawn_file_actions_t
    private static var noActions: FileActions { FileActions() }
  #endif

  private static func withoutOutput(
    _ spawn: (UnsafePointer<FileActions>) -> Int32
  ) -> Int32 {
    var actions = noActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in 1...2 {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    return spawn(&actions)
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
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
