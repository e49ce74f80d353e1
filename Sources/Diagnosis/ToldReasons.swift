import Formulas
import Numerics

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

  private let reasons = Kept<[Key: Tutor.Reason]>([:])

  /// How many are kept; a class of the most different slips needs some hundred.
  private static let most = 1024

  /// What is said of explanations of a step, made if it has not been said yet.
  func reason(
    of accounts: [Diagnostician.Account], at step: Program.Slot, _ make: () -> Tutor.Reason
  ) -> Tutor.Reason {
    guard let key = ToldReasons.key(of: accounts, at: step) else { return make() }
    if let known = reasons.update({ $0[key] }) { return known }
    let made = make()
    reasons.update { reasons in
      if reasons.count >= ToldReasons.most { reasons = [:] }
      reasons[key] = made
    }
    return made
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
