import Diagnosis
import Exercises
import Formulas
import Numerics

/// What people compute in the place of a right formula: looked for at one sample point, and then held
/// against all others.
struct FormulaSpace: Sendable {
  /// The point, by its number.
  private let point: Int
  private let search: FormulaSearch
  private let slot: Program.Slot

  /// - Returns: Nil where the formula cannot be worked out at one point by itself, for it has functions
  ///   that are not known.
  init?(_ name: String, _ reference: Expression, on bench: FormulaBench) {
    let program = bench.builder.build()
    let names = bench.inputs.variables.map { program.name(of: $0) }
    func telling(_ number: Int) -> Int {
      bench.points.points[number].reduce(0) { $0 + $1.entries.count { ![0, 1].contains($0) } }
    }
    let valid = bench.key.indices.filter { bench.key[$0] != nil }
    guard bench.functions.isEmpty,
      let point = valid.max(by: { (telling($0), -$0) < (telling($1), -$1) })
    else { return nil }
    let sampled = bench.inputs.sampled.map { program.name(of: $0) }
    guard sampled.count == names.count else { return nil }
    let variables = zip(names, bench.points.points[point]).map { (name: $0, value: $1) }
    let givens = bench.inputs.givens.map { (name: program.name(of: $0.slot), value: $0.value) }
    let isFree = !names.contains(name) && !givens.contains { $0.name == name }
    let step = (name: isFree ? name : "result", formula: reference)
    guard
      let exercise = Exercise(
        givens: variables + givens, steps: [step], indexBase: program.indexBase)
    else { return nil }
    self.point = point
    search = FormulaSearch(exercise)
    slot = exercise.valueSteps[0].slot
  }

  /// The plainest that equals an answer at all its points, of those that could be what was written.
  func first(
    equalTo answer: FormulaComparison, writtenAs written: Expression, on bench: FormulaBench,
    of reference: Expression
  ) -> Mutation? {
    guard let place = answer.points.firstIndex(of: point) else { return nil }
    return search.mutations(of: slot, giving: answer.values[place]).first { mutation in
      guard !mutation.undoesDivision(in: reference),
        mutation.edits.allSatisfy({ $0.shows(in: written) }),
        let trial = try? bench.trial(mutation.formula)
      else { return false }
      return answer.isSame(as: trial)
    }
  }
}
