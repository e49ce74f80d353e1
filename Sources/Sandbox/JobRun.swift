import Foundation
import FunctionMarking
import SystemCalls

/// One job on its way through the compiler, the linker and its calls.
struct JobRun {
  let job: FunctionJob
  let client: RunnerClient
  /// The file as it was handed in.
  let original: SourceCheck

  /// The report; nil where the compiled system modules turned out to be out of date.
  func report() throws(FunctionRunner.Fault) -> FunctionReport? {
    var report = FunctionReport(.succeeded)
    var check = original
    var patience = CompilerCommands.Patience.usual
    /// What is said of lines that took too long at first.
    var slowLines: FunctionReport.Compilation?
    /// How functions are called that are declared a little otherwise.
    var ownCalls: [Int: Adapter.Call] = [:]
    var isSecondLook = false
    /// Whether adapters that were compiled before are linked, or compiled with the file.
    var isApart = true
    for (place, function) in job.functions.enumerated()
    where SwiftText.declaration(of: function.name, in: check) == nil {
      report.functionFaults[place] = .missing
    }
    while true {
      let adapters = job.functions.enumerated()
        .filter { report.functionFaults[$0.offset] == nil }
        .map { Adapter(signature: $0.element, place: $0.offset, call: ownCalls[$0.offset]) }
      let calls = job.calls.indices.filter { report.functionFaults[job.calls[$0].function] == nil }
      let again = job.again.filter { report.functionFaults[job.calls[$0].function] == nil }
      let objects = isApart ? try CompiledAdapters(client: client).objects(for: adapters) : nil
      let reply = try perform(check, adapters, objects, calls: calls + again, patience)
      if objects != nil, reply.isUnlinked {
        isApart = false
        continue
      }
      let outcome = CompilerOutcome(
        reply, of: check, modules: client.launch.modules, limits: client.settings.limits)
      if let time = outcome.timeOfSlowMachine {
        throw .slow(given: time, in: client.settings.limits.compileTime)
      }
      if outcome.isDoubtful {
        // Its words may be the student's: whether the machine is to blame, a sound file tells.
        let trial = try CompilerTrial(client: client).outcome()
        if trial == .staleModules { return nil }
        if case .failed(let words) = trial { throw .compilerFails(words) }
        // What the machine lacked for a moment is no fault of the file.
        if outcome.wasAborted, !isSecondLook {
          isSecondLook = true
          continue
        }
      }
      let atFault = outcome.adaptersAtFault.intersection(adapters.map(\.place))
      for place in atFault {
        let signature = job.functions[place]
        let own = OwnDeclaration.all(of: signature.name, in: check).first
        if ownCalls[place] == nil, let call = own?.call(of: signature) {
          ownCalls[place] = call
        } else {
          report.functionFaults[place] = .otherSignature(
            found: SwiftText.declaration(of: signature.name, in: check),
            remedy: own?.remedy(for: signature))
        }
      }
      // Every round calls a function in its last way or leaves it out, so the rounds come to an end.
      if !atFault.isEmpty { continue }
      // Statements outside are left out once; what is wrong then is wrong.
      if check.notes == original.notes,
        let leftOut = LeftOut(check, from: outcome.statementsOutside)
      {
        check = check.without(leftOut)
        continue
      }
      // Honest lines take the compiler longer than hostile ones may; it is asked once more.
      if outcome.lacksPatience, patience == .usual {
        patience = .full
        slowLines = outcome.compilation
        continue
      }
      report.sourceNotes = SourceNotes.notes(on: check.lines) + check.notes
      report.compilation = outcome.compilation
      // A compiler that was stopped does not say which lines took so long; it did at first.
      if case .exceeded = report.compilation, let slowLines { report.compilation = slowLines }
      guard report.compilation == .succeeded else {
        report.functionFaults = [:]
        return report
      }
      report.outcomes = CallOutcomes(reply: reply, limits: client.settings.limits)
        .outcomes(of: job, made: calls)
      report.changed = changes(reply, calls, again)
      report.output = StackTrace.removed(from: reply.output)
      report.isOutputCut = reply.isOutputCut
      return report
    }
  }

  /// What calls that were made once more gave, where it is not bit for bit what they gave before.
  private func changes(
    _ reply: RunnerReply, _ calls: [Int], _ again: [Int]
  ) -> [Int: FunctionReport.Outcome] {
    let places = Dictionary(uniqueKeysWithValues: zip(calls, calls.indices))
    var changed: [Int: FunctionReport.Outcome] = [:]
    for (number, call) in again.enumerated() {
      guard let first = places[call].flatMap({ reply.results[$0] }),
        let second = reply.results[calls.count + number], first != second
      else { continue }
      let type = job.functions[job.calls[call].function].result
      changed[call] =
        type.decode(second[...]).map { .returned($0) }
        ?? .malformed("what came back is no value of the type \(type)")
    }
    return changed
  }

  private func perform(
    _ check: SourceCheck, _ adapters: [Adapter], _ objects: [String]?, calls: [Int],
    _ patience: CompilerCommands.Patience
  ) throws(FunctionRunner.Fault) -> RunnerReply {
    let folder = try client.makeFolder()
    try folder.add(AnswerFolder.sourceName, Array(check.text.utf8))
    let adapters = objects == nil ? adapters : []
    for adapter in adapters {
      try folder.add(adapter.fileName, Array(adapter.source(client.standard).utf8))
    }
    let toolchain = client.toolchain
    var request = client.request(
      folder: folder.path,
      frontend: CompilerCommands.frontend(
        toolchain, files: [AnswerFolder.sourceName] + adapters.map(\.fileName),
        modules: client.launch.modules, patience, library: job.library))
    if !calls.isEmpty {
      request.linker = CompilerCommands.linker(
        toolchain, modules: client.launch.modules, library: job.library, adapters: objects ?? [])
      request.symbolizer = CompilerCommands.symbolizer(toolchain)
      request.libraries = CompilerCommands.libraries(for: check.text, toolchain)
      request.program = "\(folder.path)/\(AnswerFolder.programName(on: toolchain.platform))"
      request.calls = calls.map { index in
        let call = job.calls[index]
        var writer = ByteWriter()
        let parameters = job.functions[call.function].parameters
        for (argument, parameter) in zip(call.arguments, parameters) {
          writer.write(argument, as: parameter.type)
        }
        return RunnerRequest.Call(function: call.function, arguments: writer.bytes)
      }
    }
    return try client.perform(
      request, folder: folder.path,
      functions: calls.map { job.functions[job.calls[$0].function].name })
  }
}

// MARK: - Messages

extension FunctionRunner.Fault {
  fileprivate static func compilerFails(_ words: String) -> FunctionRunner.Fault {
    FunctionRunner.Fault(
      "the compiler fails on a sound file as well, so the machine is to blame: see that there is "
        + "room on the disk and in memory, and threads for the user; fewer --jobs need less"
        + (words.isEmpty ? "" : " (\(words))"))
  }

  fileprivate static func slow(given time: Duration, in clock: Duration) -> FunctionRunner.Fault {
    FunctionRunner.Fault(
      "the machine is too busy: in \(clock.words) it gave the compiler \(time.words) of "
        + "processor time. Nothing is wrong with the file; mark it again when less is going on, or "
        + "with fewer --jobs")
  }
}
