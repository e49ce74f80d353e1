import Gradebooks
import Marking
import Reports

/// What changed for a student between two runs.
struct Regrade: Sendable {
  /// A sentence for each exercise whose points changed.
  let lines: [String]
  /// Whether an exercise has fewer points than before, or none any more.
  let isLoss: Bool
  /// The steps whose points changed, with by how much and why.
  let shifts: [(place: RegradeSummary.Place, points: Double)]

  /// - Parameter changes: What is different in the exercises, by their ids.
  init(
    of old: StudentResult, to new: StudentResult, _ changes: [String: ExerciseChange] = [:]
  ) {
    let (before, after) = (Regrade.points(old.record), Regrade.points(new.record))
    isLoss = before.contains { $0.value > (after[$0.key] ?? 0) }
    let changed = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
    lines = changed.map { id in
      let (was, now) = (before[id], after[id])
      return "\(new.record.id): \(id) \(Regrade.text(was)) → \(Regrade.text(now)) points"
    }
    shifts = changed.flatMap { Regrade.shifts(in: $0, old, new, changes[$0]) }
  }

  private static func points(_ record: StudentRecord) -> [String: Double] {
    Dictionary(
      record.results.filter { $0.outOf > 0 }.map { ($0.exercise, $0.points) },
      uniquingKeysWith: { $1 })
  }

  private static func text(_ points: Double?) -> String { points.map(Numbers.points) ?? "–" }

  private static func shifts(
    in exercise: String, _ old: StudentResult, _ new: StudentResult, _ change: ExerciseChange?
  ) -> [(place: RegradeSummary.Place, points: Double)] {
    func feedback(_ result: StudentResult) -> Feedback? {
      result.record.results.first { $0.exercise == exercise }
    }
    let (was, now) = (feedback(old), feedback(new))
    func reason(_ isRuled: Bool, for step: String? = nil) -> RegradeSummary.Reason {
      if isRuled { return .marks }
      if old.keys.handed != new.keys.handed { return .work }
      if let change { return .exercise(change.words(for: step)) }
      return old.keys.exercises != new.keys.exercises ? .exercise("the exercise changed") : .grader
    }
    let whole = reason(was?.ruling != now?.ruling)
    guard let was, let now else {
      let points = (now?.points ?? 0) - (was?.points ?? 0)
      return [(.init(exercise: exercise, step: nil, reason: whole), points)]
    }
    var shifts: [(place: RegradeSummary.Place, points: Double)] = []
    for step in now.steps {
      let earlier = was.steps.first { $0.name == step.name }
      let points = step.points - (earlier?.points ?? 0)
      if abs(points) < 1e-12 { continue }
      let reason = reason(earlier?.ruling != step.ruling, for: step.name)
      shifts.append((.init(exercise: exercise, step: step.name, reason: reason), points))
    }
    if shifts.isEmpty {
      shifts.append(
        (.init(exercise: exercise, step: nil, reason: whole), now.points - was.points))
    }
    return shifts
  }
}
