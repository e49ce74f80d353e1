import Answers
import Formulas
import Numerics

/// The digits are right, the decimal point is not.
package enum PowerOfTenSlip: SlipDefinition {
  package static let id = "power-of-ten"
  package static let gist: Message = "misplaced a decimal point"
  package static let examples = [
    SlipExample(expected: "0.05622", submitted: "0.5622", applies: true),
    SlipExample(expected: "-0.002120", submitted: "-0.0002120", applies: true),
    SlipExample(expected: "0.05622", submitted: "0.6522", applies: false),
    SlipExample(expected: "[0.1111, 0.2222]", submitted: "[1.111, 0.0222]", applies: false),
    SlipExample(expected: "0.0005", submitted: "0", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    // Zero has no digits that could be right.
    if attempt.wrong.contains(where: { attempt.value.tensor[$0] == 0 }) { return nil }
    for power in [1, -1, 2, -2, 3, -3] {
      let factor = PowerOfTen.power(power)
      guard attempt.isExplained(by: { $0 * factor }) else { continue }
      let place = attempt.onlyWrong.map(attempt.label) ?? attempt.name
      return SlipExplanation(
        says: .misplaced(place, abs(power)), versions: 6, bits: 4.5,
        edit: attempt.ifWhole {
          let power = Expression(.number(factor, spelling: NumberText.shortest(factor)))
          return Expression(.binary(.multiply, $0, power))
        })
    }
    return nil
  }
}

extension Message {
  fileprivate static func misplaced(_ place: String, _ places: Int) -> Message {
    let count: Message = places == 1 ? "one place" : "\(places) places"
    return "\(name: place): the digits are right, but the decimal point is off by \(count)."
  }
}
