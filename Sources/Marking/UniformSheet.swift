import Answers
import Exercises
import Formulas

/// A sheet on which every answer is made of nearly one number, or two in turn, and zeros, or all
/// answers are one value.
///
/// Ones everywhere take no knowledge, nor do 1.001, 1.002 and so on, and much follows from them: a
/// bias gradient that is the mean of equal error signals, an activation that they stand for when read
/// as one digit. What is right by the key counts all the same; nothing is credited beyond that.
struct UniformSheet {
  /// The fewest answers, for each of the numbers they are made of, that are no coincidence.
  private static let fewest = 3
  /// The most numbers that may come again and again.
  private static let mostNumbers = 2
  /// How far apart, as a share of the first, what counts as one number may lie.
  private static let nearness = 0.1

  /// The numbers that all answers are made of, each as it stands first; none where all are one value.
  private var numbers: [Double] = []

  /// Nil where the answers differ, where they are few, or where most of them are right.
  init?(_ sheet: AnswerSheet, _ marks: [StepFeedback], of exercise: Exercise) {
    var first: Tensor?
    var (areFewNumbers, isOneValue) = (true, true)
    var (answered, right) = (0, 0)
    for (index, step) in exercise.steps.enumerated() where step.value != nil {
      guard case .value(let value) = sheet.steps[index] else { continue }
      answered += 1
      if marks[index].status == .correct { right += 1 }
      for entry in value.tensor.entries where entry != 0 && areFewNumbers {
        let isKnown = numbers.contains { abs(entry - $0) <= UniformSheet.nearness * abs($0) }
        if !isKnown { numbers.append(entry) }
        areFewNumbers = numbers.count <= UniformSheet.mostNumbers
      }
      if first == nil { first = value.tensor }
      if first != value.tensor { isOneValue = false }
      if !areFewNumbers, !isOneValue { return nil }
    }
    if isOneValue { numbers = [] }
    let fewest = UniformSheet.fewest * max(numbers.count, 1)
    if answered < fewest || 2 * right >= answered { return nil }
  }

  /// The marks without what was credited for more than being right.
  func charged(_ marks: [StepFeedback], of exercise: Exercise) -> [StepFeedback] {
    zip(exercise.steps, marks).map { step, mark in
      guard step.value != nil, mark.points > 0, mark.status != .correct else { return mark }
      var mark = mark
      mark.status = .incorrect
      mark.points = 0
      mark.follows = []
      mark.diagnosis = nil
      mark.says = [numbers.count > 1 ? .alternating : .uniform]
      return mark
    }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let uniform: Message =
    "All answers on this sheet are the same, so nothing is taken to follow from them."

  fileprivate static let alternating: Message =
    "All answers on this sheet are made of two numbers, so nothing is taken to follow from them."
}
