import Answers
import Diagnosis
import Exercises
import Formulas
import Numerics

/// Says why a wrong formula is wrong, if that can be told, without spelling out the right one.
struct FormulaTutor {
  let task: FormulaTask
  let bench: FormulaBench

  struct Reason {
    /// Nil where the words would be the answer.
    let says: Message?
    let diagnosis: Explanation
  }

  func reason(for answer: Formula, _ comparison: FormulaComparison) -> Reason? {
    guard comparison.isConclusive else { return nil }
    if comparison.isNegated {
      let negated = Expression(.negate(task.reference.expression)).text
      return Reason(
        says: Clause.wrongSign.sentence,
        diagnosis: Explanation(
          kind: .mutation, edits: [EditKind.flipSign.rawValue], formula: negated,
          gists: [EditGist.wrongSign]))
    }
    let mutation =
      bench.mutants.mutation(
        equalTo: comparison, writtenAs: answer.expression, on: bench)
      ?? leftOver(in: answer, comparison)
    guard let mutation else { return nil }
    let diagnosis = Explanation(
      kind: .mutation, edits: mutation.edits.map { $0.kind.rawValue },
      formula: mutation.formula.text,
      gists: mutation.edits.map { edit in
        if edit.kind == .wrongOperation, case .dropped = edit.change { return "left out brackets" }
        return EditGist(edit, formula: task.reference.expression, writer: bench.writer).message
      })
    return Reason(says: words(mutation), diagnosis: diagnosis)
  }

  // MARK: What is left over

  /// The most factors of an answer that are looked at.
  private static let mostFactors = 8

  /// The factor, or the two, of the answer that the right formula has not.
  private func leftOver(in answer: Formula, _ comparison: FormulaComparison) -> Mutation? {
    let links = answer.expression.links
    guard answer.expression.chain == .product, links.count <= FormulaTutor.mostFactors else {
      return nil
    }
    let single = links.map { $0.isInverse ? $0.operand.inverse : $0.operand }
    var factors = single
    for (index, first) in links.enumerated() {
      for second in links[(index + 1)...] {
        let (one, other) = first.isInverse ? (second, first) : (first, second)
        let isQuotient = one.isInverse != other.isInverse
        let both = Expression(
          .binary(isQuotient ? .divide : .multiply, one.operand, other.operand))
        factors.append(one.isInverse ? both.inverse : both)
      }
    }
    let mutations = factors.map { factor in
      let product =
        factor.inverted.map { Expression(.binary(.divide, task.reference.expression, $0)) }
        ?? Expression(.binary(.multiply, task.reference.expression, factor))
      return Mutation(
        formula: Formula(product),
        edits: [Mutation.Edit(kind: .extraFactor, change: .added(factor), cost: 1.3)])
    }
    return FormulaMutants(mutations, on: bench)
      .first(equalTo: comparison, writtenAs: answer.expression)
  }

  // MARK: Words

  private func words(_ mutation: Mutation) -> Message? {
    let sentences = mutation.edits.enumerated().map { words($1, isTold: $0 > 0) }
    let told = sentences.compactMap { $0 }
    guard told.count == sentences.count else { return nil }
    let says = told.count > 1 ? Message.twoSlips(told) : told[0].sentence
    return isDiscreet(says) ? says : nil
  }

  private func words(_ edit: Mutation.Edit, isTold: Bool) -> Clause? {
    let whole = task.reference.expression
    switch (edit.kind, edit.change) {
    case (.flipSign, .dropped(let part)) where part == whole,
      (.flipSign, .replaced(let part, _)) where part == whole,
      (.swapOperands, .replaced(let part, _)) where part == whole && whole.isDifference:
      return .wrongSign
    case (.wrongOperation, .dropped(let sum)):
      return "the brackets around \(bench.writer.message(sum)) are missing"
    case (_, .dropped(let part)) where part == whole: return nil
    case (_, .replaced(let before, _)) where before == whole: return nil
    case (.extraFactor, .added(let factor)):
      if factor.isActivationDerivative, whole.chain == .sum {
        return .stillThere(bench.writer.message(factor))
      }
      if let divisor = factor.inverted, divisor.isActivationDerivative {
        return .stillDivided(bench.writer.message(divisor))
      }
    default: break
    }
    return EditWords(
      edit, formula: whole, equation: task.equation, isTold: isTold, writer: bench.writer
    ).direct
  }

  /// Whether the words do not hold the right formula, in whatever spelling.
  private func isDiscreet(_ says: Message) -> Bool {
    let whole = task.reference.expression
    guard case .name = whole.node else {
      let spellings = [task.reference.text, whole.text, bench.writer.text(whole)]
      return !says.formulas.contains { shown in spellings.contains { shown.holds($0) } }
    }
    return true
  }
}

extension Expression {
  fileprivate var isDifference: Bool {
    if case .binary(.subtract, _, _) = node { true } else { false }
  }
}

// MARK: - Messages

extension Clause {
  fileprivate static let wrongSign: Clause = "the sign of the whole is the wrong way round"

  fileprivate static func stillThere(_ factor: Message) -> Clause {
    "the factor \(factor) is still there: it cancels"
  }

  fileprivate static func stillDivided(_ factor: Message) -> Clause {
    "you still divide by \(factor); the factor of the chain rule that cancels it is missing"
  }
}
