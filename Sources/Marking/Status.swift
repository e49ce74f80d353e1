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
