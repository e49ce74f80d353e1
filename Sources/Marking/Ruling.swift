import Answers

/// A person's last word on a step, an exercise or a student.
///
/// What the grader found stands beside it and is never written over.
package struct Ruling: Hashable, Sendable {
  /// The points that count in place of those that were found.
  package var points: Double?
  /// Points on top, whatever the maximum.
  package var bonus: Double?
  /// Whether it counts neither for nor against the student.
  package var isExcused = false
  /// What the student is told.
  package var words: [Message] = []
  /// Who decided, and why; for whoever has the results.
  package var by: String?
  package var why: String?
  /// What the grader found: the verdict on a step, and the points.
  package var foundStatus: Status?
  package var foundPoints: Double?
  /// What was found out of.
  package var foundOutOf: Double?

  package init() {}

  /// Whether it decides nothing.
  package var isBlank: Bool { points == nil && bonus == nil && !isExcused && words.isEmpty }
}
