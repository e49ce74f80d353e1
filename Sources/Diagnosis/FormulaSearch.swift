import Answers
import Exercises
import Formulas

/// The formulas that people use in the place of an exercise's own, for values known to all digits.
package struct FormulaSearch: Sendable {
  private let exercise: Exercise
  private let letters: Letters
  private let spaces: SpaceTable
  private let writer: FormulaWriter

  package init(_ exercise: Exercise, letters: Letters = Letters()) {
    self.exercise = exercise
    self.letters = letters
    spaces = SpaceTable(exercise, letters: letters)
    writer = FormulaWriter(exercise)
  }

  /// Where a value is given in the place of the right one, and which.
  package struct Finding: Sendable {
    let slot: Program.Slot
    let value: Tensor
    let givens: [(slot: Program.Slot, value: Tensor)]

    /// - Parameter givens: What the exercise's givens are there, where they are others.
    package init(
      _ value: Tensor, of slot: Program.Slot,
      at givens: [(slot: Program.Slot, value: Tensor)] = []
    ) {
      (self.slot, self.value, self.givens) = (slot, value, givens)
    }
  }

  /// The plainest formula that gives a value in the place of the right one and holds elsewhere, too;
  /// none where the right one gives it.
  ///
  /// - Parameters:
  ///   - leftOver: Factors by which the whole may have been multiplied, whatever they are; they are
  ///     looked for where nothing else holds.
  ///   - holds: Whether a formula is what was used, for all that is known.
  package func mutation(
    explaining finding: Finding, leftOver: [Expression] = [],
    where holds: (Mutation) -> Bool
  ) -> Mutation? {
    let slot = finding.slot
    guard let formula = exercise.program.formula(of: slot)?.expression else { return nil }
    // What is 0 everywhere comes of a great many slips.
    if finding.value.entries.contains(where: { $0 != 0 }) {
      let space =
        finding.value.shape == exercise.program.shape(of: slot)
        ? spaces.space(of: slot)
        : Space(exercise, of: slot, formula, shape: finding.value.shape, letters: letters)
      if let space, let found = mutation(in: space, explaining: finding, where: holds) {
        return found
      }
      if space?.isCutShort == true, let plain = spaces.plainSpace(of: slot),
        let found = mutation(in: plain, explaining: finding, where: holds)
      {
        return found
      }
    }
    if leftOver.isEmpty { return nil }
    let rest = Space(exercise, of: slot, formula, letters: letters, leftOver: leftOver)
    return mutation(in: rest, explaining: finding, where: holds)
  }

  private func mutation(
    in space: Space, explaining finding: Finding, where holds: (Mutation) -> Bool
  ) -> Mutation? {
    var key = exercise.evaluation()
    for (slot, value) in finding.givens { key.set(slot, to: value) }
    key.run()
    let value = finding.value
    let typed = TypedValue(value, lastDigits: value.entries.map { _ in nil })
    let search = SpaceSearch(
      space: space, target: Target(typed, .both(absolute: 1e-9, relative: 1e-7)))
    let matches = search.matches(in: [key], within: Space.farthest, keepsAll: true)
    for match in matches.prefix(FormulaSearch.most) where match.bits <= FormulaSearch.farthest {
      let mutation = space.mutation(match.chosen)
      if mutation.edits.count <= FormulaSearch.mostEdits, holds(mutation) { return mutation }
    }
    return nil
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

  /// What is so far-fetched that nobody is told it, and the most that was done at once.
  private static let farthest = 8.4
  private static let mostEdits = 2

  /// How many that give the value in one place are held against all others.
  private static let most = 100

  /// What was done to a formula, as parts of a sentence.
  package func words(of edits: [Mutation.Edit], to formula: Expression) -> [Clause] {
    edits.map { EditWords($0, formula: formula, equation: nil, writer: writer).direct }
  }

  /// What was done to a formula, whatever the formula is.
  package func gists(of edits: [Mutation.Edit], to formula: Expression) -> [Message] {
    edits.map { EditGist($0, formula: formula, writer: writer).message }
  }
}
