import Gradebooks
import Reports

/// What changed for a student between two runs.
struct Regrade: Sendable {
  /// A sentence for each exercise whose points changed.
  let lines: [String]
  /// Whether an exercise has fewer points than before, or none any more.
  let isLoss: Bool

  init(of old: StudentRecord, to new: StudentRecord) {
    let (before, after) = (Regrade.points(old), Regrade.points(new))
    isLoss = before.contains { $0.value > (after[$0.key] ?? 0) }
    lines = Set(before.keys).union(after.keys).sorted()
      .filter { before[$0] != after[$0] }
      .map { id in
        let (was, now) = (before[id], after[id])
        return "\(new.id): \(id) \(Regrade.text(was)) → \(Regrade.text(now)) points"
      }
  }

  private static func points(_ record: StudentRecord) -> [String: Double] {
    Dictionary(
      record.results.filter { $0.outOf > 0 }.map { ($0.exercise, $0.points) },
      uniquingKeysWith: { $1 })
  }

  private static func text(_ points: Double?) -> String { points.map(Numbers.points) ?? "–" }
}
