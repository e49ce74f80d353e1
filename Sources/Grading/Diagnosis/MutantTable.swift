import Exercises
import Formulas

/// The edited formulas of an exercise's values, compiled when first needed and kept.
struct MutantTable: Sendable {
  private var sets: [Program.Slot: MutantSet] = [:]
  private var pairs: [Program.Slot: MutantSet] = [:]
  private let exercise: Exercise

  /// The most pairs of edits that are tried on one formula.
  private static let mostPairs = 400
  /// The most entries that all edited formulas of one value may have together.
  private static let mostEntries = 4_000_000

  init(_ exercise: Exercise) {
    self.exercise = exercise
  }

  /// The formulas of a value with one edit.
  mutating func singles(of slot: Program.Slot) -> MutantSet {
    if let known = sets[slot] { return known }
    let made = set(of: slot, mutations(of: slot))
    sets[slot] = made
    return made
  }

  /// The formulas of a value with two edits, the plainest of them.
  mutating func pairs(of slot: Program.Slot) -> MutantSet {
    if let known = pairs[slot] { return known }
    let vocabulary = ExerciseVocabulary(exercise.program, for: slot)
    var best: [String: Mutation] = [:]
    let singles = mutations(of: slot)
    let known = Set(singles.map(\.formula.text))
    for mutation in singles where mutation.cost <= 1.3 {
      for pair in mutation.furtherEdited(vocabulary) where pair.cost <= 2.5 {
        let text = pair.formula.text
        if known.contains(text) { continue }
        if let other = best[text], other.cost <= pair.cost { continue }
        best[text] = pair
      }
    }
    let ordered = best.values.sorted { ($0.cost, $0.formula.text) < ($1.cost, $1.formula.text) }
    let made = set(of: slot, Array(ordered.prefix(MutantTable.mostPairs)))
    pairs[slot] = made
    return made
  }

  private func mutations(of slot: Program.Slot) -> [Mutation] {
    guard let formula = exercise.program.formula(of: slot) else { return [] }
    return Mutation.single(of: formula, ExerciseVocabulary(exercise.program, for: slot))
  }

  private func set(of slot: Program.Slot, _ mutations: [Mutation]) -> MutantSet {
    let size = max(1, exercise.program.shape(of: slot).count)
    let affordable = max(8, MutantTable.mostEntries / (4 * size))
    return MutantSet(exercise, Array(mutations.prefix(affordable)))
  }
}

/// Edited formulas of one value, compiled behind the exercise's own program.
struct MutantSet: Sendable {
  let mutants: [(mutation: Mutation, slot: Program.Slot, shape: Shape)]
  let program: Program

  init(_ exercise: Exercise, _ mutations: [Mutation]) {
    var builder = exercise.builder
    var mutants: [(mutation: Mutation, slot: Program.Slot, shape: Shape)] = []
    for mutation in mutations {
      // An edit that fits no shape is none that a student could have worked out.
      guard let slot = try? builder.side(mutation.formula) else { continue }
      mutants.append((mutation, slot, builder.shape(of: slot)))
    }
    self.mutants = mutants
    program = builder.build()
  }
}
