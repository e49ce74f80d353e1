import Formulas
import Numerics

/// The right formula with small edits, compiled into one program.
struct FormulaMutants: Sendable {
  let mutations: [Mutation]
  private let slots: [Program.Slot]
  private let program: Program
  private let givens: [(slot: Program.Slot, value: Tensor)]
  private let variables: [Program.Slot]

  /// - Parameter mutations: The edited formulas, the plainest first; those of no shape are left out.
  init(_ mutations: [Mutation], on bench: FormulaBench) {
    var builder = bench.builder
    var kept: [Mutation] = []
    var slots: [Program.Slot] = []
    for mutation in mutations {
      guard let slot = try? builder.side(mutation.formula) else { continue }
      kept.append(mutation)
      slots.append(slot)
    }
    self.mutations = kept
    self.slots = slots
    program = builder.build()
    givens = bench.inputs.givens
    variables = bench.inputs.sampled
  }

  /// The plainest that equals an answer at all its points, of those that could be what was written.
  func first(
    equalTo answer: FormulaComparison, writtenAs written: Expression
  ) -> Mutation? {
    guard let shape = answer.values.first?.shape else { return nil }
    var evaluation = Evaluation(program)
    for (slot, value) in givens { evaluation.set(slot, to: value) }
    for (mutation, slot) in zip(mutations, slots)
    where program.shape(of: slot) == shape && mutation.edits.allSatisfy({ $0.shows(in: written) }) {
      let isSame = answer.isSame { point in
        for (variable, value) in zip(variables, point) { evaluation.set(variable, to: value) }
        evaluation.run(slot)
        return evaluation.value(of: slot)
      }
      if isSame { return mutation }
    }
    return nil
  }
}

/// The edits of one formula, made when the first wrong answer comes and then kept.
final class FormulaMutantTable: Sendable {
  /// Not the task itself, which holds what this is held by.
  private let (name, reference): (String, Formula)
  private let singles = Kept<FormulaMutants?>(nil)
  private let pairs = Kept<FormulaMutants?>(nil)
  private let space = Kept<FormulaSpace??>(nil)

  /// The most pairs of edits that are tried.
  private static let mostPairs = 400

  init(_ task: FormulaTask) {
    (name, reference) = (task.name, task.reference)
  }

  /// The plainest edit, or else the plainest two, that make an answer of the right formula; or else
  /// what people compute in its place.
  func mutation(
    equalTo answer: FormulaComparison, writtenAs written: Expression, on bench: FormulaBench
  ) -> Mutation? {
    let singles = self.singles.update { known in
      if let known { return known }
      let made = FormulaMutants(self.singles(on: bench), on: bench)
      known = made
      return made
    }
    if let single = singles.first(equalTo: answer, writtenAs: written) { return single }
    let pairs = self.pairs.update { known in
      if let known { return known }
      let made = FormulaMutants(self.pairs(of: singles.mutations, on: bench), on: bench)
      known = made
      return made
    }
    if let pair = pairs.first(equalTo: answer, writtenAs: written) { return pair }
    let space = self.space.update { known in
      if let known { return known }
      let made = FormulaSpace(name, reference.expression, on: bench)
      known = .some(made)
      return made
    }
    return space?.first(equalTo: answer, writtenAs: written, on: bench, of: reference.expression)
  }

  private func singles(on bench: FormulaBench) -> [Mutation] {
    let edited = Mutation.single(of: reference, Vocabulary(FormulaVocabulary(bench)))
    let program = bench.builder.build()
    let numbers = bench.inputs.variables.filter { program.shape(of: $0) == .scalar }
    let slips = WrittenSlips(variables: numbers.map { program.name(of: $0) })
      .mutations(of: reference)
    var best: [String: Mutation] = [:]
    for mutation in edited + slips where !mutation.undoesDivision(in: reference.expression) {
      let text = mutation.formula.text
      if text == reference.expression.text { continue }
      if let other = best[text], other.cost <= mutation.cost { continue }
      best[text] = mutation
    }
    return best.values.sorted { ($0.cost, $0.formula.text) < ($1.cost, $1.formula.text) }
  }

  private func pairs(of singles: [Mutation], on bench: FormulaBench) -> [Mutation] {
    let vocabulary = Vocabulary(FormulaVocabulary(bench))
    var best: [String: Mutation] = [:]
    for single in singles.prefix(80) where single.cost <= 1.2 {
      for pair in single.furtherEdited(vocabulary) where pair.cost <= 2.4 {
        // With a factor of any kind nearly everything would be two edits away.
        if pair.edits.contains(where: { $0.addsName }) { continue }
        let text = pair.formula.text
        if let other = best[text], other.cost <= pair.cost { continue }
        best[text] = pair
      }
    }
    let ordered = best.values.sorted { ($0.cost, $0.formula.text) < ($1.cost, $1.formula.text) }
    return Array(ordered.prefix(FormulaMutantTable.mostPairs))
  }
}

extension Mutation.Edit {
  /// Whether a factor other than a number is put in.
  fileprivate var addsName: Bool {
    if case .added(let factor) = change { !factor.names.isEmpty } else { false }
  }

  /// Whether what was written could come of this edit: nobody divides without a division.
  func shows(in written: Expression) -> Bool {
    guard case .added(let factor) = change, let divisor = factor.inverted else { return true }
    if divisor.names.isEmpty { return true }
    return written.divides(by: divisor.names)
  }
}

extension Expression {
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
