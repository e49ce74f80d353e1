import FunctionMarking

/// The latest reports by their whole jobs, never by a hash alone.
struct ReportCache {
  private static let most = 256
  private var reports: [FunctionJob: FunctionReport] = [:]
  /// The jobs in the order in which they came.
  private var order: [FunctionJob] = []

  subscript(job: FunctionJob) -> FunctionReport? { reports[job] }

  mutating func keep(_ report: FunctionReport, on job: FunctionJob) {
    if reports.updateValue(report, forKey: job) == nil { order.append(job) }
    if order.count > ReportCache.most { reports[order.removeFirst()] = nil }
  }
}
