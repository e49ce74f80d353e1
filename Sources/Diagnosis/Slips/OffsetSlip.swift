import Answers
import Formulas
import Numerics

/// The number is off by one unit: one digit is one too large or too small.
package enum OffsetSlip: SlipDefinition {
  package static let id = "offset"
  package static let gist: Message = "got a single digit wrong by one"
  package static let examples = [
    SlipExample(expected: "175", submitted: "176", applies: true),
    SlipExample(expected: "0.5622", submitted: "0.5722", applies: true),
    SlipExample(expected: "0.5622", submitted: "0.5822", applies: false),
    SlipExample(expected: "[0.1111, 0.2222]", submitted: "[0.2111, 0.3222]", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    guard let entry = attempt.onlyWrong, let lastDigit = attempt.value.lastDigits[entry],
      let first = PowerOfTen.exponent(of: attempt.value.tensor[entry]), first >= lastDigit,
      first - lastDigit < 12
    else { return nil }
    // Whole numbers are miscounted by one; in others any digit may be misread.
    let isWhole = lastDigit >= 0
    for digit in isWhole ? 0...0 : lastDigit...first {
      for step in [PowerOfTen.power(digit), -PowerOfTen.power(digit)]
      where attempt.agrees(entry, with: attempt.expected[entry] + step) {
        let place = attempt.label(entry)
        return SlipExplanation(
          says: isWhole ? .miscounted(place) : .misread(place),
          versions: isWhole ? 2 : 2 * (first - lastDigit + 1), bits: isWhole ? 5.3 : 6)
      }
    }
    return nil
  }
}

extension Message {
  /// By how much would be the answer, but for its sign.
  fileprivate static func miscounted(_ place: String) -> Message {
    "\(name: place) is nearly right; count again."
  }

  fileprivate static func misread(_ place: String) -> Message {
    "\(name: place): one digit is off by one."
  }
}
