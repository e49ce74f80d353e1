import Jail

/// What keeps a student's program from everything that is not its own.
package struct Confinement: Hashable, Sendable {
  /// One part of it, as a line for people: `Landlock: holds, version 7`.
  package struct Part: Hashable, Sendable {
    package let name: String
    package let holds: Bool
    package let detail: String
  }

  package let parts: [Part]
  /// Whether enough of it holds; if not, programs run only because somebody said so.
  package let holds: Bool
}

extension Confinement {
  /// What was found; versions are asked for only where somebody wants to read them.
  init(of client: RunnerClient, holds: Bool, withoutBubblewrap why: String?, asksVersions: Bool) {
    self.holds = holds
    if client.toolchain.platform == .macOS {
      parts = Confinement.partsOnMac(
        isInSandbox: client.launch.isInSandbox, limits: client.settings.limits)
      return
    }
    let bubblewrap = client.launch.bubblewrap
    parts = [
      Confinement.systemCalls, Confinement.files,
      Part(
        name: "name spaces", holds: bubblewrap != nil,
        detail: bubblewrap.map { asksVersions ? "\($0.version), \($0.path)" : $0.path }
          ?? "no bubblewrap: \(why ?? "it is not used"); programs can learn which paths there are"),
      Part(
        name: "user", holds: true,
        detail: ModuleCache.isForNobody
          ? "nobody, since the grader is the superuser" : "your own, with no new privileges"),
      Part(name: "limits", holds: true, detail: Confinement.words(on: client.settings.limits)),
    ]
  }

  /// What there is on macOS.
  static func partsOnMac(isInSandbox: Bool, limits: SandboxLimits) -> [Part] {
    [
      Part(
        name: "sandbox", holds: isInSandbox,
        detail: isInSandbox
          ? "sandbox-exec: a deny-by-default profile; untested" : "sandbox-exec is not used"),
      Part(name: "system calls", holds: false, detail: "not filtered: macOS has no seccomp"),
      Part(name: "user", holds: true, detail: "your own"),
      Part(
        name: "limits", holds: true,
        detail:
          "\(limits.callTime.words) a call, \(limits.outputKept >> 10) kB of printing kept, no "
          + "processes; memory is not limited"),
    ]
  }

  private static var systemCalls: Part {
    let isFiltered = jail_has_seccomp() != 0
    return Part(
      name: "system calls", holds: isFiltered,
      detail: isFiltered
        ? "filtered (seccomp): no processes, no sockets, no signals to others"
        : "not filtered: the kernel has no seccomp")
  }

  private static var files: Part {
    let version = Int(jail_landlock_abi())
    return Part(
      name: "files", holds: version > 0,
      detail: version > 0
        ? "taken away by Landlock, version \(version)" : "the kernel has no Landlock")
  }

  private static func words(on limits: SandboxLimits) -> String {
    "\(limits.callTime.words) and \(limits.callProcessorTime.words) of processor time a call, "
      + "\(limits.runMemory >> 20) MB of memory, \(limits.outputKept >> 10) kB of printing kept"
  }
}
