import Answers
import Exercises
import Formulas

/// The formulas that people use in the place of an exercise's own, for values known to all digits.
package struct FormulaSearch: Sendable {
  private let exercise: Exercise
  private let spaces: SpaceTable
  private let writer: FormulaWriter

  package init(_ exercise: Exercise) {
    self.exercise = exercise
    spaces = SpaceTable(exercise)
    writer = FormulaWriter(exercise)
  }

  /// The formulas that give a value in the place of the right one, the plainest first; none where
  /// the right one gives it.
  package func mutations(of slot: Program.Slot, giving value: Tensor) -> [Mutation] {
    guard let space = spaces.space(of: slot) else { return [] }
    var key = exercise.evaluation()
    key.run()
    let typed = TypedValue(value, lastDigits: value.entries.map { _ in nil })
    let search = SpaceSearch(
      space: space, target: Target(typed, .both(absolute: 1e-9, relative: 1e-7)))
    return search.matches(in: [key], within: Space.farthest).prefix(FormulaSearch.most)
      .map { space.mutation(for: $0) }
  }

  /// The likeliest formulas in the place of a value's own, the plainest first.
  package func alternatives(to slot: Program.Slot) -> [Mutation] {
    guard let space = spaces.space(of: slot) else { return [] }
    return space.candidates.indices.prefix(FormulaSearch.mostAlternatives).compactMap { position in
      let edits = space.edits(position, 0)
      guard !edits.isEmpty, space.candidates[position].bits <= FormulaSearch.farthestAlternative
      else { return nil }
      return Mutation(formula: Formula(space.formula(position, 0)), edits: edits)
    }
  }

  private static let mostAlternatives = 160
  private static let farthestAlternative = 6.0

  /// How many are given at most.
  private static let most = 24

  /// What was done, as parts of a sentence.
  package func words(of mutation: Mutation, in slot: Program.Slot) -> [Clause] {
    guard let formula = exercise.program.formula(of: slot)?.expression else { return [] }
    return mutation.edits.map {
      EditWords($0, formula: formula, equation: nil, writer: writer).direct
    }
  }
}
