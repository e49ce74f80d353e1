import Answers
import Exercises
import Formulas
import LocatedJSON
import Numerics

/// What a person gave for texts that the grader cannot judge.
///
/// Read from JSON, student by student, exercise by exercise, step by step: the points for each item
/// of the rubric, in its order, or an object that says something with them.
///
/// ```json
/// { "ada": { "16.3": { "argument": [1, 0, 0.5],
///                      "reason": { "points": [1], "says": "Well put." } } } }
/// ```
package struct WrittenMarks: Sendable {
  /// The marks for one step of one student's.
  package struct Entry: Sendable {
    let student: LocatedString
    let exercise: LocatedString
    let step: LocatedString
    let points: [Double]
    /// Where the points stand.
    let place: Range<Int>
    let says: [Message]
  }

  let entries: [Entry]
  let source: SourceText
  private let places: [[String]: Int]
  /// For each student the exercises with marks, in their order.
  private let exercises: [String: [String]]

  /// - Throws: Everything that cannot be read.
  package init(reading source: SourceText) throws(Problems) {
    let root: LocatedValue
    do {
      root = try JSONText.parse(source)
    } catch {
      throw Problems([error])
    }
    let report = ProblemReport(source)
    var entries: [Entry] = []
    for (student, value) in report.members(of: root, "marks are") {
      for (exercise, value) in report.members(of: value, "the marks of a student are") {
        for (step, value) in report.members(of: value, "the marks for an exercise are") {
          guard let (points, place, says) = WrittenMarks.marks(value, report) else { continue }
          entries.append(
            Entry(
              student: student, exercise: exercise, step: step, points: points, place: place,
              says: says))
        }
      }
    }
    try report.throwIfAny()
    self.entries = entries
    self.source = source
    var places: [[String]: Int] = [:]
    for (index, entry) in entries.enumerated() {
      let step = Formula.canonicalName(entry.step.text)
      places[[entry.student.text, entry.exercise.text, step]] = index
    }
    self.places = places
    exercises = Dictionary(grouping: entries, by: { $0.student.text }).mapValues { entries in
      Set(entries.map { $0.exercise.text }).sorted()
    }
  }

  private static func marks(
    _ value: LocatedValue, _ report: ProblemReport
  ) -> (points: [Double], place: Range<Int>, says: [Message])? {
    if case .array = value.kind {
      return report.readArray(value, calling: "the points").map { ($0, value.range, []) }
    }
    guard
      let object = ObjectReader(
        value, describing: "the mark of a step, if it is no list of points,",
        keys: [pointsKey, saysKey], report: report),
      let points: [Double] = object.requiredArray(pointsKey),
      let place = object.value(pointsKey)?.range
    else { return nil }
    let says: String? = object.optional(saysKey)
    return (points, place, says.map { ["\(visible: $0)"] } ?? [])
  }

  private static let pointsKey = Key("points", "The points for each item of the rubric.")
  private static let saysKey = Key("says", "What the student is told besides.")

  // MARK: Use

  /// All the marks, in the order they were written in.
  package var marks:
    [(student: String, exercise: String, step: String, points: [Double], says: [Message])]
  {
    entries.map { ($0.student.text, $0.exercise.text, $0.step.text, $0.points, $0.says) }
  }

  /// The marks for a step.
  package func entry(_ student: String, _ exercise: String, _ step: String) -> Entry? {
    places[[student, exercise, step]].map { entries[$0] }
  }

  /// The exercises for which a student has marks.
  package func exercises(of student: String) -> [String] {
    exercises[student] ?? []
  }

  /// Puts the marks where a person had to read.
  package func apply(to feedback: inout Feedback, of exercise: Exercise) {
    for (index, step) in exercise.steps.enumerated() {
      guard let rubric = step.assignment?.rubric, !rubric.isEmpty,
        let entry = entry(feedback.student, exercise.id, step.name),
        entry.points.count == rubric.count
      else { continue }
      let points = entry.points.reduce(0, +)
      feedback.steps[index].points = points
      feedback.steps[index].status =
        points >= rubric.outOf ? .correct : points > 0 ? .partial : .incorrect
      feedback.steps[index].says =
        zip(entry.points, rubric).map { given, item -> Message in
          "\(number: given) of \(number: item.points): \(authored: item.says)"
        } + entry.says
    }
  }
}

extension [RubricItem] {
  var outOf: Double { reduce(0) { $0 + $1.points } }
}

extension ProblemReport {
  /// The members of an object of names; none, with a problem reported, where it is no object.
  fileprivate func members(
    of value: LocatedValue, _ subject: String
  ) -> [(name: LocatedString, value: LocatedValue)] {
    guard case .object(let members) = value.kind else {
      report(
        "\(subject) an object of names, but here is \(value.described(in: source))", at: value)
      return []
    }
    return members.map { (LocatedString(text: $0.name, range: $0.nameRange), $0.value) }
  }
}
