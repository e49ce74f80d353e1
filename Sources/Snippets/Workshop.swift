import Signatures
import Synchronization

/// The one place behind all copies of a bench: what was found on the machine, and what was
/// answered before.
final class Workshop: Sendable {
  private let settings: BenchSettings
  private let premises = Mutex<Premises?>(nil)
  private let answered = Mutex(ReportCache())

  init(_ settings: BenchSettings) {
    self.settings = settings
  }

  /// What tells the compiler of this machine from another one; empty where there is none.
  var compiler: String {
    (try? Toolchain.find(searchPath: settings.searchPath))?.build ?? ""
  }

  func report(on job: CodeJob) throws(CodeBench.Fault) -> CodeReport {
    let check: SourceCheck
    do {
      check = try SourceCheck(job.source, limits: settings.limits)
    } catch {
      return CodeReport(.refused(error.sentence))
    }
    if let known = answered.withLock({ $0[job] }) { return known }
    // The second attempt is for system modules that went out of date under our feet.
    for _ in 0..<2 {
      let premises = try prepared()
      let run = JobRun(job: job, workplace: premises.workplace, check: check)
      if var report = try run.report() {
        report.isUnconfined = !premises.confinement.holds
        answered.withLock { [report] in $0.keep(report, on: job) }
        return report
      }
      premises.forgetModules()
      self.premises.withLock { known in
        if known?.content == premises.content { known = nil }
      }
    }
    throw .staleModules
  }

  /// Tries the confinement out, also where that is known to have held before.
  func confinement() throws(CodeBench.Fault) -> Confinement {
    try Preparation(settings: settings, mustTry: true).perform().confinement
  }

  /// Looks at the machine once; others who ask meanwhile wait for what is found.
  private func prepared() throws(CodeBench.Fault) -> Premises {
    try premises.withLock { known throws(CodeBench.Fault) in
      if let known { return known }
      // A fault is not kept: what was missing may be there for the next answer.
      let found = try Preparation(settings: settings, mustTry: false).perform()
      known = found
      return found
    }
  }
}
