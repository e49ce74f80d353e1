import Diagnosis
import Exercises
import Formulas
import Numerics

/// What people write in the place of a right formula: looked for at one sample point, and then held
/// against all others.
struct FormulaSpace: Sendable {
  private let search: FormulaSearch
  private let slot: Program.Slot
  private let inputs: FormulaTrial.Inputs

  /// - Throws: What the formula does not fit.
  init(_ task: FormulaTask, _ builder: ProgramBuilder, _ inputs: FormulaTrial.Inputs)
    throws(FormulaError)
  {
    var builder = builder
    let names = [task.name, "result", "answer"]
    let name = names.first { builder.slot(named: $0) == nil } ?? "#"
    slot = try builder.define(name, task.reference)
    self.inputs = inputs
    let program = builder.build()
    let letters = Letters(
      listed: Set(task.variables.filter { $0.isListed }.map { $0.name }),
      givens: Set(inputs.givens.map { program.name(of: $0.slot) }),
      shares: Set(task.variables.filter { $0.isShare }.map { $0.name }))
    search = FormulaSearch(Exercise(of: builder, givens: inputs.givens), letters: letters)
  }

  /// The plainest that equals an answer at all its points, of those that could be what was written.
  func first(
    equalTo answer: FormulaComparison, writtenAs written: Expression, on bench: FormulaBench
  ) -> Mutation? {
    guard let place = answer.failing.max(by: { telling($0) < telling($1) }) else { return nil }
    func telling(_ place: Int) -> Int {
      let values = bench.points.points[answer.points[place]]
      return values.reduce(0) { $0 + $1.entries.count { ![0, 1].contains($0) } }
    }
    let point = Array(zip(inputs.sampled, bench.points.points[answer.points[place]]))
    return search.mutation(
      explaining: FormulaSearch.Finding(
        answer.values[place], of: slot, at: point.map { (slot: $0, value: $1) }),
      leftOver: written.factorsToCancel
    ) { mutation in
      guard mutation.edits.allSatisfy({ $0.shows(in: written) }),
        let trial = try? bench.trial(mutation.formula)
      else { return false }
      return answer.isSame(as: trial)
    }
  }
}

extension Mutation.Edit {
  /// Whether what was written could come of this edit: nobody divides without a division.
  fileprivate func shows(in written: Expression) -> Bool {
    guard case .added(let factor) = change, let divisor = factor.divisor else { return true }
    if divisor.names.isEmpty { return true }
    return written.divides(by: divisor.names)
  }
}

extension Expression {
  /// The most factors of an answer that are looked at.
  private static let mostFactors = 8

  /// The factors of the answer, each by itself and then two at a time.
  fileprivate var factorsToCancel: [Expression] {
    guard chain == .product, links.count <= Expression.mostFactors else { return [] }
    var factors = links.map { $0.isInverse ? .inverse($0.operand) : $0.operand }
    for (index, first) in links.enumerated() {
      for second in links[(index + 1)...] {
        let (one, other) = first.isInverse ? (second, first) : (first, second)
        let isQuotient = one.isInverse != other.isInverse
        let both = Expression(
          .binary(isQuotient ? .divide : .multiply, one.operand, other.operand))
        factors.append(one.isInverse ? .inverse(both) : both)
      }
    }
    return factors
  }

  /// Whether the expression divides, somewhere, by something with all these names.
  fileprivate func divides(by names: [String]) -> Bool {
    switch node {
    case .binary(.divide, _, let divisor) where names.allSatisfy(divisor.names.contains): true
    case .binary(.power, let base, let exponent)
    where names.allSatisfy(base.names.contains) && exponent.isNegative: true
    default: children.contains { $0.divides(by: names) }
    }
  }

  private var isNegative: Bool {
    switch node {
    case .negate: true
    case .number(let value, _): value < 0
    default: false
    }
  }
}
