import Marking

/// What a class's marks say taken together, gathered one student after the other.
///
/// Its size is bounded by the exercises, not by the class: sums, counts, and tables that stop
/// growing. Students must come in one order for the outcome to be the same bytes.
package struct ClassStatistics: Sendable {
  package private(set) var students = 0
  /// Students of whom nothing could be marked.
  package private(set) var withoutMarks = 0
  private(set) var exercises: [String: ExerciseStatistics] = [:]
  private(set) var unread = UnreadTable()
  private(set) var reasons = ReasonTable()
  /// How many students have so many eighths of a point in all.
  private var totals: [Int: Int] = [:]

  package init() {}

  /// Adds a student.
  ///
  /// - Parameters:
  ///   - label: What the student is called on the page.
  ///   - feedback: What was said about each of the student's submissions.
  ///   - called: The label with the name, where both may be shown.
  ///   - link: The way from the page of the class to the student's own.
  package mutating func add(
    _ label: String, _ feedback: [Feedback], called: String? = nil, link: String? = nil
  ) {
    students += 1
    unread.add(called ?? label, feedback)
    reasons.add(label, feedback)
    let marked = feedback.filter { $0.outOf > 0 }
    if marked.isEmpty {
      withoutMarks += 1
      return
    }
    var points = 0.0
    for one in marked {
      points += one.points
      exercises[one.exercise, default: ExerciseStatistics(one)].add(
        label, one, called: called, link: link)
    }
    totals[Int((points * 8).rounded()), default: 0] += 1
  }

  /// The points there are in all the exercises that anybody handed in.
  var outOf: Double { exercises.keys.sorted().reduce(0) { $0 + (exercises[$1]?.outOf ?? 0) } }

  /// How many students have how large a share of those points, in ten bins.
  var distribution: [Int] {
    var bins = [Int](repeating: 0, count: ScoreBin.count)
    for (eighths, count) in totals {
      bins[ScoreBin.number(of: Double(eighths) / 8, outOf: outOf)] += count
    }
    return bins
  }
}

/// A tenth of the way to full marks; the last one includes them.
enum ScoreBin {
  static let count = 10

  static func number(of points: Double, outOf: Double) -> Int {
    guard outOf > 0 else { return 0 }
    // The sum of tenths must not miss its bin by a rounding.
    return min(count - 1, max(0, Int(points / outOf * Double(count) + 1e-9)))
  }

  /// The bin in words.
  package static func label(_ number: Int) -> String {
    number == count - 1 ? "90–100 %" : "\(number * 10)–\(number * 10 + 10) %"
  }
}
