import Formulas

/// What has been said of explanations, for the next sheet in which the same is to be said: a class makes
/// the same slips over and over.
final class ToldReasons: Sendable {
  /// Explanations of a step's value, as what is said depends on them.
  private struct Key: Hashable, Sendable {
    let step: Program.Slot
    let parts: [Part]
  }

  private struct Part: Hashable, Sendable {
    let chosen: Space.Chosen
    let isSure: Bool
  }

  private let reasons = KeptTable<Key, Tutor.Reason>()

  /// What is said of explanations of a step, made if it has not been said yet.
  func reason(
    of accounts: [Diagnostician.Account], at step: Program.Slot, _ make: () -> Tutor.Reason
  ) -> Tutor.Reason {
    guard let key = ToldReasons.key(of: accounts, at: step) else { return make() }
    return reasons.value(of: key, make)
  }

  /// Nil where one is not an explanation of the step's value as a whole.
  private static func key(
    of accounts: [Diagnostician.Account], at step: Program.Slot
  ) -> Key? {
    var parts: [Part] = []
    for account in accounts {
      guard let chosen = account.chosen, account.origin == step, account.likewise.isEmpty else {
        return nil
      }
      parts.append(Part(chosen: chosen, isSure: account.isSure))
    }
    return Key(step: step, parts: parts)
  }
}
