import Answers
import Exercises
import Formulas

/// The answers that are still asked for, which no number in a message may be.
package struct OpenAnswers {
  private var entries: [Entry] = []

  private struct Entry {
    let right: Double
    let tolerance: Tolerance
    /// How far from it nothing is right any more; a little more, for rounding.
    let reach: Double

    init(right: Double, tolerance: Tolerance) {
      (self.right, self.tolerance) = (right, tolerance)
      reach =
        1.001 * TypedEntry.reach(around: right, scale: abs(right), tolerance)
        + 1e-12 * abs(right)
    }

    /// Whether a number is right by itself; what passes beside far larger entries alone tells nothing.
    ///
    /// - Parameter lastDigit: The power of ten of its last digit; nil where all digits are there.
    func isAnswered(by number: Double, lastDigit: @autoclosure () -> Int?) -> Bool {
      guard abs(number - right) <= reach else { return false }
      return TypedEntry(number, lastDigit: lastDigit(), for: right, tolerance)
        .isRight(scale: abs(right))
    }
  }

  /// - Parameter key: The right values.
  package init(_ steps: [ValueStep], _ key: Evaluation) {
    for step in steps {
      for right in key.value(of: step.slot).entries where right != 0 {
        entries.append(Entry(right: right, tolerance: step.tolerance))
      }
    }
  }

  /// Those for which a number is not right that the student has anyway.
  func without(_ known: Double) -> OpenAnswers {
    var rest = self
    rest.entries.removeAll { $0.isAnswered(by: known, lastDigit: nil) }
    return rest
  }

  /// Whether one of the numbers of a message, as it is written, would be right for one of them; as a
  /// minus may be an operator, a negative number counts without it as well.
  ///
  /// - Parameter own: What tells nothing: what the student wrote, and how far a value was moved, which
  ///   is the same whatever the answers are.
  func areTold(by numbers: [Message.WrittenNumber], besides own: [Double]) -> Bool {
    numbers.contains { written in
      let number = written.value
      if own.contains(where: { abs($0) == abs(number) }) { return false }
      func isTold(_ number: Double, _ entry: Entry) -> Bool {
        entry.isAnswered(by: number, lastDigit: TypedValue.lastDigit(of: written.text))
      }
      return entries.contains { isTold(number, $0) || isTold(abs(number), $0) }
    }
  }
}
