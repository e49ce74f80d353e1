import LocatedJSON
import Reports

/// The columns of a gradebook that has an assignment: what counts, and how it came about.
package struct GradebookColumns: Sendable {
  private let exercises: [String]

  package init(_ assignment: ClassAssignment) {
    exercises = assignment.exercises.map(\.id)
  }

  /// What every row has behind the student: first what counts of each exercise, then the sums, then
  /// how each exercise came to count so much.
  var titles: [String] {
    exercises + ["raw", "scaled", "penalty", "bonus", "reason", "max", "total"]
      + exercises.flatMap { id in GradebookColumns.details.map { "\(id) \($0)" } }
  }

  private static let details = [
    "raw", "raw max", "scaled", "penalty", "bonus", "max", "handed in", "reason",
  ]

  /// The cells of a row as they are written: numbers stay numbers, whatever their sign.
  func cells(of grade: Grade) -> [String] {
    let points = Numbers.points
    let counted = grade.parts.map {
      Numbers.counted($0.points, isExcused: $0.standing == .excused)
    }
    let sums =
      [grade.raw, grade.scaled, grade.penalty, grade.bonus].map(points)
      + [CSV.cell(grade.reasons.joined(separator: "; ").shownOnOneLine), points(grade.maximum)]
      + [Numbers.counted(grade.total ?? 0, isExcused: grade.total == nil)]
    return counted + sums
      + grade.parts.flatMap { part in
        [
          part.raw.map(points) ?? "", points(part.rawMaximum), points(part.scaled),
          points(part.penalty), points(part.bonus), points(part.maximum), part.time?.text ?? "",
          CSV.cell(part.reason.shownOnOneLine),
        ]
      }
  }
}
