import Reports

/// What changed for a class between two runs, by exercise, step and reason.
package struct RegradeSummary: Sendable {
  /// What a change is counted under.
  struct Place: Hashable, Comparable, Sendable {
    let exercise: String
    let step: String?
    let reason: Reason

    static func < (left: Place, right: Place) -> Bool {
      (left.exercise, left.step ?? "", left.reason.words)
        < (right.exercise, right.step ?? "", right.reason.words)
    }
  }

  /// Why points changed.
  enum Reason: Hashable, Sendable {
    case marks
    case work
    /// What in the exercise changed, as a sentence.
    case exercise(String)
    case grader

    var words: String {
      switch self {
      case .marks: "by a person's marks"
      case .work: "other work was handed in"
      case .exercise(let sentence): sentence
      case .grader: "the grader or its options changed"
      }
    }
  }

  private struct Count: Sendable {
    var gains = 0
    var gained = 0.0
    var losses = 0
    var lost = 0.0
  }

  private var counts: [Place: Count] = [:]

  mutating func add(_ shifts: [(place: Place, points: Double)]) {
    for (place, points) in shifts {
      if points >= 0 {
        counts[place, default: Count()].gains += 1
        counts[place, default: Count()].gained += points
      } else {
        counts[place, default: Count()].losses += 1
        counts[place, default: Count()].lost -= points
      }
    }
  }

  /// A line for each step and reason: "16.2, step delta2: 14 gain 14 points; the exercise changed".
  package var lines: [String] { lines(counts) }

  /// The same of what somebody loses points by.
  package var losses: [String] { lines(counts.filter { $0.value.losses > 0 }) }

  private func lines(_ counts: [Place: Count]) -> [String] {
    counts.sorted { $0.key < $1.key }.map { place, count in
      let step = place.step.map { ", step \($0)" } ?? ""
      let gain = RegradeSummary.part(count.gains, "gain", count.gained)
      let loss = RegradeSummary.part(count.losses, "lose", count.lost)
      let parts = [gain, loss].compactMap { $0 }.joined(separator: ", ")
      return "\(place.exercise)\(step): \(parts); \(place.reason.words)"
    }
  }

  private static func part(_ count: Int, _ verb: String, _ points: Double) -> String? {
    if count == 0 { return nil }
    return "\(count) \(count == 1 ? verb + "s" : verb) \(Numbers.pointsInWords(points))"
  }
}
