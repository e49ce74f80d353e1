/// The verdict on a step.
package enum Status: String, CaseIterable, Sendable {
  case correct
  /// Right on the student's own, wrong earlier values.
  case followsThrough
  /// Some of the points, for part of the answer or for an answer the author values.
  case partial
  case incorrect
  case unanswered
  case unreadable
  /// Left to a person.
  case toBeRead
  /// The grader could not tell, for a reason that is not the student's.
  case notRun
}

extension Status {
  /// Its place among all of them.
  package var number: Int {
    switch self {
    case .correct: 0
    case .followsThrough: 1
    case .partial: 2
    case .incorrect: 3
    case .unanswered: 4
    case .unreadable: 5
    case .toBeRead: 6
    case .notRun: 7
    }
  }

  /// By its place rather than by its text: tables of a class are asked for it with every step.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(number)
  }
}
