import FunctionMarking

/// The latest reports by their whole jobs, never by a hash alone.
///
/// They are bounded by what they hold, not only by how many they are: a function may return a
/// hundred thousand numbers for each of its inputs.
struct ReportCache {
  private static let most = 256
  /// The most numbers and bytes of output of all reports together, some 50 MB.
  static let largest = 1 << 20
  private var reports: [FunctionJob: FunctionReport] = [:]
  /// The jobs in the order in which they came.
  private var order: [FunctionJob] = []
  private(set) var size = 0

  subscript(job: FunctionJob) -> FunctionReport? { reports[job] }

  mutating func keep(_ report: FunctionReport, on job: FunctionJob) {
    if report.size > ReportCache.largest / 4 { return }
    if let earlier = reports.updateValue(report, forKey: job) {
      size -= earlier.size
    } else {
      order.append(job)
    }
    size += report.size
    while order.count > ReportCache.most || size > ReportCache.largest {
      size -= reports.removeValue(forKey: order.removeFirst())?.size ?? 0
    }
  }
}

extension FunctionReport {
  /// How much it holds: numbers that came back, and bytes that were printed.
  fileprivate var size: Int {
    outcomes.reduce(output.count + 1) { sum, outcome in
      if case .returned(let value) = outcome { sum + value.size } else { sum + 1 }
    }
  }
}

extension FunctionValue {
  /// How many values it is made of, itself included.
  fileprivate var size: Int {
    switch self {
    case .int, .bool, .double: 1
    case .array(let items), .tuple(let items): items.reduce(1) { $0 + $1.size }
    }
  }
}
