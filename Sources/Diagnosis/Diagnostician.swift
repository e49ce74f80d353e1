import Answers
import Exercises
import Formulas

/// Finds the smallest edit of the exercise's formulas that gives a student's wrong answer.
///
/// The step's own formula is edited, and those of earlier values that were not answered, on the way
/// to this step. What is found reproduces every entry while the key does not.
package struct Diagnostician: Sendable {
  let exercise: Exercise
  let plainEdits: PlainEdits
  private let prints: PrintTable
  let spaces: SpaceTable

  init(_ exercise: Exercise) {
    self.exercise = exercise
    prints = PrintTable(exercise)
    spaces = SpaceTable(exercise)
    plainEdits = PlainEdits(exercise, spaces)
  }

  /// A wrong answer with all that is needed to explain it.
  package struct Case {
    let step: ValueStep
    let value: TypedValue
    /// The key first, then the evaluations on the student's own values.
    let contexts: [Evaluation]
    /// The values in whose place the student's own answers stand.
    let replaced: SlotSet
    /// What was handed in for all steps, before this one and behind it.
    let answers: [Answered]
    let evidence: Evidence

    package init(
      step: ValueStep, value: TypedValue, contexts: [Evaluation], replaced: SlotSet,
      answers: [Answered] = [],
      evidence: Evidence
    ) {
      self.step = step
      self.value = value
      self.contexts = contexts
      self.replaced = replaced
      self.answers = answers
      self.evidence = evidence
    }
  }

  /// An answer of the sheet, as it was typed.
  package struct Answered {
    let step: ValueStep
    let value: TypedValue
    let isRight: Bool

    package init(_ value: TypedValue, to step: ValueStep, isRight: Bool) {
      self.step = step
      self.value = value
      self.isRight = isRight
    }
  }

  /// Edits that give the answer.
  struct Account {
    let mutation: Mutation
    /// The value whose formula was edited.
    let origin: Program.Slot
    /// Which of the explanations of a step's value it is; nil for what is none of them.
    var chosen: Space.Chosen?
    /// Further values whose formulas were edited in the same way.
    var likewise: [Program.Slot] = []
    /// How far-fetched it is.
    let bits: Double
    /// What they come to, with all digits.
    var entries: [Double] = []
    /// The entries in which it was done, where it was not done in all.
    var places: Set<Int>?
    /// Whether it is so much likelier than chance that it may be told as a fact.
    var isSure = true
  }

  /// The explanations of a wrong answer, here or on the way here; several where the numbers cannot
  /// tell them apart, none where there is none.
  func explain(_ wrong: Case) -> [Account] {
    guard let space = spaces.space(of: wrong.step.slot) else { return [] }
    let earlier = EarlierSteps(of: wrong, self)
    var plausibility = space.plausibility
    earlier.add(to: &plausibility)
    var accounts = explain(wrong, in: space, plausibility)
    var found = explain(wrong, earlier, plausibility, beside: accounts.first)
    // A sign that is the wrong way round here could always be so in what was not handed in.
    if accounts.contains(where: { $0.isOfSign }) { found.removeAll { $0.isOfSign } }
    // What was done in a step that was not handed in was done there, not only here.
    if !found.isEmpty { accounts.removeAll { earlier.retells($0) } }
    accounts = (accounts + found).withoutNeedlessGroups
    if accounts.isEmpty { accounts = ofOtherShape(wrong) }
    if accounts.isEmpty { accounts = misreadDigits(wrong) }
    return plainest(accounts)
  }

  // MARK: The step's own formula

  func explain(
    _ wrong: Case, in space: Space, _ plausibility: Plausibility
  ) -> [Account] {
    let limit = plausibility.limit(ofAnswerOf: wrong.evidence.bits)
    guard limit > 0 else { return [] }
    let search = SpaceSearch(space: space, target: Target(wrong.value, wrong.step.tolerance))
    let whole = search.matches(in: wrong.contexts, within: limit)
    let matches =
      whole.isEmpty ? search.matchesInPart(in: wrong.contexts, within: limit) : whole
    return accounts(matches.prefix(12), wrong, space, plausibility)
  }

  /// Whatever gives the answer, believed or not; nothing where the right calculation does.
  func everything(thatGives wrong: Case) -> [Account] {
    guard let space = spaces.space(of: wrong.step.slot) else { return [] }
    let search = SpaceSearch(space: space, target: Target(wrong.value, wrong.step.tolerance))
    let matches = search.matches(in: wrong.contexts, within: Space.farthest, keepsAll: true)
    return accounts(matches.prefix(60), wrong, space, space.plausibility)
  }

  /// The most bits that a reason for answers which carry so many together may cost.
  func limit(ofAnswersOf bits: Double, to slot: Program.Slot) -> Double {
    spaces.space(of: slot)?.plausibility.limit(ofAnswerOf: bits) ?? 0
  }

  private func accounts(
    _ matches: ArraySlice<SpaceSearch.Match>, _ wrong: Case, _ space: Space,
    _ plausibility: Plausibility
  ) -> [Account] {
    matches.map { match in
      var mutation = space.mutation(match.chosen)
      if let places = match.places,
        let patched = Expression.entries(
          of: mutation.formula.expression, at: places, elsewhere: space.formula(0, 0),
          exercise.program.shape(of: wrong.step.slot), indexBase: exercise.program.indexBase)
      {
        mutation = Mutation(formula: Formula(patched), edits: mutation.edits)
      }
      return Account(
        mutation: mutation, origin: wrong.step.slot,
        chosen: match.places == nil && space.isOfStep ? match.chosen : nil,
        bits: match.bits, entries: match.isTransposed ? [] : match.entries, places: match.places,
        isSure: plausibility.surplus(ofAnswerOf: wrong.evidence.bits, cost: match.bits)
          >= Belief.sure)
    }
  }

  /// Those that are hardly more far-fetched than the plainest, of those that say the same in other
  /// words only one.
  private func plainest(_ accounts: [Account]) -> [Account] {
    let order = accounts.indices.sorted { (accounts[$0].bits, $0) < (accounts[$1].bits, $1) }
      .map { accounts[$0] }
    guard order.count > 1, let best = order.first else { return order }
    let near = order.filter {
      $0.bits <= best.bits
        + ($0.origin == best.origin ? Belief.leewayOfSame : Belief.leewayOfEarlier)
    }.withoutIdleReplacements
    let here = near.filter { $0.likewise.isEmpty }
    let alike = near.filter { !$0.likewise.isEmpty }
    if here.count < 2 { return Array((here + alike).prefix(Belief.most)) }
    var kept: [Account] = []
    var keptPrints: [Probe.Print] = []
    for (account, print) in zip(here, prints.prints(of: here.map { $0.mutation.formula })) {
      guard let print else { continue }
      let isKnown = zip(kept, keptPrints).contains {
        $0.origin == account.origin && $1.isSame(as: print)
      }
      if isKnown { continue }
      kept.append(account)
      keptPrints.append(print)
    }
    return Array((kept + alike).prefix(Belief.most))
  }

  // MARK: On the way here

  /// The values on the way to the step that are computed rather than answered, in order.
  func unansweredSources(of wrong: Case) -> [Program.Slot] {
    var seen: Set<Program.Slot> = []
    var waiting = exercise.program.reads(of: wrong.step.slot)
    while let slot = waiting.popLast() {
      if exercise.program.isInput(slot) || wrong.replaced.contains(slot) { continue }
      guard seen.insert(slot).inserted else { continue }
      waiting += exercise.program.reads(of: slot)
    }
    return seen.isEmpty ? [] : exercise.program.definitions.filter(seen.contains)
  }

  /// What has to be computed again, in order, when some values change: all that depends on them
  /// and is not answered, up to the step itself.
  func path(from origins: [Program.Slot], to wrong: Case) -> [Program.Slot] {
    var changed = Set(origins)
    var path: [Program.Slot] = []
    for slot in exercise.program.definitions {
      if slot == wrong.step.slot || !wrong.replaced.contains(slot), !origins.contains(slot),
        exercise.program.reads(of: slot).contains(where: changed.contains)
      {
        changed.insert(slot)
        path.append(slot)
      }
      if slot == wrong.step.slot { break }
    }
    return path
  }
}

extension [Diagnostician.Account] {
  /// The accounts, the plainest first, less those that put 1 into the place of a factor or 0 into that
  /// of a term, where leaving it out explains as much.
  fileprivate var withoutIdleReplacements: [Diagnostician.Account] {
    enumerated().filter { place, account in
      guard case .replaced(let part, _)? = account.onlyEdit?.change else { return true }
      return !self[..<place].contains { plainer in
        guard plainer.origin == account.origin, let edit = plainer.onlyEdit else { return false }
        let isNeutral = edit.kind == .dropFactor || edit.kind == .dropTerm
        return isNeutral && edit.change == .dropped(part)
      }
    }.map { $0.element }
  }
}

extension Diagnostician.Account {
  /// Whether nothing but a sign is wrong.
  fileprivate var isOfSign: Bool { onlyEdit?.kind == .flipSign }

  /// What was done, where it is one thing.
  fileprivate var onlyEdit: Mutation.Edit? {
    mutation.edits.count == 1 ? mutation.edits[0] : nil
  }
}
