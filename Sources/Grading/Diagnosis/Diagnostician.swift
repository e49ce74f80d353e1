import Exercises
import Formulas
import Foundation

/// Finds the smallest edit of the exercise's formulas that gives a student's wrong answer.
///
/// First the step's own formula is edited; then those of earlier values that were not answered, on
/// the way to this step; then slips of the pen are tried, and at last pairs of edits. What is found
/// reproduces every entry while the key does not.
struct Diagnostician: Sendable {
  private let exercise: Exercise
  private var table: MutantTable

  init(_ exercise: Exercise) {
    self.exercise = exercise
    table = MutantTable(exercise)
  }

  /// A wrong answer with all that is needed to explain it.
  struct Case {
    let step: Step
    let value: TypedValue
    /// The key first, then the evaluations on the student's own values.
    let contexts: [Evaluation]
    /// The values in whose place the student's own answers stand.
    let replaced: Set<Program.Slot>
    let evidence: Evidence
  }

  /// What was found: edits that give the answer, equally plain ones together.
  struct Finding {
    let mutations: [Mutation]
    /// The value whose formula was edited.
    let origin: Program.Slot
  }

  /// The explanation of a wrong answer by a single edit, here or on the way here.
  mutating func explain(_ wrong: Case) -> Finding? {
    let own = table.singles(of: wrong.step.slot)
    if let mutations = fits(own, wrong) {
      return Finding(mutations: mutations, origin: wrong.step.slot)
    }
    return explainThroughProgram(wrong)
  }

  /// The explanation of a wrong answer by two edits of the step's formula.
  mutating func explainByPair(_ wrong: Case) -> Finding? {
    // A lone number fits some pair of edits nearly always.
    guard wrong.evidence.chance < 1e-5 else { return nil }
    let pairs = table.pairs(of: wrong.step.slot)
    return fits(pairs, wrong).map { Finding(mutations: $0, origin: wrong.step.slot) }
  }

  // MARK: The step's own formula

  private func fits(_ set: MutantSet, _ wrong: Case) -> [Mutation]? {
    var candidates = Candidates(wrong)
    for context in wrong.contexts {
      var evaluation = Evaluation(set.program)
      evaluation.adopt(context)
      for (index, mutant) in set.mutants.enumerated()
      where mutant.shape.serves(for: wrong.value.tensor.shape) {
        evaluation.run(mutant.slot)
        candidates.consider(index, mutant.mutation, evaluation, mutant.slot)
      }
    }
    return candidates.believed
  }

  // MARK: On the way here

  /// Edits the formulas of values that were not answered and lead to this step.
  private mutating func explainThroughProgram(_ wrong: Case) -> Finding? {
    let origins = unansweredSources(of: wrong)
    if origins.isEmpty { return nil }
    var candidates = Candidates(wrong)
    var found: [(mutation: Mutation, origin: Program.Slot)] = []
    var sets: [(origin: Program.Slot, set: MutantSet)] = []
    for origin in origins { sets.append((origin, table.singles(of: origin))) }
    let own = table.singles(of: wrong.step.slot)
    let shape = exercise.program.shape(of: wrong.step.slot)
    guard shape.count == wrong.value.tensor.shape.count else { return nil }

    // Single edits in one earlier formula each.
    for (origin, set) in sets {
      let path = path(from: [origin], to: wrong)
      let originShape = exercise.program.shape(of: origin)
      let plausible = set.mutants.filter {
        $0.shape == originShape && $0.mutation.cost <= 1.5
      }
      let first = found.count
      found += plausible.map { ($0.mutation, origin) }
      for context in wrong.contexts {
        var evaluation = Evaluation(set.program)
        evaluation.adopt(context)
        for (index, mutant) in plausible.enumerated() {
          evaluation.run(mutant.slot)
          evaluation.set(origin, from: mutant.slot)
          for slot in path { evaluation.run(slot) }
          candidates.consider(first + index, mutant.mutation, evaluation, wrong.step.slot)
        }
      }
    }

    // The same edit in every layer at once.
    for group in LayerWideEdit.groups(sets + [(wrong.step.slot, own)]) {
      let number = found.count
      found.append((group.mutation, group.origin))
      for context in wrong.contexts {
        var evaluation = Evaluation(exercise.program)
        evaluation.adopt(context)
        group.run(in: &evaluation, along: path(from: group.slots, to: wrong), exercise)
        candidates.consider(number, group.mutation, evaluation, wrong.step.slot)
      }
    }
    guard let index = candidates.believedIndex else { return nil }
    return Finding(mutations: [found[index].mutation], origin: found[index].origin)
  }

  /// The values on the way to the step that are computed rather than answered.
  private func unansweredSources(of wrong: Case) -> [Program.Slot] {
    var seen: Set<Program.Slot> = []
    var waiting = exercise.program.reads(of: wrong.step.slot)
    while let slot = waiting.popLast() {
      if exercise.program.isInput(slot) || wrong.replaced.contains(slot) { continue }
      guard seen.insert(slot).inserted else { continue }
      waiting += exercise.program.reads(of: slot)
    }
    return exercise.program.definitions.filter(seen.contains)
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

/// The candidates for an explanation, with how plausible they are and whether they fit.
private struct Candidates {
  private let wrong: Diagnostician.Case
  private let key: Tensor
  private var considered: Set<Int> = []
  private var plausibility = 0.0
  private var fitting: [(index: Int, mutation: Mutation)] = []

  init(_ wrong: Diagnostician.Case) {
    self.wrong = wrong
    key = wrong.contexts[0].value(of: wrong.step.slot)
  }

  /// Takes note of a candidate's value; each candidate may come once for every context.
  mutating func consider(
    _ index: Int, _ mutation: Mutation, _ evaluation: Evaluation, _ slot: Program.Slot
  ) {
    if considered.insert(index).inserted { plausibility += Candidates.weight(mutation) }
    guard wrong.evidence.agrees(with: { evaluation.entry($0, of: slot) }) else { return }
    if fitting.contains(where: { $0.index == index }) { return }
    let isKey =
      key.shape == wrong.value.tensor.shape
      && (0..<key.shape.count).allSatisfy {
        wrong.step.tolerance.accepts(evaluation.entry($0, of: slot), for: key[$0])
      }
    if !isKey { fitting.append((index, mutation)) }
  }

  /// Plain edits weigh more than odd ones.
  private static func weight(_ mutation: Mutation) -> Double { pow(8, 1 - mutation.cost) }

  private var best: [(index: Int, mutation: Mutation)] {
    guard let least = fitting.map(\.mutation.cost).min() else { return [] }
    return fitting.filter { $0.mutation.cost <= least + 0.05 }
  }

  /// The plainest candidates that fit, if they are more than a coincidence.
  var believed: [Mutation]? {
    let best = best
    guard let first = best.first?.mutation,
      wrong.evidence.supports(share: Candidates.weight(first) / plausibility)
    else { return nil }
    return best.map(\.mutation)
  }

  var believedIndex: Int? { believed == nil ? nil : best.first?.index }
}

extension Shape {
  /// Whether a value of this shape is written as one of the other is.
  fileprivate func serves(for other: Shape) -> Bool {
    self == other || (count == other.count && (rank < 2 || other.rank < 2))
  }
}
