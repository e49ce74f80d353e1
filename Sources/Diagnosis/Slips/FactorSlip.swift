import Answers
import Formulas

/// Everything wrong is the right value times 2, ½, or the number of entries or its inverse.
package enum FactorSlip: SlipDefinition {
  package static let id = "factor"
  package static let gist: Message = "came out too large or too small by a whole factor"
  package static let examples = [
    SlipExample(expected: "0.2512", submitted: "0.5024", applies: true),
    SlipExample(
      expected: "[0.1111, 0.2222, 0.5555]", submitted: "[0.3333, 0.6666, 1.6665]", applies: true),
    SlipExample(expected: "0.2512", submitted: "0.5124", applies: false),
    SlipExample(expected: "[0.1111, 0.2222]", submitted: "[0.2222, 0.2323]", applies: false),
    SlipExample(expected: "[-2, 1, 1]", submitted: "[-2, 1, 2]", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    let count = attempt.expected.entries.count
    // Of two small whole numbers one is often twice the other.
    if let only = attempt.onlyWrong, count > 1, attempt.value.tensor[only].isDigit { return nil }
    let factors = Set([2, 4, count].filter { $0 > 1 }).sorted()
    let place = attempt.onlyWrong.map(attempt.label) ?? attempt.name
    for factor in factors {
      if attempt.isExplained(by: { $0 * Double(factor) }) {
        return SlipExplanation(
          says: .tooLarge(place, factor), versions: 2 * factors.count, bits: 4.1,
          edit: attempt.ifWhole { Expression(.binary(.multiply, $0, .number(factor))) })
      }
      if attempt.isExplained(by: { $0 / Double(factor) }) {
        return SlipExplanation(
          says: .tooSmall(place, factor), versions: 2 * factors.count, bits: 4.1,
          edit: attempt.ifWhole { Expression(.binary(.divide, $0, .number(factor))) })
      }
    }
    return nil
  }
}

extension Double {
  /// Whether it is a whole number of one digit.
  fileprivate var isDigit: Bool { abs(self) < 10 && self == rounded() }
}

extension Message {
  fileprivate static func tooLarge(_ name: String, _ factor: Int) -> Message {
    "\(name: name) is too large by a factor of \(factor): look for a factor too many, or a division that was left out."
  }

  fileprivate static func tooSmall(_ name: String, _ factor: Int) -> Message {
    "\(name: name) is too small by a factor of \(factor): look for a factor that was left out, or a division too many."
  }
}
