import Exercises
import Marking
import Numerics

/// What the submissions of one exercise say taken together.
struct ExerciseStatistics: Sendable {
  private(set) var submissions = 0
  private(set) var points = 0.0
  let outOf: Double
  private(set) var fullMarks = 0
  /// Points earned on values that are wrong themselves.
  private(set) var followThroughPoints = 0.0
  private(set) var steps: [StepStatistics]
  /// How many submissions have every step right.
  private(set) var withoutSlip = 0
  private(set) var bins = [Int](repeating: 0, count: ScoreBin.count)
  /// Points of each step in each bin.
  private(set) var binPoints: [[Double]]
  package private(set) var mistakes = MistakeTable()
  private(set) var choices = ChoiceTable()
  /// The marks of single students; empty as soon as there are too many of them.
  private(set) var rows: [Row] = []

  /// The most students that a page shows one by one.
  static let mostRows = Limits.reportRows

  /// One student's marks.
  struct Row: Sendable {
    /// What the students are sorted by.
    let student: String
    let called: String
    /// The way to the student's own page; nil where there is none.
    let link: String?
    let points: Double
    let steps: [(status: Status, points: Double)]
  }

  init(_ first: Feedback) {
    outOf = first.outOf
    steps = first.steps.map { StepStatistics(name: $0.name, outOf: $0.outOf) }
    binPoints = .init(
      repeating: .init(repeating: 0, count: first.steps.count), count: ScoreBin.count)
  }

  mutating func add(
    _ student: String, _ feedback: Feedback, called: String? = nil, link: String? = nil
  ) {
    guard feedback.steps.count == steps.count else { return }
    submissions += 1
    let total = feedback.points
    points += total
    if feedback.isFullMarks { fullMarks += 1 }
    let bin = ScoreBin.number(of: total, outOf: outOf)
    bins[bin] += 1
    for (index, step) in feedback.steps.enumerated() {
      steps[index].add(step, rest: total - step.points)
      binPoints[bin][index] += step.points
      if step.status == .followsThrough { followThroughPoints += step.points }
      mistakes.add(step, at: index, by: student)
    }
    if let first = feedback.steps.firstIndex(where: { $0.status.isSlip }) {
      steps[first].firstSlips += 1
    } else if feedback.steps.allSatisfy({ $0.status == .correct || $0.status == .followsThrough }) {
      withoutSlip += 1
    }
    choices.add(feedback.chosen, by: student)
    if submissions <= ExerciseStatistics.mostRows {
      rows.append(
        Row(
          student: student, called: called ?? student, link: link, points: total,
          steps: feedback.steps.map { ($0.status, $0.points) }))
    } else {
      rows = []
    }
  }
}

/// What the answers to one step say taken together.
struct StepStatistics: Sendable {
  let name: String
  let outOf: Double
  private(set) var counts: [Status: Int] = [:]
  /// How often this was the first step that went wrong.
  fileprivate(set) var firstSlips = 0
  private var correlation = ItemRest()

  /// Fewer students than this say nothing about a step.
  static let fewest = 10

  init(name: String, outOf: Double) {
    self.name = name
    self.outOf = outOf
  }

  var points: Double { correlation.itemSum }
  var submissions: Int { correlation.count }

  /// How the points of this step go with those of all others; nil where there are too few
  /// students, or where all have the same.
  var itemRest: Double? { submissions < StepStatistics.fewest ? nil : correlation.coefficient }

  fileprivate mutating func add(_ step: StepFeedback, rest: Double) {
    counts[step.status, default: 0] += 1
    correlation.add(item: step.points, rest: rest)
  }
}

extension Status {
  /// Whether the step went wrong on its own account.
  package var isSlip: Bool { self == .incorrect || self == .partial || self == .unreadable }
}
