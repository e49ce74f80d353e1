/// One thing that was measured, with every run of it.
struct Figure: Sendable {
  /// The group and the figure in it, such as `class/right-all-cores`.
  let name: String
  let title: String
  let unit: Unit
  var target: Target?
  /// What was found, in the order of the runs; never empty.
  let runs: [Double]
  /// What has to be known to read the figure.
  var note: String?

  /// What a figure counts.
  enum Unit: String, Sendable {
    case seconds
    case bytes
    case perSecond
    /// One thing beside another.
    case ratio
  }

  /// What a figure should be.
  enum Target: Sendable {
    case atLeast(Double)
    case atMost(Double)
  }
}

extension Figure {
  var median: Double {
    let sorted = runs.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  var least: Double { runs.min() ?? .nan }
  var greatest: Double { runs.max() ?? .nan }

  /// Whether the median is what it should be; nil where nothing is asked for.
  var isMet: Bool? {
    switch target {
    case .atLeast(let bound): median >= bound
    case .atMost(let bound): median <= bound
    case nil: nil
    }
  }
}
