import Answers
import Formulas

/// Two entries stand in each other's place.
package enum SwappedEntriesSlip: SlipDefinition {
  package static let id = "swapped-entries"
  package static let gist: Message = "swapped two entries"
  package static let examples = [
    SlipExample(expected: "[0.1234, 0.5678]", submitted: "[0.5678, 0.1234]", applies: true),
    SlipExample(
      expected: "[0.1111, 0.2222, 0.3333]", submitted: "[0.1111, 0.3333, 0.2222]", applies: true),
    SlipExample(
      expected: "[0.1111, 0.2222, 0.3333]", submitted: "[0.2222, 0.3333, 0.1111]",
      applies: false),
    SlipExample(expected: "[0.1234, 0.5678]", submitted: "[0.5678, 0.1334]", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    guard attempt.wrong.count == 2 else { return nil }
    let (first, second) = (attempt.wrong[0], attempt.wrong[1])
    guard attempt.agrees(first, with: attempt.expected[second]),
      attempt.agrees(second, with: attempt.expected[first])
    else { return nil }
    let count = attempt.expected.entries.count
    return SlipExplanation(
      says: .swapped(attempt.label(first), attempt.label(second)),
      versions: count * (count - 1) / 2,
      bits: 4)
  }
}

extension Message {
  fileprivate static func swapped(_ first: String, _ second: String) -> Message {
    "\(name: first) and \(name: second) stand in each other's place."
  }
}
