import Reports

/// What changed for a class between two runs, by exercise, step and reason.
package struct RegradeSummary: Sendable {
  /// What a change is counted under.
  struct Place: Hashable, Comparable, Sendable {
    let exercise: String
    let step: String?
    let reason: Reason

    static func < (left: Place, right: Place) -> Bool {
      (left.exercise, left.step ?? "", left.reason.rawValue)
        < (right.exercise, right.step ?? "", right.reason.rawValue)
    }
  }

  /// Why points changed.
  enum Reason: String, Sendable {
    case marks = "by a person's marks"
    case work = "other work was handed in"
    case exercise = "the exercise changed"
    case grader = "the grader or its options changed"
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
  package var lines: [String] {
    counts.sorted { $0.key < $1.key }.map { place, count in
      let step = place.step.map { ", step \($0)" } ?? ""
      let gain = RegradeSummary.part(count.gains, "gain", count.gained)
      let loss = RegradeSummary.part(count.losses, "lose", count.lost)
      let parts = [gain, loss].compactMap { $0 }.joined(separator: ", ")
      return "\(place.exercise)\(step): \(parts); \(place.reason.rawValue)"
    }
  }

  private static func part(_ count: Int, _ verb: String, _ points: Double) -> String? {
    if count == 0 { return nil }
    return "\(count) \(count == 1 ? verb + "s" : verb) \(Numbers.pointsInWords(points))"
  }
}
