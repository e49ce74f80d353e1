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
    let mutation = bench.space.first(
      equalTo: comparison, writtenAs: answer.expression, on: bench)
    guard let mutation else { return nil }
    let diagnosis = Explanation(
      kind: .mutation, edits: mutation.edits.map { $0.kind.rawValue },
      formula: mutation.formula.text,
      gists: mutation.edits.map {
        EditGist($0, formula: task.reference.expression, writer: bench.writer).message
      })
    return Reason(says: words(mutation), diagnosis: diagnosis)
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
    case (_, .dropped(let part)) where part == whole: return nil
    case (_, .replaced(let before, _)) where before == whole: return nil
    case (.extraFactor, .added(let factor)):
      if factor.isActivationDerivative, whole.chain == .sum {
        return .stillThere(bench.writer.message(factor))
      }
      if let divisor = factor.divisor, divisor.isActivationDerivative {
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

extension Expression {
  /// Whether this is the derivative of an activation, in one of its forms: σ′(z), a(1 − a), 1 − a².
  fileprivate var isActivationDerivative: Bool {
    if case .derivative = node { return true }
    guard names.count == 1, let name = names.first else { return false }
    return ["\(name) * (1 - \(name))", "(1 - \(name)) * \(name)", "1 - \(name) ^ 2"]
      .compactMap { try? Formula($0).expression }.contains(self)
  }
}
