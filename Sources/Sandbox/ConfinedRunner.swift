import FunctionMarking
import Synchronization

/// Compiles and runs students' functions, confined, on this machine.
///
/// Nothing is started before the first answer. It may be used by several threads at once, which
/// share what was found on the machine and what was answered before.
package final class ConfinedRunner: Sendable {
  private let settings: SandboxSettings
  private let prepared = Mutex<PreparedSandbox?>(nil)
  private let refused = Mutex<(fault: FunctionRunner.Fault, until: ContinuousClock.Instant)?>(nil)
  private let answered = Mutex(ReportCache())

  package init(_ settings: SandboxSettings = SandboxSettings()) {
    self.settings = settings
  }

  /// The same, as whoever marks sees it.
  package var functionRunner: FunctionRunner {
    FunctionRunner(compiler: { self.compiler }) { job throws(FunctionRunner.Fault) in
      try self.report(on: job)
    }
  }

  /// What holds a student's program on this machine, tried out with a program that attempts to
  /// get out, also where that is known to have held before.
  ///
  /// - Throws: why nothing can be run, with what to do.
  package func selfTest() throws(FunctionRunner.Fault) -> Confinement {
    try Preparation(settings: settings, mustTry: true).perform().confinement
  }

  /// What tells the compiler of this machine from another one; empty where there is none.
  private var compiler: String {
    (try? Toolchain.find(searchPath: settings.searchPath))?.build ?? ""
  }

  private func report(on job: FunctionJob) throws(FunctionRunner.Fault) -> FunctionReport {
    let check: SourceCheck
    do {
      check = try SourceCheck(job.source, limits: settings.limits)
    } catch {
      return FunctionReport(.refused(error.sentence))
    }
    if let known = answered.withLock({ $0[job] }) { return known }
    // The second attempt is for system modules that went out of date under our feet.
    for _ in 0..<2 {
      let sandbox = try preparedSandbox()
      let run = JobRun(job: job, client: sandbox.client, original: check)
      if var report = try run.report() {
        report.isUnconfined = !sandbox.confinement.holds
        answered.withLock { [report] in $0.keep(report, on: job) }
        return report
      }
      sandbox.forgetModules()
      prepared.withLock { known in
        if known?.content == sandbox.content { known = nil }
      }
    }
    throw .staleModules
  }

  /// Looks at the machine once; others who ask meanwhile wait for what is found.
  private func preparedSandbox() throws(FunctionRunner.Fault) -> PreparedSandbox {
    try prepared.withLock { known throws(FunctionRunner.Fault) in
      if let known { return known }
      if let refused = refused.withLock({ $0 }), .now < refused.until { throw refused.fault }
      let start = ContinuousClock.now
      do throws(FunctionRunner.Fault) {
        let found = try Preparation(settings: settings, mustTry: false).perform()
        known = found
        return found
      } catch {
        // What was missing may be there for the next answer, unless looking takes its time: a class
        // is not to wait for the same failure with every answer.
        let until = ContinuousClock.now.advanced(by: start.duration(to: .now) * 20)
        refused.withLock { $0 = (error, until) }
        throw error
      }
    }
  }
}
