import Reports

/// What a student's work comes to in an assignment.
package struct Grade: Sendable {
  /// The exercises that count, in the order of the assignment.
  package var parts: [Part] = []
  /// The points as they were marked, of the exercises that count.
  package var raw = 0.0
  /// The same on the scale of the assignment.
  package var scaled = 0.0
  /// What was lost by being late, on that scale.
  package var penalty = 0.0
  /// What a person added, on that scale.
  package var bonus = 0.0
  /// What the total is out of.
  package var maximum = 0.0
  /// What counts in the end; nil where the student is excused from all of it.
  package var total: Double?
  /// Why points were lost by being late, and what else bears on the total.
  package var reasons: [String] = []
  /// What the row has to say besides.
  package var remarks: [String] = []

  /// One exercise of an assignment.
  package struct Part: Sendable {
    package let exercise: String
    /// The points as they were marked; nil where nothing was handed in.
    package var raw: Double?
    /// What those are out of.
    package var rawMaximum: Double
    /// The points on the scale of the assignment.
    package var scaled = 0.0
    package var penalty = 0.0
    package var bonus = 0.0
    package var maximum: Double
    package var standing = Standing.counts
    /// Why points were lost, or why it does not count.
    package var reason = ""
    package var time: CourseTime?
    /// What answers that nobody has read yet may add, on the scale of the assignment.
    package var open = 0.0
    /// Whether it is left out only as long as nobody has read the rest of it.
    package fileprivate(set) var mayReturn = false

    /// What lateness has left of the points, to be said beside them; nil where it took none.
    package var sentenceOfPenalty: String? {
      guard penalty > 0 else { return nil }
      return "counts as \(Numbers.points(points)) / \(Numbers.points(maximum)), being \(reason)"
    }

    /// What counts of it.
    package var points: Double { scaled - penalty + bonus }
    package var counts: Bool { standing == .counts }
    fileprivate(set) package var share: Double = 0
  }

  /// Whether an exercise counts.
  package enum Standing: Hashable, Sendable {
    case counts
    /// It is one of the weakest, which are left out.
    case dropped
    case excused
  }

  package func part(_ exercise: String) -> Part? { parts.first { $0.exercise == exercise } }

  /// Leaves out the weakest of the exercises that count.
  mutating func drop(_ count: Int) {
    for _ in 0..<count {
      let candidates = parts.indices.filter { parts[$0].counts }
      guard candidates.count > 1,
        // Of equals the one that is out of more, which leaves the others more weight.
        let weakest = candidates.min(by: { left, right in
          let (one, two) = (parts[left].share, parts[right].share)
          return one != two ? one < two : parts[left].maximum > parts[right].maximum
        })
      else { break }
      parts[weakest].standing = .dropped
    }
    let least = parts.filter(\.counts).map(\.share).min() ?? 0
    for index in parts.indices where parts[index].standing == .dropped {
      let part = parts[index]
      let most = part.maximum > 0 ? (part.points + part.open) / part.maximum : 0
      parts[index].mayReturn = part.open > 0 && most >= least
      if part.reason.isEmpty {
        parts[index].reason =
          parts[index].mayReturn
          ? "left out as the weakest, as long as nobody has read it" : "left out as the weakest"
      }
    }
  }

  mutating func weigh() {
    for index in parts.indices {
      let part = parts[index]
      parts[index].share = part.maximum > 0 ? part.points / part.maximum : 0
    }
  }
}
