import Arguments
import Classroom
import Foundation

extension ParsedArguments {
  /// The share of `--shard`; nil where there is none.
  func shard() throws(UsageError) -> Shard? {
    guard let text = value("shard") else { return nil }
    if text == "auto" {
      do {
        let reading = try ShardEnvironment.read(Backmark.environment)
        note("shard \(reading.shard), from \(reading.source)")
        return reading.shard
      } catch {
        throw UsageError(.other(error.description))
      }
    }
    guard let shard = Shard(text) else {
      throw UsageError(
        .other(
          "'--shard \(text)' is no share; write K/N with 1 ≤ K ≤ N ≤ \(Shard.most), as in 2/7"))
    }
    return shard
  }
}
