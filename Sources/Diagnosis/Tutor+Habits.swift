import Exercises
import Formulas

extension Tutor {
  /// The reasons for answers that prove too little each by itself.
  ///
  /// What the student did elsewhere in the sheet is likely here too, and what gives several of the
  /// answers is as likely as all of them together make it.
  /// - Parameter habits: What was found in other steps.
  package func reasons(
    for wrongs: [Diagnostician.Case], after habits: Set<Habit>
  ) -> [Reason?] {
    if wrongs.count < 2, habits.isEmpty { return wrongs.map { _ in nil } }
    let suspicions = wrongs.map { diagnostician.suspicions(of: $0) }
    var together: [Habit: Double] = [:]
    for (wrong, found) in zip(wrongs, suspicions) {
      for habit in found.keys { together[habit, default: 0] += wrong.evidence.bits }
    }
    return zip(wrongs, suspicions).map { wrong, found in
      let believed = found.filter { habit, account in
        if habits.contains(habit) { return wrong.evidence.bits >= Belief.ofHabit }
        guard let bits = together[habit], bits > wrong.evidence.bits else { return false }
        return account.bits <= diagnostician.limit(ofAnswersOf: bits, to: wrong.step.slot)
      }
      let order = believed.values.sorted {
        ($0.bits, $0.mutation.formula.text) < ($1.bits, $1.mutation.formula.text)
      }
      guard let plainest = order.first else { return nil }
      return told([plainest], wrong)
    }
  }
}

extension Diagnostician {
  /// Everything that gives an answer, believed or not, the plainest of each habit.
  fileprivate func suspicions(of wrong: Case) -> [Habit: Account] {
    guard wrong.evidence.bits >= Belief.ofHabit else { return [:] }
    var found: [Habit: Account] = [:]
    for account in everything(thatGives: wrong) {
      let edits = account.mutation.edits.map { $0.kind.rawValue }
      guard
        let habit = Habit(
          account.mutation.formula.expression, edits, at: account.origin, in: exercise),
        account.bits < found[habit]?.bits ?? .infinity
      else { continue }
      found[habit] = account
    }
    return found
  }
}
