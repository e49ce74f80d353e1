import Answers
import Formulas

/// The number has the right size and the wrong sign.
///
/// Usually a minus was lost on the way through the chain rule.
package enum SignSlip: SlipDefinition {
  package static let id = "sign"
  package static let gist: Message = "got a sign wrong"
  package static let examples = [
    SlipExample(expected: "-0.2512", submitted: "0.2512", applies: true),
    SlipExample(expected: "[0.1234, -0.5111]", submitted: "[0.1234, 0.5111]", applies: true),
    SlipExample(expected: "-0.2512", submitted: "0.5012", applies: false),
    SlipExample(expected: "[0.1234, -0.5111]", submitted: "[-0.1234, 0.4111]", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    guard attempt.isExplained(by: { -$0 }) else { return nil }
    let all = attempt.wrong.count == attempt.value.tensor.entries.count
    let places = all ? [attempt.name] : attempt.wrong.prefix(3).map(attempt.label)
    // Several lost in some entries only have a reason of their own.
    let isScattered = !all && attempt.wrong.count > 1
    return SlipExplanation(
      says: .wrongSign(places), versions: 1, bits: isScattered ? 4 : 2.4,
      edit: attempt.ifWhole { Expression(.negate($0)) })
  }
}

extension Message {
  fileprivate static func wrongSign(_ places: [String]) -> Message {
    "\(Message.names(places)): the size is right but the sign is not; look for a lost minus."
  }
}
