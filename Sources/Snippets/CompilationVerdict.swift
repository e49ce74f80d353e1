import Foundation
import Signatures

/// What the compiler's and the linker's end mean for the student.
struct CompilationVerdict {
  let reply: RunnerReply
  let diagnostics: Diagnostics
  let check: SourceCheck
  let limits: BenchLimits

  var compilation: CodeReport.Compilation {
    guard let compiled = reply.compiled else { return .brokeDown(.noWord) }
    switch compiled.kind {
    case .time:
      return .exceeded("the compiler was still busy after \(limits.compileTime.words)")
    case .processorTime:
      return .exceeded(
        "the compiler needed more than \(limits.compileProcessorTime.words) of processor time")
    case .exit where compiled.number == 0: return linkage
    case .exit: return failure
    default: return breakdown(signal: compiled.number)
    }
  }

  private var linkage: CodeReport.Compilation {
    guard let linked = reply.linked, !linked.isSuccess else { return .succeeded }
    if linked.kind == .time {
      return .exceeded("the linker was still busy after \(limits.compileTime.words)")
    }
    return .failed([error("the program could not be linked: \(messages)")])
  }

  private var failure: CodeReport.Compilation {
    if !diagnostics.errors.isEmpty { return .failed(diagnostics.errors) }
    if let module = unavailableImport { return .failed([module]) }
    if let first = diagnostics.elsewhere.first { return .failed([error(first)]) }
    return isOutOfMemory ? .exceeded(.memory(limits)) : .brokeDown(.noWord)
  }

  private func breakdown(signal: Int) -> CodeReport.Compilation {
    if isOutOfMemory { return .exceeded(.memory(limits)) }
    if signal == Int(SIGXFSZ) { return .exceeded("the compiled program became too large") }
    return .brokeDown(
      "the compiler itself broke down on this file (signal \(signal)); it may be nested too "
        + "deeply, or be the compiler's own mistake")
  }

  private var isOutOfMemory: Bool {
    let words = String(decoding: reply.messages, as: UTF8.self)
    return ["out of memory", "bad_alloc", "Cannot allocate memory"]
      .contains { words.contains($0) }
  }

  /// The import that the compiler could not serve, where it only complained of a file.
  private var unavailableImport: CodeReport.CompilerError? {
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
        return CodeReport.CompilerError(
          line: row + 1,
          column: line.distance(from: line.startIndex, to: words[place].startIndex) + 1,
          message: Diagnostics.unavailable(module), excerpt: String(check.lines[row].prefix(400)))
      }
    }
    return nil
  }

  private func error(_ message: String) -> CodeReport.CompilerError {
    CodeReport.CompilerError(
      line: 1, column: 1, message: message, excerpt: String((check.lines.first ?? "").prefix(400)))
  }

  private var messages: String {
    Visible.text(
      String(decoding: reply.messages, as: UTF8.self).split(whereSeparator: \.isNewline)
        .prefix(3).joined(separator: "; "), longest: 400)
  }
}

extension String {
  fileprivate static let noWord = "the compiler broke down on this file without a word"

  fileprivate static func memory(_ limits: BenchLimits) -> String {
    "the compiler needed more than \(limits.compileMemory >> 20) MB of memory"
  }
}
