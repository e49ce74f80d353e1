import Exercises
import Formulas

extension Diagnostician {
  /// The steps before a wrong answer that were not handed in, and what may have been done in them.
  struct EarlierSteps {
    let steps: [(origin: Program.Slot, space: Space)]
    /// The same edit in several of them, or in them and the wrong step.
    let groups: [LayerWideEdit]
    private let names: [String]

    init(of wrong: Case, _ diagnostician: Diagnostician) {
      let origins = diagnostician.unansweredSources(of: wrong)
      steps = origins.compactMap { origin in
        diagnostician.spaces.likelySpace(of: origin).map { (origin, $0) }
      }
      groups =
        origins.isEmpty ? [] : diagnostician.plainEdits.groups(in: origins + [wrong.step.slot])
      names = origins.map { diagnostician.exercise.program.name(of: $0) }
    }

    /// Counts what is tried of them.
    func add(to plausibility: inout Plausibility) {
      for (_, space) in steps {
        plausibility.add(space.plausibility, detour: Prior.earlierStep)
      }
      for group in groups { plausibility.add(bits: group.bits) }
    }

    /// Whether an explanation is told more simply of one of them.
    func retells(_ account: Account) -> Bool {
      account.mutation.edits.contains { edit in
        edit.isOfEarlierStep || names.contains { edit.turns($0) }
      }
    }
  }

  /// The explanations by what was done in earlier steps that were not handed in.
  ///
  /// - Parameter own: The plainest explanation by the step's own formula.
  func explain(
    _ wrong: Case, _ earlier: EarlierSteps, _ plausibility: Plausibility, beside own: Account?
  ) -> [Account] {
    let shape = exercise.program.shape(of: wrong.step.slot)
    guard shape.serves(for: wrong.value.tensor.shape) else { return [] }
    var limit = plausibility.limit(ofAnswerOf: wrong.evidence.bits)
    if let own { limit = min(limit, own.bits + Belief.leewayOfEarlier) }
    let target = Target(wrong.value, wrong.step.tolerance)
    var found: [Account] = []
    for (origin, space) in earlier.steps {
      let search = EarlierSearch(
        space: space, origin: origin, path: path(from: [origin], to: wrong), step: wrong.step.slot,
        target: target)
      let matches = search.matches(in: wrong.contexts, within: limit - Prior.earlierStep) {
        isPossible($0, from: [origin], wrong)
      }
      found += matches.prefix(12).map { match in
        Account(
          mutation: space.mutation(match.chosen), origin: origin,
          bits: match.bits + Prior.earlierStep, entries: match.entries)
      }
    }
    for group in earlier.groups where group.bits <= limit {
      guard let entries = entries(group, wrong, target) else { continue }
      found.append(
        Account(
          mutation: group.mutation, origin: group.slots[0],
          likewise: Array(group.slots.dropFirst()), bits: group.bits, entries: entries))
    }
    let plain = found.filter { !earlier.retells($0) }
    return (plain.isEmpty ? found : plain).withoutNeedlessGroups.ties.map { account in
      var account = account
      account.isSure =
        plausibility.surplus(ofAnswerOf: wrong.evidence.bits, cost: account.bits) >= Belief.sure
      return account
    }
  }

  /// What comes of the same edit in every layer at once; nil where it is not what was typed.
  private func entries(_ group: LayerWideEdit, _ wrong: Case, _ target: Target) -> [Double]? {
    let path = path(from: group.slots, to: wrong)
    for context in wrong.contexts {
      var evaluation = context
      group.run(in: &evaluation, along: path)
      if target.agrees(with: evaluation, at: wrong.step.slot),
        isPossible(evaluation, from: group.slots, wrong)
      {
        return evaluation.value(of: wrong.step.slot).entries
      }
    }
    return nil
  }

  /// Whether the answer is wrong with these values, and nothing that is right speaks against them.
  private func isPossible(
    _ evaluation: Evaluation, from origins: [Program.Slot], _ wrong: Case
  ) -> Bool {
    let slot = wrong.step.slot
    let key = wrong.contexts[0]
    let isRight = (0..<exercise.program.shape(of: slot).count).allSatisfy {
      wrong.step.tolerance.accepts(evaluation.entry($0, of: slot), for: key.entry($0, of: slot))
    }
    return !isRight && !isRefuted(evaluation, from: origins, wrong)
  }
}

extension [Diagnostician.Account] {
  /// Those that are not the same edit in every layer where one edit comes to the same, as plainly.
  var withoutNeedlessGroups: [Diagnostician.Account] {
    filter { account in
      account.likewise.isEmpty
        || !contains { $0.likewise.isEmpty && $0.bits <= account.bits && $0.isSame(as: account) }
    }
  }

  /// The plainest, and those hardly more far-fetched or with the very same numbers.
  fileprivate var ties: [Diagnostician.Account] {
    let order = indices.sorted { (self[$0].bits, $0) < (self[$1].bits, $1) }.map { self[$0] }
    guard let best = order.first else { return [] }
    return order.filter { account in
      account.bits
        <= best.bits + (account.isSame(as: best) ? Belief.leewayOfSame : Belief.leewayOfNear)
    }
  }
}

extension Diagnostician.Account {
  /// Whether the other comes to the same numbers to the last digit.
  fileprivate func isSame(as other: Diagnostician.Account) -> Bool {
    entries.areSame(as: other.entries)
  }
}

extension Mutation.Edit {
  /// Whether a value stands where it is computed, got wrong on the way.
  fileprivate var isOfEarlierStep: Bool {
    guard kind == .wrongName, case .replaced(_, let other) = change else { return false }
    switch other.node {
    case .name, .transpose: return false
    case .call(.abs, _), .call(.ones, _), .call(.rowSums, _): return false
    default: return true
    }
  }

  /// Whether rows and columns of a value are exchanged.
  fileprivate func turns(_ name: String) -> Bool {
    guard kind == .addTranspose, case .replaced(let before, _) = change else { return false }
    if case .name(name) = before.node { return true }
    return false
  }
}
