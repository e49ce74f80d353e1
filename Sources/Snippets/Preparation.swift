import Foundation
import Jail
import Signatures

/// Finds out, once, what the machine can do, and tries it.
struct Preparation {
  let settings: BenchSettings
  /// Whether the confinement is tried even if it is known to have held before.
  let mustTry: Bool

  func perform() throws(CodeBench.Fault) -> (Workplace, Confinement) {
    let toolchain = try Toolchain.find(searchPath: settings.searchPath)
    let runner = try RunnerProgram.find(settings)
    let modules = try ModuleCache(for: toolchain, settings: settings)
    let found = settings.usesBubblewrap ? Bubblewrap.find(searchPath: settings.searchPath) : nil
    var whyNot = settings.usesBubblewrap ? "it is not installed" : "BACKMARK_BUBBLEWRAP is off"
    if let found {
      do throws(CodeBench.Fault) {
        return try settle(workplace(toolchain, runner, modules, found), modules, note: nil)
      } catch  where error.message.contains("bwrap: ") {
        whyNot = error.message
      }
    }
    return try settle(workplace(toolchain, runner, modules, nil), modules, note: whyNot)
  }

  private func workplace(
    _ toolchain: Toolchain, _ runner: RunnerProgram, _ modules: ModuleCache,
    _ bubblewrap: Bubblewrap?
  ) -> Workplace {
    var permissions: RunnerRequest.Permissions = []
    if bubblewrap != nil { permissions.insert(.withoutLandlock) }
    if settings.allowsUnconfined { permissions = [.withoutLandlock, .withoutFilter] }
    return Workplace(
      launch: Launch(toolchain: toolchain, bubblewrap: bubblewrap, modules: modules.folder),
      settings: settings, runner: runner, permissions: permissions)
  }

  private func settle(
    _ found: Workplace, _ modules: ModuleCache, note: String?
  ) throws(CodeBench.Fault) -> (Workplace, Confinement) {
    var workplace = found
    let hasLandlock = jail_landlock_abi() > 0
    let holds = (hasLandlock || workplace.launch.bubblewrap != nil) && jail_has_seccomp() != 0
    guard holds || settings.allowsUnconfined else { throw .noConfinement }
    workplace.standard = try modules.prepare { folder throws(CodeBench.Fault) in
      try build(modules: folder, workplace)
    }
    let escapes = try escapes(workplace, modules)
    guard escapes.isEmpty || settings.allowsUnconfined else { throw .leak(escapes) }
    let confinement = Confinement(
      parts: parts(workplace, note: note), holds: holds && escapes.isEmpty)
    return (workplace, confinement)
  }

  /// What a trial program could do, unless such a trial has held since the machine was started.
  private func escapes(
    _ workplace: Workplace, _ modules: ModuleCache
  ) throws(CodeBench.Fault) -> [String] {
    let conditions = conditions(workplace)
    if !mustTry, let conditions, modules.hasHeld(under: conditions) { return [] }
    let escapes = try SelfTest(workplace: workplace).escapes()
    if escapes.isEmpty, let conditions { modules.rememberHolding(under: conditions) }
    return escapes
  }

  /// All that the outcome of a trial depends on, in one line; nil where that cannot be told.
  private func conditions(_ workplace: Workplace) -> String? {
    guard !settings.allowsUnconfined,
      let boot = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id"),
      let runner = try? FileManager.default.attributesOfItem(atPath: workplace.runner.path),
      let size = runner[.size], let changed = runner[.modificationDate] as? Date
    else { return nil }
    let start = String(decoding: boot, as: UTF8.self).filter { !$0.isWhitespace }
    let bubblewrap = workplace.launch.bubblewrap.map { $0.path } ?? "none"
    return "\(start) \(geteuid()) \(workplace.runner.path) \(size) "
      + "\(changed.timeIntervalSince1970) \(bubblewrap)"
  }

  /// Compiles the modules; returns how this compiler names the standard library's own.
  private func build(
    modules: String, _ workplace: Workplace
  ) throws(CodeBench.Fault) -> Adapter.Standard {
    var words = ""
    for standard in Adapter.Standard.allCases {
      let probe = "let probe: \(standard.rawValue)Int = 0\n"
      let reply = try compile(ModuleCache.source + probe, modules: modules, workplace)
      if reply.compiled?.isSuccess == true { return standard }
      words = String(decoding: reply.messages, as: UTF8.self)
    }
    throw CodeBench.Fault(
      "the Swift compiler could not prepare its system modules: "
        + Visible.text(words.replacing("\n", with: "; "), longest: 600))
  }

  private func compile(
    _ source: String, modules: String, _ workplace: Workplace
  ) throws(CodeBench.Fault) -> RunnerReply {
    let box = try workplace.makeBox()
    try box.add(Box.sourceName, Array(source.utf8))
    var request = workplace.request(
      box: box.path,
      frontend: Commands.frontend(workplace.toolchain, files: [Box.sourceName], modules: modules))
    request.writable.append(modules)
    request.limits = BenchLimits()
    request.limits.compileTime = .seconds(120)
    request.limits.compileProcessorTime = .seconds(120)
    return try workplace.perform(request, box: box.path, writableModules: true)
  }

  private func parts(_ workplace: Workplace, note: String?) -> [Confinement.Part] {
    let landlock = Int(jail_landlock_abi())
    let bubblewrap = workplace.launch.bubblewrap
    return [
      Confinement.Part(
        name: "system calls", holds: jail_has_seccomp() != 0,
        detail: jail_has_seccomp() != 0
          ? "filtered (seccomp): no processes, no sockets, no signals to others"
          : "not filtered: the kernel has no seccomp"),
      Confinement.Part(
        name: "files", holds: landlock > 0,
        detail: landlock > 0
          ? "taken away by Landlock, version \(landlock)" : "the kernel has no Landlock"),
      Confinement.Part(
        name: "name spaces", holds: bubblewrap != nil,
        detail: bubblewrap.map { "bubblewrap, \($0.path)" } ?? "no bubblewrap: \(note ?? "")"),
      Confinement.Part(
        name: "user", holds: true,
        detail: ModuleCache.isForNobody
          ? "nobody, since the grader is the superuser" : "your own, with no new privileges"),
      Confinement.Part(name: "limits", holds: true, detail: limits),
    ]
  }

  private var limits: String {
    let limits = settings.limits
    return "\(limits.callTime.words) and \(limits.callProcessorTime.words) of processor time a "
      + "call, \(limits.runMemory >> 20) MB, \(limits.outputMost >> 10) kB printed"
  }
}

extension CodeBench.Fault {
  fileprivate static let noConfinement = CodeBench.Fault(
    "this machine cannot confine students' programs: its kernel has no Landlock and bubblewrap is "
      + "not usable. Install bubblewrap or use a kernel with Landlock (5.13 or newer); "
      + "--no-sandbox runs them all the same, as if you had started them yourself. Numeric work "
      + "is still marked")

  fileprivate static func leak(_ escapes: [String]) -> CodeBench.Fault {
    CodeBench.Fault(
      "the confinement of students' programs does not hold: a trial program could "
        + escapes.joined(separator: " and ") + ". Nothing was run. Install bubblewrap or use a "
        + "kernel with Landlock (5.13 or newer); --no-sandbox runs programs all the same")
  }
}
