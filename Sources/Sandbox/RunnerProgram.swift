import Foundation
import FunctionMarking

/// The program that supervises compiling and running.
struct RunnerProgram {
  let path: String
  /// The program itself, since inside bubblewrap it is started from elsewhere.
  let bytes: [UInt8]

  /// Finds it where the settings say, or beside the executable that asks.
  static func find(_ settings: SandboxSettings) throws(FunctionRunner.Fault) -> RunnerProgram {
    let path = settings.runner ?? beside()
    guard let path, access(path, X_OK) == 0, let bytes = FileManager.default.contents(atPath: path)
    else {
      throw FunctionRunner.Fault(
        "the program backmark-runner was not found beside backmark, so Swift functions cannot be "
          + "marked; build it with `swift build`, or copy it into the same folder. Numeric work "
          + "is still marked")
    }
    return RunnerProgram(path: path, bytes: Array(bytes))
  }

  private static func beside() -> String? {
    guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    return executable.deletingLastPathComponent().appendingPathComponent("backmark-runner").path
  }
}
