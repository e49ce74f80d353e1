import Foundation
import Signatures

/// One job on its way through the compiler, the linker and its calls.
struct JobRun {
  let job: CodeJob
  let workplace: Workplace
  let check: SourceCheck

  /// The report; nil where the compiled system modules turned out to be out of date.
  func report() throws(CodeBench.Fault) -> CodeReport? {
    var report = CodeReport(.succeeded)
    report.sourceNotes = SourceNotes.notes(on: check.lines)
    for (place, function) in job.functions.enumerated()
    where SwiftText.declaration(of: function.name, in: check) == nil {
      report.functionFaults[place] = .missing
    }
    // Every round leaves out at least one function, so the rounds come to an end.
    while true {
      switch try round(&report) {
      case .complete: return report
      case .functionsLeftOut: continue
      case .staleModules: return nil
      }
    }
  }

  private enum Round {
    case complete
    /// More functions turned out to be at fault; the others are still to be called.
    case functionsLeftOut
    case staleModules
  }

  private func round(_ report: inout CodeReport) throws(CodeBench.Fault) -> Round {
    let adapters = job.functions.enumerated()
      .filter { report.functionFaults[$0.offset] == nil }
      .map { Adapter(signature: $0.element, place: $0.offset) }
    let calls = job.calls.indices.filter { report.functionFaults[job.calls[$0].function] == nil }
    let reply = try perform(adapters, calls: calls)
    let diagnostics = Diagnostics(
      reply.messages, lines: check.lines, modules: workplace.launch.modules)
    if diagnostics.findsStaleModules { return .staleModules }
    if diagnostics.errors.isEmpty, reply.lacksThreads { throw .noThreads }
    if diagnostics.errors.isEmpty, reply.compiled?.kind == .exit {
      let atFault = diagnostics.adapters.intersection(adapters.map(\.place))
      for place in atFault {
        report.functionFaults[place] = .otherSignature(
          found: SwiftText.declaration(of: job.functions[place].name, in: check))
      }
      if !atFault.isEmpty { return .functionsLeftOut }
    }
    report.compilation =
      CompilationVerdict(
        reply: reply, diagnostics: diagnostics, check: check, limits: workplace.settings.limits
      ).compilation
    guard report.compilation == .succeeded else {
      report.functionFaults = [:]
      return .complete
    }
    report.outcomes = RunVerdict(reply: reply, limits: workplace.settings.limits)
      .outcomes(of: job, made: calls)
    report.output = StackTrace.removed(from: reply.output)
    report.isOutputCut = reply.isOutputCut
    return .complete
  }

  private func perform(
    _ adapters: [Adapter], calls: [Int]
  ) throws(CodeBench.Fault) -> RunnerReply {
    let box = try workplace.makeBox()
    try box.add(Box.sourceName, job.source)
    for adapter in adapters {
      try box.add(adapter.fileName, Array(adapter.source(workplace.standard).utf8))
    }
    let toolchain = workplace.toolchain
    var request = workplace.request(
      box: box.path,
      frontend: Commands.frontend(
        toolchain, files: [Box.sourceName] + adapters.map(\.fileName),
        modules: workplace.launch.modules))
    if !calls.isEmpty {
      request.linker = Commands.linker(toolchain)
      request.libraries = Commands.libraries(for: check.text, toolchain)
      request.program = "\(box.path)/\(Box.programName(on: toolchain.platform))"
      request.calls = calls.map { index in
        let call = job.calls[index]
        var writer = ByteWriter()
        let parameters = job.functions[call.function].parameters
        for (argument, parameter) in zip(call.arguments, parameters) {
          writer.add(argument, as: parameter.type)
        }
        return RunnerRequest.Call(function: call.function, arguments: writer.bytes)
      }
    }
    return try workplace.perform(request, box: box.path)
  }
}

extension RunnerReply {
  /// Whether the compiler got no thread of its own, which is for the machine to mend.
  fileprivate var lacksThreads: Bool {
    compiled?.kind == .signal
      && String(decoding: messages, as: UTF8.self).contains("Resource temporarily unavailable")
  }
}

extension CodeBench.Fault {
  fileprivate static let noThreads = CodeBench.Fault(
    "the machine had no threads left for the compiler; mark with fewer --jobs, or raise the limit "
      + "on the user's processes")
}
