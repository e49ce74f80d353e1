import Foundation
import FunctionMarking
import Jail

/// Finds out, once, what the machine can do, and tries it.
struct Preparation {
  let settings: SandboxSettings
  /// Whether the confinement is tried even if it is known to have held before.
  let mustTry: Bool

  func perform() throws(FunctionRunner.Fault) -> PreparedSandbox {
    if Platform.current == .macOS && ModuleCache.isForNobody { throw .superuser }
    let toolchain = try Toolchain.find(searchPath: settings.searchPath)
    let runner = try RunnerProgram.find(settings)
    let modules = try ModuleCache(for: toolchain, settings: settings)
    if toolchain.platform == .macOS {
      return try settle(client(toolchain, runner, nil), modules, note: nil)
    }
    let whyNot: String
    if !settings.usesBubblewrap {
      whyNot = "BACKMARK_BUBBLEWRAP is off"
    } else if let found = Bubblewrap.find(searchPath: settings.searchPath) {
      do throws(FunctionRunner.Fault) {
        return try settle(client(toolchain, runner, found), modules, note: nil)
      } catch {
        // Whatever it was: if bubblewrap is not the cause, it will be the same without.
        whyNot = error.message
      }
    } else {
      whyNot = "it is not installed"
    }
    return try settle(client(toolchain, runner, nil), modules, note: whyNot)
  }

  private func client(
    _ toolchain: Toolchain, _ runner: RunnerProgram, _ bubblewrap: Bubblewrap?
  ) -> RunnerClient {
    var permissions: RunnerRequest.Permissions = []
    if bubblewrap != nil { permissions.insert(.withoutLandlock) }
    if settings.allowsUnconfined || toolchain.platform == .macOS {
      permissions = [.withoutLandlock, .withoutFilter]
    }
    var launch = RunnerLaunch(toolchain: toolchain, bubblewrap: bubblewrap)
    // A profile that nobody has tried must not be in the way of whoever wants none.
    launch.isInSandbox = toolchain.platform == .macOS && !settings.allowsUnconfined
    return RunnerClient(
      launch: launch, settings: settings, runner: runner, permissions: permissions)
  }

  private func settle(
    _ found: RunnerClient, _ modules: ModuleCache, note: String?
  ) throws(FunctionRunner.Fault) -> PreparedSandbox {
    let holds = mayHold(found.launch)
    guard holds || settings.allowsUnconfined else {
      throw found.toolchain.platform == .linux ? .noConfinement(note) : .noSandbox
    }
    // The second attempt is for modules that were compiled before the system changed.
    for _ in 0..<2 {
      let (client, content) = try furnish(found, modules)
      guard let escapes = try escapes(client, modules) else {
        modules.forget(content)
        continue
      }
      guard escapes.isEmpty || settings.allowsUnconfined else {
        throw .leak(escapes, found.toolchain.platform)
      }
      let confinement = Confinement(
        of: client, holds: holds && escapes.isEmpty, withoutBubblewrap: note,
        asksVersions: mustTry)
      return PreparedSandbox(
        client: client, confinement: confinement, modules: modules, content: content)
    }
    throw .staleModules
  }

  /// Whether there is what a confinement needs; a trial has to show that it holds.
  private func mayHold(_ launch: RunnerLaunch) -> Bool {
    switch launch.toolchain.platform {
    case .linux:
      let hasLandlock = jail_landlock_abi() > 0
      return (hasLandlock || launch.bubblewrap != nil) && jail_has_seccomp() != 0
    case .macOS: return launch.isInSandbox && access(RunnerLaunch.sandbox, X_OK) == 0
    }
  }

  private func furnish(
    _ found: RunnerClient, _ modules: ModuleCache
  ) throws(FunctionRunner.Fault) -> (RunnerClient, ModuleCache.Content) {
    var client = found
    let content = try modules.prepare { folder throws(FunctionRunner.Fault) in
      client.launch.modules = folder
      return try build(modules: folder, client)
    }
    client.launch.modules = content.folder
    client.standard = content.standard
    return (client, content)
  }

  /// What a trial program could do, unless such a trial has held since the machine was started;
  /// nil where the compiled modules are out of date.
  private func escapes(
    _ client: RunnerClient, _ modules: ModuleCache
  ) throws(FunctionRunner.Fault) -> [String]? {
    let conditions = conditions(client)
    if !mustTry, let conditions, modules.hasHeld(under: conditions) { return [] }
    let escapes = try SelfTest(client: client).escapes()
    if let escapes, escapes.isEmpty, let conditions { modules.rememberHolding(under: conditions) }
    return escapes
  }

  /// All that the outcome of a trial depends on, in one line; nil where that cannot be told, as on
  /// macOS, where every trial is made anew.
  private func conditions(_ client: RunnerClient) -> String? {
    guard !settings.allowsUnconfined,
      let boot = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id"),
      let runner = try? FileManager.default.attributesOfItem(atPath: client.runner.path),
      let size = runner[.size], let changed = runner[.modificationDate] as? Date
    else { return nil }
    let start = String(decoding: boot, as: UTF8.self).filter { !$0.isWhitespace }
    let bubblewrap = client.launch.bubblewrap.map { $0.path } ?? "none"
    return "\(start) \(geteuid()) \(client.runner.path) \(size) "
      + "\(changed.timeIntervalSince1970) \(bubblewrap)"
  }

  /// Compiles the modules; returns how this compiler names the standard library's own.
  private func build(
    modules: String, _ client: RunnerClient
  ) throws(FunctionRunner.Fault) -> Adapter.Standard {
    var words = ""
    for standard in Adapter.Standard.allCases {
      let probe = "let probe: \(standard.rawValue)Int = 0\n"
      let reply = try compile(
        ModuleCache.source + probe, modules: modules, client,
        CompilerCommands.frontend(
          client.toolchain, files: [AnswerFolder.sourceName], modules: modules))
      if reply.compiled?.isSuccess == true {
        try buildReadyFunctions(modules: modules, client)
        return standard
      }
      words = String(decoding: reply.messages, as: UTF8.self)
    }
    throw FunctionRunner.Fault(
      "the Swift compiler could not prepare its system modules: "
        + Visible.text(words.replacing("\n", with: "; "), longest: 600))
  }

  /// Compiles the functions that exercises may offer.
  private func buildReadyFunctions(
    modules: String, _ client: RunnerClient
  ) throws(FunctionRunner.Fault) {
    for function in ReadyFunction.allCases {
      let reply = try compile(
        function.source, modules: modules, client,
        CompilerCommands.ready(function, client.toolchain, modules: modules),
        in: AnswerFolder.readyName)
      guard reply.compiled?.isSuccess == true else {
        let words = String(decoding: reply.messages, as: UTF8.self)
        throw FunctionRunner.Fault(
          "the Swift compiler could not prepare '\(function.rawValue)': "
            + Visible.text(words.replacing("\n", with: "; "), longest: 600))
      }
    }
  }

  private func compile(
    _ source: String, modules: String, _ client: RunnerClient, _ frontend: [String],
    in name: String = AnswerFolder.sourceName
  ) throws(FunctionRunner.Fault) -> RunnerReply {
    let folder = try client.makeFolder()
    try folder.add(name, Array(source.utf8))
    var request = client.request(folder: folder.path, frontend: frontend)
    request.writable.append(modules)
    request.limits = SandboxLimits()
    request.limits.compileTime = .seconds(120)
    request.limits.compileProcessorTime = .seconds(120)
    return try client.perform(request, folder: folder.path, writableModules: true)
  }
}

extension FunctionRunner.Fault {
  static let staleModules = FunctionRunner.Fault(
    "the Swift compiler finds its system modules out of date as soon as they are made; see that "
      + "the clock is right and that nothing changes the system's headers. Nothing was run")

  fileprivate static let superuser = FunctionRunner.Fault(
    "on macOS, students' programs are not run for the superuser; start backmark as yourself. "
      + "Numeric work is still marked")

  fileprivate static func noConfinement(_ whyNoBubblewrap: String?) -> FunctionRunner.Fault {
    let reason = whyNoBubblewrap.map { " (\($0))" } ?? ""
    return FunctionRunner.Fault(
      "this machine cannot confine students' programs: its kernel has no Landlock and bubblewrap "
        + "is not usable\(reason). Install bubblewrap or use a kernel with Landlock (5.13 or "
        + "newer); --no-sandbox runs them all the same, as if you had started them yourself. "
        + "Numeric work is still marked")
  }

  fileprivate static let noSandbox = FunctionRunner.Fault(
    "this machine cannot confine students' programs: \(RunnerLaunch.sandbox) is not there. --no-sandbox "
      + "runs them all the same, as if you had started them yourself. Numeric work is still marked")

  fileprivate static func leak(_ escapes: [String], _ platform: Platform) -> FunctionRunner.Fault {
    let advice =
      platform == .linux
      ? "Install bubblewrap or use a kernel with Landlock (5.13 or newer)"
      : "What sandbox-exec promises here is untested"
    return FunctionRunner.Fault(
      "the confinement of students' programs does not hold: a trial program could "
        + escapes.joined(separator: " and ") + ". Nothing was run. \(advice); --no-sandbox runs "
        + "programs all the same")
  }
}
