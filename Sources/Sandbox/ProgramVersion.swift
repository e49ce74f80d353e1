import FunctionMarking
import SystemCalls

/// Asks a program of the system, never one of a student's, for its version.
enum ProgramVersion {
  /// The first line that the command prints.
  static func read(_ command: [String]) throws(FunctionRunner.Fault) -> String {
    let end = try ChildProcess.bare(command, deadline: .now + .seconds(10))
    let words = String(decoding: end.output + end.errors, as: UTF8.self)
    guard !end.wasStopped, let line = words.split(whereSeparator: \.isNewline).first else {
      throw FunctionRunner.Fault("\(command[0]) does not tell its version")
    }
    return Visible.text(String(line), longest: 200)
  }
}
