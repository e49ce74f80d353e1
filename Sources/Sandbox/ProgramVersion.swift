import FunctionMarking

/// Asks a program of the system, never one of a student's, for its version.
enum ProgramVersion {
  /// The first line that the command prints.
  static func read(_ command: [String]) throws(FunctionRunner.Fault) -> String {
    let yield = try RunnerProcess.run(command, request: [], deadline: .now + .seconds(10))
    let words = String(decoding: yield.answer + yield.complaints, as: UTF8.self)
    guard !yield.isOverdue, let line = words.split(whereSeparator: \.isNewline).first else {
      throw FunctionRunner.Fault("\(command[0]) does not tell its version")
    }
    return Visible.text(String(line), longest: 200)
  }
}
