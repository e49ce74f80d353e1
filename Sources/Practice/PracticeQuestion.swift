/// Something a practice session asks for: a value to choose, or the answer to a step.
package enum PracticeQuestion: Hashable, Sendable {
  /// The index of a choice of the exercise.
  case choice(Int)
  /// The index of a step of the exercise.
  case step(Int)
}
