import Signatures
import Synchronization

/// The one place behind all copies of a bench: what was found on the machine, and what was
/// answered before.
final class Workshop: Sendable {
  private let settings: BenchSettings
  private let workplace = Mutex<(Workplace, Confinement)?>(nil)
  private let answered = Mutex(ReportCache())

  init(_ settings: BenchSettings) {
    self.settings = settings
  }

  func report(on job: CodeJob) throws(CodeBench.Fault) -> CodeReport {
    let check: SourceCheck
    do {
      check = try SourceCheck(job.source, limits: settings.limits)
    } catch {
      return CodeReport(.refused(error.sentence))
    }
    if let known = answered.withLock({ $0[job] }) { return known }
    let (workplace, confinement) = try prepared()
    var report = try JobRun(job: job, workplace: workplace, check: check).report()
    report.isUnconfined = !confinement.holds
    answered.withLock { [report] in $0.keep(report, on: job) }
    return report
  }

  /// Tries the confinement out, also where that is known to have held before.
  func confinement() throws(CodeBench.Fault) -> Confinement {
    try Preparation(settings: settings, mustTry: true).perform().1
  }

  /// Looks at the machine once; others who ask meanwhile wait for what is found.
  private func prepared() throws(CodeBench.Fault) -> (Workplace, Confinement) {
    try workplace.withLock { known throws(CodeBench.Fault) in
      if let known { return known }
      // A fault is not kept: what was missing may be there for the next answer.
      let found = try Preparation(settings: settings, mustTry: false).perform()
      known = found
      return found
    }
  }
}
