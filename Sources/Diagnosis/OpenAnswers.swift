import Answers
import Exercises
import Formulas

/// The answers that are still asked for, which no number in a message may be.
package struct OpenAnswers {
  private var entries: [Entry] = []

  private struct Entry {
    let right: Double
    let scale: Double
    let tolerance: Tolerance

    func isAnswered(by number: Double, lastDigit: Int?) -> Bool {
      TypedEntry(number, lastDigit: lastDigit, for: right, tolerance).isRight { scale }
    }
  }

  /// - Parameter key: The right values.
  package init(_ steps: [ValueStep], _ key: Evaluation) {
    for step in steps {
      let value = key.value(of: step.slot)
      let scale = value.scale
      // Beside a large entry any small number is right for one that counts for nothing.
      for right in value.entries where abs(right) > TypedEntry.unit(of: scale, digit: 2) {
        entries.append(Entry(right: right, scale: scale, tolerance: step.tolerance))
      }
    }
  }

  /// Those for which a number is not right that the student has anyway.
  func without(_ known: Double) -> OpenAnswers {
    var rest = self
    rest.entries.removeAll { $0.isAnswered(by: known, lastDigit: nil) }
    return rest
  }

  /// Whether a number of a message, as it is written, would be right for one of them, with a minus
  /// or without.
  ///
  /// - Parameter given: What the student wrote.
  func areTold(by message: Message, besides given: Double) -> Bool {
    message.numbersWritten.contains { written in
      guard let number = Double(written), number != abs(given) else { return false }
      let lastDigit = TypedValue.lastDigit(of: written)
      return entries.contains {
        $0.isAnswered(by: number, lastDigit: lastDigit)
          || $0.isAnswered(by: -number, lastDigit: lastDigit)
      }
    }
  }
}
