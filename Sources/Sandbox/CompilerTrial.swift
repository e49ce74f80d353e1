import FunctionMarking

/// A sound file of the grader's own, compiled and linked as students' are.
///
/// Where a student's file ends the compiler, or it fails without naming a line, this tells whose
/// fault that is. What the compiler writes cannot: it may be in the student's own words.
struct CompilerTrial {
  let client: RunnerClient

  enum Outcome: Equatable {
    case succeeded
    /// The system modules that were compiled before are no longer of use.
    case staleModules
    /// The last words of the compiler or the linker.
    case failed(String)
  }

  /// It has all that a student may import.
  static let source =
    ModuleCache.source + "public func soundFile(_ x: Double) -> Double { x + 1 }\n"

  func outcome() throws(FunctionRunner.Fault) -> Outcome {
    let folder = try client.makeFolder()
    let bytes = Array(CompilerTrial.source.utf8)
    try folder.add(AnswerFolder.sourceName, bytes)
    let toolchain = client.toolchain
    var request = client.request(
      folder: folder.path,
      frontend: CompilerCommands.frontend(
        toolchain, files: [AnswerFolder.sourceName], modules: client.launch.modules))
    request.linker = CompilerCommands.linker(toolchain)
    // Limits made small for students' files must not fail it.
    request.limits = SandboxLimits()
    let reply = try client.perform(request, folder: folder.path)
    if reply.compiled?.isSuccess == true, reply.linked?.isSuccess == true { return .succeeded }
    return CompilerTrial.failure(reply.messages, modules: client.launch.modules)
  }

  /// What kept the sound file from being compiled, by what was written about it.
  static func failure(_ messages: [UInt8], modules: String) -> Outcome {
    // No error is in a line of the file, since there is nothing wrong with it.
    if Diagnostics(messages, lines: [], modules: modules).findsStaleModules {
      return .staleModules
    }
    let words = String(decoding: messages, as: UTF8.self).split(whereSeparator: \.endsLine)
    return .failed(Visible.text(String(words.last ?? ""), longest: 300))
  }
}
