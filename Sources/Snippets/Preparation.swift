import Foundation
import Jail
import Signatures

/// Finds out, once, what the machine can do, and tries it.
struct Preparation {
  let settings: BenchSettings

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
    _ workplace: Workplace, _ modules: ModuleCache, note: String?
  ) throws(CodeBench.Fault) -> (Workplace, Confinement) {
    let hasLandlock = jail_landlock_abi() > 0
    let holds = (hasLandlock || workplace.launch.bubblewrap != nil) && jail_has_seccomp() != 0
    guard holds || settings.allowsUnconfined else { throw .noConfinement }
    try modules.prepare { folder throws(CodeBench.Fault) in
      try build(modules: folder, workplace)
    }
    let escapes = try SelfTest(workplace: workplace).escapes()
    guard escapes.isEmpty || settings.allowsUnconfined else { throw .leak(escapes) }
    let confinement = Confinement(
      parts: parts(workplace, note: note), holds: holds && escapes.isEmpty)
    return (workplace, confinement)
  }

  private func build(modules: String, _ workplace: Workplace) throws(CodeBench.Fault) {
    let box = try workplace.makeBox()
    try box.add(Box.sourceName, Array(ModuleCache.source.utf8))
    var request = workplace.request(
      box: box.path,
      frontend: Commands.frontend(workplace.toolchain, files: [Box.sourceName], modules: modules))
    request.writable.append(modules)
    request.limits.compileTime = .seconds(120)
    request.limits.compileProcessorTime = .seconds(120)
    let reply = try workplace.perform(request, box: box.path, writableModules: true)
    guard reply.compiled?.isSuccess == true else {
      let words = String(decoding: reply.messages, as: UTF8.self)
      throw CodeBench.Fault(
        "the Swift compiler could not prepare its system modules: "
          + Visible.text(words.replacing("\n", with: "; "), longest: 600))
    }
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
