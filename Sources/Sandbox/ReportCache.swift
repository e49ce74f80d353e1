import Signatures

/// The latest reports by their whole jobs, never by a hash alone.
struct ReportCache {
  private static let most = 256
  private var reports: [CodeJob: CodeReport] = [:]
  /// The jobs in the order in which they came.
  private var order: [CodeJob] = []

  subscript(job: CodeJob) -> CodeReport? { reports[job] }

  mutating func keep(_ report: CodeReport, on job: CodeJob) {
    if reports.updateValue(report, forKey: job) == nil { order.append(job) }
    if order.count > ReportCache.most { reports[order.removeFirst()] = nil }
  }
}
