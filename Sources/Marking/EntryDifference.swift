import Answers
import Exercises
import Formulas
import Numerics

/// Which entries of a wrong answer are wrong.
struct EntryDifference {
  private let value: Tensor
  private let step: ValueStep
  private let base: Int
  private let wrong: [Int]

  init(_ value: TypedValue, _ step: ValueStep, key: Tensor, base: Int) {
    self.value = value.tensor
    self.step = step
    self.base = base
    wrong = value.wrongEntries(for: key, step.tolerance)
  }

  /// The share of entries that are right.
  var rightShare: Double {
    1 - Double(wrong.count) / Double(value.entries.count)
  }

  /// The wrong entries in words, with what was handed in and without what is right.
  var sentence: Message {
    let count = value.entries.count
    if count == 1 {
      let isPartOfCount = step.tolerance == .exact && value[0] != value[0].rounded()
      return isPartOfCount
        ? "\(number: value[0]) is not right: a whole number is asked for."
        : "\(number: value[0]) is not right."
    }
    let shown = wrong.prefix(3).map { entry -> Message in
      "\(name: label(entry)) (\(number: value[entry]))"
    }
    switch (wrong.count, count) {
    case (1, 2):
      return """
        \(name: name(0)) is not right; you have \(number: value[wrong[0]]). The other entry is.
        """
    case (1, _):
      return """
        \(name: name(0)) is not right; you have \(number: value[wrong[0]]). The other \(count - 1) \
        entries are.
        """
    case (count, _):
      return "None of the \(count) entries of \(name: step.name) is right."
    case (let wrongCount, _):
      let more: Message =
        wrongCount > shown.count ? " and \(wrongCount - shown.count) more" : ""
      return """
        \(wrongCount) of the \(count) entries of \(name: step.name) are not right: \
        \(shown.joined(by: ", "))\(more).
        """
    }
  }

  private func name(_ position: Int) -> String { step.name + label(wrong[position]) }

  private func label(_ entry: Int) -> String {
    value.indices(at: entry, from: base).inBrackets
  }
}
