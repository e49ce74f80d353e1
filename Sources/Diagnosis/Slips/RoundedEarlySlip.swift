import Answers
import Exercises
import Formulas
import Numerics

/// The value is right as far as it goes, but was rounded too early or too coarsely.
package enum RoundedEarlySlip: SlipDefinition {
  package static let id = "rounded-early"
  package static let gist: Message = "rounded too early"
  package static let examples = [
    SlipExample(expected: "0.5622", submitted: "0.56", .decimals(4), applies: true),
    SlipExample(expected: "[0.5622, 0.7109]", submitted: "[0.5622, 0.7128]", applies: true),
    SlipExample(expected: "0.5622", submitted: "0.58", applies: false),
    SlipExample(expected: "[0.5622, 0.7109]", submitted: "[0.5622, 0.7203]", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    if attempt.wrong.isEmpty { return nil }
    let place = attempt.onlyWrong.map(attempt.label) ?? attempt.name
    if attempt.wrong.allSatisfy({ isCoarse($0, attempt) }) {
      return SlipExplanation(
        says: .tooCoarse(place, Message(attempt.tolerance)), versions: 1, bits: 0)
    }
    if attempt.wrong.allSatisfy({ isNear($0, attempt) }) {
      return SlipExplanation(says: .tooEarly(place), versions: 10, bits: 7)
    }
    return nil
  }

  /// Whether an entry is the expected one rounded to the digits typed, two at the least.
  private static func isCoarse(_ entry: Int, _ attempt: Attempt) -> Bool {
    let (typed, expected) = (attempt.value.tensor[entry], attempt.expected[entry])
    guard let lastDigit = attempt.value.lastDigits[entry],
      let first = PowerOfTen.exponent(of: typed), first > lastDigit
    else { return false }
    let unit = PowerOfTen.power(lastDigit)
    return unit > attempt.tolerance.bound(for: expected)
      && abs(typed - expected) <= unit * 0.5000001
  }

  /// Whether an entry is so near that only rounding on the way can be to blame.
  private static func isNear(_ entry: Int, _ attempt: Attempt) -> Bool {
    let (typed, expected) = (attempt.value.tensor[entry], attempt.expected[entry])
    let distance = abs(typed - expected)
    // As typed, the bound is wide already.
    let most: Double = attempt.tolerance.isAsTyped ? 2 : 5
    return distance <= most * attempt.tolerance.bound(for: expected)
      && distance <= 0.005 * abs(expected)
  }
}

extension Message {
  fileprivate static func tooCoarse(_ place: String, _ rule: Message) -> Message {
    "\(name: place) is right as far as it goes, but rounded too coarsely: give it \(rule)."
  }

  fileprivate static func tooEarly(_ place: String) -> Message {
    "\(name: place) is very near: it looks as if a value was rounded too early on the way."
  }
}
