/// The share that a scheduler's environment variables stand for.
package enum ShardEnvironment {
  /// A share, and the variables it was read from.
  package struct Reading: Equatable, Sendable {
    package let shard: Shard
    /// As in `SLURM_ARRAY_TASK_ID=3, SLURM_ARRAY_TASK_COUNT=8`.
    package let source: String
  }

  /// Why there is no share to be read.
  package struct Fault: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  /// The variable that says how many shares there are where a scheduler does not.
  package static let total = "BACKMARK_SHARDS"

  /// A scheduler's variables.
  private struct Scheduler {
    let index: String
    /// The variable with the number of shares; nil where there is none.
    var count: String?
    /// The variable with the lowest index; nil where that is fixed.
    var lowest: String?
    /// The distance between two indices.
    var step: String?
    var base = 0
  }

  private static let schedulers = [
    Scheduler(
      index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT",
      lowest: "SLURM_ARRAY_TASK_MIN", step: "SLURM_ARRAY_TASK_STEP"),
    Scheduler(index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"),
    Scheduler(index: "JOB_COMPLETION_INDEX"),
    Scheduler(index: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", base: 1),
    Scheduler(index: "BACKMARK_SHARD", base: 1),
  ]

  /// The share of the first scheduler whose variables are there.
  package static func read(_ environment: [String: String]) throws(Fault) -> Reading {
    guard
      let scheduler = schedulers.first(where: { !(environment[$0.index] ?? "").isEmpty })
    else {
      let names = schedulers.map(\.index).joined(separator: ", ")
      throw Fault(
        description: """
          --shard auto finds none of \(names); write --shard K/N (on GitHub, from the matrix)
          """)
    }
    var read: [String] = []
    func number(_ name: String) throws(Fault) -> Int? {
      guard let text = environment[name], !text.isEmpty else { return nil }
      read.append("\(name)=\(text)")
      guard let number = Int(text), number >= 0 else {
        throw Fault(description: "--shard auto: \(name) is '\(text)', which is no number")
      }
      return number
    }
    let index = try number(scheduler.index) ?? 0
    // A stated total holds where single shares are started again, of which a scheduler then says
    // that they are all there are.
    let stated = try number(total)
    var (lowest, step, own): (Int?, Int?, Int?)
    if stated == nil {
      if let name = scheduler.lowest { lowest = try number(name) }
      if let name = scheduler.step { step = try number(name) }
      if let name = scheduler.count { own = try number(name) }
    }
    guard let count = stated ?? own else {
      throw Fault(
        description: """
          --shard auto: \(read.joined(separator: ", ")) says which share, but not how many there \
          are; set \([scheduler.count, total].compactMap { $0 }.joined(separator: " or "))
          """)
    }
    let place = (index - (lowest ?? scheduler.base)) / max(1, step ?? 1)
    guard let shard = Shard(number: place + 1, count: count) else {
      throw Fault(
        description: "--shard auto: \(read.joined(separator: ", ")) is no share of a class")
    }
    return Reading(shard: shard, source: read.joined(separator: ", "))
  }
}
