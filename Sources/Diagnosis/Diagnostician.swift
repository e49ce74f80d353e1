import Answers
import Exercises
import Formulas

/// Finds the smallest edit of the exercise's formulas that gives a student's wrong answer.
///
/// The step's own formula is edited, and those of earlier values that were not answered, on the way
/// to this step. What is found reproduces every entry while the key does not.
package struct Diagnostician: Sendable {
  private let exercise: Exercise
  private let table: MutantTable

  init(_ exercise: Exercise) {
    self.exercise = exercise
    table = MutantTable(exercise)
  }

  /// A wrong answer with all that is needed to explain it.
  package struct Case {
    let step: ValueStep
    let value: TypedValue
    /// The key first, then the evaluations on the student's own values.
    let contexts: [Evaluation]
    /// The values in whose place the student's own answers stand.
    let replaced: Set<Program.Slot>
    let evidence: Evidence

    package init(
      step: ValueStep, value: TypedValue, contexts: [Evaluation], replaced: Set<Program.Slot>,
      evidence: Evidence
    ) {
      self.step = step
      self.value = value
      self.contexts = contexts
      self.replaced = replaced
      self.evidence = evidence
    }
  }

  /// Edits that give the answer.
  struct Account {
    let mutation: Mutation
    /// The value whose formula was edited.
    let origin: Program.Slot
    /// Further values whose formulas were edited in the same way.
    var likewise: [Program.Slot] = []
    /// How far-fetched it is.
    let cost: Double
  }

  /// The explanations of a wrong answer by a single edit, here or on the way here; several where
  /// the numbers cannot tell them apart, none where there is none.
  func explain(_ wrong: Case) -> [Account] {
    let own = table.singles(of: wrong.step.slot)
    let origins = unansweredSources(of: wrong)
    var candidates = Candidates(wrong)
    consider(own, wrong, &candidates, share: origins.isEmpty ? 1 : 0.7)
    if !origins.isEmpty { considerThroughProgram(wrong, own, origins, &candidates) }
    return candidates.believed
  }

  /// The explanations of a wrong answer by two edits of the step's formula.
  func explainByPair(_ wrong: Case) -> [Account] {
    // Where even the surest pair would not be believed, none need be tried.
    guard wrong.evidence.supports(share: 0.05, .close) else { return [] }
    var candidates = Candidates(wrong)
    consider(table.pairs(of: wrong.step.slot), wrong, &candidates, share: 0.5)
    return candidates.believed
  }

  // MARK: The step's own formula

  private func consider(
    _ set: MutantSet, _ wrong: Case, _ candidates: inout Candidates, share: Double
  ) {
    candidates.begin(share: share, plausibility: set.plausibility)
    var evaluation = Evaluation(set.program)
    for (number, context) in wrong.contexts.enumerated() {
      evaluation.adopt(context)
      for mutant in set.mutants where mutant.shape.serves(for: wrong.value.tensor.shape) {
        evaluation.run(mutant.slot)
        guard let fit = wrong.evidence.fit(evaluation, mutant.slot) else { continue }
        let mutation = mutant.mutation
        candidates.note(
          Account(mutation: mutation, origin: wrong.step.slot, cost: mutation.cost),
          fit, evaluation, mutant.slot, context: number)
      }
    }
  }

  // MARK: On the way here

  /// An edit of an earlier value is less likely than one of the value that was asked for.
  private static let detour = 0.3

  /// Edits the formulas of values that were not answered and lead to this step.
  private func considerThroughProgram(
    _ wrong: Case, _ own: MutantSet, _ origins: [Program.Slot], _ candidates: inout Candidates
  ) {
    let shape = exercise.program.shape(of: wrong.step.slot)
    guard shape.serves(for: wrong.value.tensor.shape) else { return }
    let sets = origins.map { (origin: $0, set: table.singles(of: $0)) }
    let plausibility = sets.reduce(0) { $0 + $1.set.plausibility }
    candidates.begin(share: 0.2, plausibility: plausibility)
    for (origin, set) in sets { consider(set, of: origin, wrong, &candidates) }
    let groups = LayerWideEdit.groups(sets + [(origin: wrong.step.slot, set: own)])
    candidates.begin(share: 0.1, plausibility: Double(groups.count))
    for group in groups { consider(group, wrong, &candidates) }
  }

  /// Single edits in one earlier formula.
  private func consider(
    _ set: MutantSet, of origin: Program.Slot, _ wrong: Case, _ candidates: inout Candidates
  ) {
    let path = path(from: [origin], to: wrong)
    let shape = exercise.program.shape(of: origin)
    var evaluation = Evaluation(set.program)
    for (number, context) in wrong.contexts.enumerated() {
      evaluation.adopt(context)
      for mutant in set.mutants where mutant.shape == shape {
        evaluation.run(mutant.slot)
        evaluation.set(origin, from: mutant.slot)
        for slot in path { evaluation.run(slot) }
        guard let fit = wrong.evidence.fit(evaluation, wrong.step.slot) else { continue }
        let cost = mutant.mutation.cost + Diagnostician.detour
        candidates.note(
          Account(mutation: mutant.mutation, origin: origin, cost: cost), fit, evaluation,
          wrong.step.slot, context: number)
      }
    }
  }

  /// The same edit in every layer at once.
  private func consider(
    _ group: LayerWideEdit, _ wrong: Case, _ candidates: inout Candidates
  ) {
    let path = path(from: group.slots, to: wrong)
    for (number, context) in wrong.contexts.enumerated() {
      var evaluation = context
      group.run(in: &evaluation, along: path)
      guard let fit = wrong.evidence.fit(evaluation, wrong.step.slot) else { continue }
      let account = Account(
        mutation: group.mutation, origin: group.slots[0], likewise: Array(group.slots.dropFirst()),
        cost: group.mutation.cost + Diagnostician.detour)
      candidates.note(account, fit, evaluation, wrong.step.slot, context: number)
    }
  }

  /// The values on the way to the step that are computed rather than answered, in order.
  private func unansweredSources(of wrong: Case) -> [Program.Slot] {
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
  private func path(from origins: [Program.Slot], to wrong: Case) -> [Program.Slot] {
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

extension Shape {
  /// Whether a value of this shape is written as one of the other is.
  fileprivate func serves(for other: Shape) -> Bool {
    self == other || (count == other.count && (rank < 2 || other.rank < 2))
  }
}
