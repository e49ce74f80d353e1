import Signatures
import Synchronization

/// The one place behind all copies of a bench: what was found on the machine, and what was
/// answered before.
final class Workshop: Sendable {
  private let settings: BenchSettings
  private let workplace = Mutex<Result<(Workplace, Confinement), CodeBench.Fault>?>(nil)
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

  func confinement() throws(CodeBench.Fault) -> Confinement {
    try prepared().1
  }

  /// Looks at the machine once; others who ask meanwhile wait for what is found.
  private func prepared() throws(CodeBench.Fault) -> (Workplace, Confinement) {
    try workplace.withLock { known in
      if let known { return known }
      let found = Result { () throws(CodeBench.Fault) in
        try Preparation(settings: settings).perform()
      }
      known = found
      return found
    }.get()
  }
}
