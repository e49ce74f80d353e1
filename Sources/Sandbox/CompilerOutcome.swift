import Foundation
import FunctionMarking

/// What came of compiling and linking, understood from the runner's reply.
struct CompilerOutcome {
  private let reply: RunnerReply
  private let diagnostics: Diagnostics
  private let check: SourceCheck
  private let limits: SandboxLimits

  /// - Parameters:
  ///   - check: The student's file.
  ///   - modules: The folder of the compiled system modules.
  init(_ reply: RunnerReply, of check: SourceCheck, modules: String, limits: SandboxLimits) {
    self.reply = reply
    diagnostics = Diagnostics(reply.messages, lines: check.lines, modules: modules)
    self.check = check
    self.limits = limits
  }

  /// Whether it may be the machine's doing: the compiler was ended, or it or the linker failed without
  /// an error in a line of the student's.
  var isDoubtful: Bool {
    guard let compiled = reply.compiled else { return true }
    if diagnostics.findsStaleModules { return true }
    if compiled.isSuccess {
      return reply.linked?.kind == .signal || reply.linked?.isFailure == true
    }
    if compiled.kind == .signal { return true }
    return compiled.isFailure && diagnostics.errors.isEmpty && diagnostics.adapters.isEmpty
  }

  /// The processor time that the compiler or the linker was given until its time by the clock was
  /// over, where it was: less than it may use, so the machine had too much else to do.
  var timeOfSlowMachine: Duration? {
    [reply.compiled, reply.linked].compactMap(\.self).first { $0.kind == .time }?.processorTime
  }

  /// Whether the compiler gave up or was killed, which want of threads or memory does as well.
  var wasAborted: Bool {
    guard let compiled = reply.compiled, compiled.kind == .signal else { return false }
    return [Int(SIGABRT), Int(SIGKILL)].contains(compiled.number)
  }

  /// Whether the only fault is that expressions took the compiler too long.
  var lacksPatience: Bool { diagnostics.isOutOfPatience }

  /// The lines in which statements begin that stand outside all functions.
  var statementsOutside: [Int] { diagnostics.statementsOutside }

  /// The places of functions that cannot be called as they are declared, though the file is sound.
  var adaptersAtFault: Set<Int> {
    diagnostics.errors.isEmpty && reply.compiled?.kind == .exit ? diagnostics.adapters : []
  }

  /// What it means for the student.
  var compilation: FunctionReport.Compilation {
    guard let compiled = reply.compiled else { return .brokeDown(.noWord) }
    switch compiled.kind {
    case .processorTime:
      return .exceeded(
        "the compiler needed more than \(limits.compileProcessorTime.words) of processor time")
    case .exit where compiled.number == 0: return linkage
    case .exit: return failure
    default: return breakdown(signal: compiled.number)
    }
  }

  private var linkage: FunctionReport.Compilation {
    guard let linked = reply.linked, !linked.isSuccess else { return .succeeded }
    return .failed([error("the program could not be linked: \(messages)")])
  }

  private var failure: FunctionReport.Compilation {
    if !diagnostics.errors.isEmpty { return .failed(diagnostics.errors) }
    if let module = unavailableImport {
      return .failed(ErrorCauses([module], in: check.lines).errors)
    }
    if let first = diagnostics.elsewhere.first { return .failed([error(first)]) }
    return isLarge ? .exceeded(.memory(limits)) : .brokeDown(.noWord)
  }

  private func breakdown(signal: Int) -> FunctionReport.Compilation {
    if isLarge { return .exceeded(.memory(limits)) }
    if signal == Int(SIGXFSZ) { return .exceeded("the compiled program became too large") }
    return .brokeDown(
      "the compiler itself broke down on this file (signal \(signal)); it may be nested too "
        + "deeply, or be the compiler's own mistake")
  }

  /// Whether the compiler held so much memory that more may well have been refused.
  private var isLarge: Bool { (reply.compiled?.peakMemory ?? 0) >= limits.compileMemory / 2 }

  /// The import that the compiler could not serve, where it only complained of a file.
  private var unavailableImport: FunctionReport.CompilerError? {
    // Nobody needs more imports, and nobody is to make us look for more.
    var left = 50
    for (row, line) in check.code.split(
      omittingEmptySubsequences: false, whereSeparator: \.endsLine
    )
    .enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == ";" || $0 == "." }
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { continue }
      left -= 1
      if left < 0 { return nil }
      let module = words[place + 1]
      if diagnostics.elsewhere.contains(where: { $0.contains(module) || $0.contains("Read-only") }),
        !ModuleCache.available.contains(String(module))
      {
        return FunctionReport.CompilerError(
          line: row + 1,
          column: line.distance(from: line.startIndex, to: words[place].startIndex) + 1,
          message: Diagnostics.unavailable(module), excerpt: String(check.lines[row].prefix(400)))
      }
    }
    return nil
  }

  private func error(_ message: String) -> FunctionReport.CompilerError {
    FunctionReport.CompilerError(
      line: 1, column: 1, message: message, excerpt: String((check.lines.first ?? "").prefix(400)))
  }

  /// All that the compiler and the linker wrote.
  private var words: String { String(decoding: reply.messages, as: UTF8.self) }

  private var messages: String {
    Visible.text(
      words.split(whereSeparator: \.isNewline).prefix(3).joined(separator: "; "), longest: 400)
  }
}

extension RunnerReply.Ending {
  fileprivate var isFailure: Bool { kind == .exit && number != 0 }
}

extension String {
  fileprivate static let noWord = "the compiler broke down on this file without a word"

  fileprivate static func memory(_ limits: SandboxLimits) -> String {
    "the compiler needed more than \(limits.compileMemory >> 20) MB of memory"
  }
}
