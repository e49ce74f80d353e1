import Answers
import Formulas
import Numerics

/// Two neighbouring digits are exchanged.
package enum SwappedDigitsSlip: SlipDefinition {
  package static let id = "swapped-digits"
  package static let gist: Message = "swapped two digits"
  package static let examples = [
    SlipExample(expected: "0.5622", submitted: "0.5262", applies: true),
    SlipExample(expected: "[0.5, -0.002347]", submitted: "[0.5, -0.003247]", applies: true),
    SlipExample(expected: "0.5622", submitted: "0.6225", applies: false),
    SlipExample(expected: "0.5622", submitted: "0.5722", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    guard let entry = attempt.onlyWrong, let lastDigit = attempt.value.lastDigits[entry],
      (-12...0).contains(lastDigit)
    else { return nil }
    let expected = attempt.expected[entry]
    let written = NumberText.fixed(abs(expected), decimals: -lastDigit)
    for (index, exchange) in ExchangedDigits.all(of: written).enumerated() {
      guard let size = Double(exchange.text),
        attempt.agrees(entry, with: expected < 0 ? -size : size)
      else { continue }
      return SlipExplanation(
        says: .swapped(attempt.label(entry), exchange.second, exchange.first),
        versions: max(index + 1, written.utf8.count - 2), bits: 4.5)
    }
    return nil
  }
}

extension Message {
  fileprivate static func swapped(
    _ place: String, _ first: Character, _ second: Character
  ) -> Message {
    "\(name: place): digits \(written: String(first)) and \(written: String(second)) look swapped."
  }
}
