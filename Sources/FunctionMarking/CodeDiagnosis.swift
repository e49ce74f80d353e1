import Answers
import Backpropagation
import Diagnosis
import Formulas

/// The smallest edit of what a function should calculate that gives all it returned.
///
/// Inputs on which nothing was returned, or nothing finite, say nothing. On all others the edit must
/// give what came back, the right results included, and at least two of them must be wrong ones:
/// agreement to the last digits is no coincidence then.
package struct CodeDiagnosis {
  private let run: CodeRun
  /// The inputs that say something, those that came out wrong first.
  private let telling: [Int]

  private static let fewestWrong = 2

  package init(_ run: CodeRun) {
    self.run = run
    let usable = run.cases.indices.filter { run.isFinite($0) }
    telling = usable.filter { !run.isRight($0) } + usable.filter { run.isRight($0) }
  }

  /// The reason in words and as data.
  package struct Reason {
    package let says: Message
    /// Nil where it only says which parts are right.
    package let diagnosis: Explanation?
    /// What the wrong program gives on any arguments.
    package let value: @Sendable ([FunctionValue]) -> FunctionValue?
    /// Whether it had to be said in general words, lest it shows the key.
    var isGeneral = false
    /// Whether it is one slip, which may be made in several parts of the result.
    package var isOneSlip = true
  }

  package var reason: Reason? {
    guard telling.count(where: { !run.isRight($0) }) >= CodeDiagnosis.fewestWrong else {
      return nil
    }
    if let reason = PrecisionAccounts(run, telling).reason { return reason }
    switch run.task.key {
    case .reference(let reference, let setting): return slip(of: reference, setting)
    case .formulas(let formulas):
      // Several that were returned as given are one slip; one may be a formula got wrong.
      if let reason = UnchangedAccounts(run, telling).reason(ofAtLeast: 2) { return reason }
      var found: Reason?
      for (part, formula) in formulas.enumerated() where found == nil {
        found = mutation(of: formula, in: part, of: formulas)
      }
      if let found, !found.isGeneral { return found }
      return FormulaAccounts(run, telling, formulas).reason ?? found
        ?? ExampleAccounts(run, telling).reason ?? UnchangedAccounts(run, telling).reason()
        ?? PlainAccounts(run, telling).reason
    }
  }

  // MARK: References

  private func slip(
    of reference: CodeReference, _ setting: NetworkSetting
  ) -> Reason? {
    let signature = run.task.signature
    // Of a network that stays as it is no slip is known, whatever would come to the same.
    if signature.isTuple,
      let reason = UnchangedAccounts(run, telling).reason(ofAtLeast: signature.results.count)
    {
      return reason
    }
    let found = reference.slips.first { slip in
      explains { slip.value(ReferenceArguments(signature, $0, setting)) }
    }
    if let found {
      return Reason(
        says: found.says, diagnosis: Explanation(kind: .mutation, edits: [found.id]),
        value: { found.value(ReferenceArguments(signature, $0, setting)) })
    }
    guard let search = reference.search,
      let account = search.account(of: run, telling, setting)
    else { return UnchangedAccounts(run, telling).reason() ?? PlainAccounts(run, telling).reason }
    return Reason(
      says: account.says,
      diagnosis: Explanation(kind: .mutation, edits: account.choices.map { $0.id }),
      value: { search.value(account.program, ReferenceArguments(signature, $0, setting)) },
      isOneSlip: account.choices.count == 1)
  }

  // MARK: Formulas

  private func mutation(of formula: Formula, in part: Int, of formulas: [Formula]) -> Reason? {
    let signature = run.task.signature
    let vocabulary = Vocabulary(ParameterVocabulary(signature))
    for mutation in Mutation.single(of: formula, vocabulary) {
      var edited = formulas
      edited[part] = mutation.formula
      var evaluator = CodeKey.Evaluator(
        .formulas(edited), signature, indexBase: run.task.indexBase)
      let fits = explains { arguments in
        if case .success(let value) = evaluator.value(of: arguments) { value } else { nil }
      }
      if fits { return reason(mutation, formula, signature.results[part].label, edited) }
    }
    return nil
  }

  private func reason(
    _ mutation: Mutation, _ formula: Formula, _ part: String?, _ edited: [Formula]
  ) -> Reason {
    let writer = FormulaWriter(ParameterVocabulary.program(run.task.signature, run.cases))
    var isGeneral = false
    let clauses = mutation.edits.map { edit in
      let words = EditWords(edit, formula: formula.expression, equation: nil, writer: writer)
      if words.direct.message.showsKey { isGeneral = true }
      return Clause(words.direct.hidingKey(edit.kind))
    }
    let words = clauses.map { $0.beginning }.joined(by: ", and ")
    let (signature, base) = (run.task.signature, run.task.indexBase)
    return Reason(
      says: part.map { "\(name: $0): \(words)." } ?? "\(words).",
      diagnosis: Explanation(
        kind: .mutation, edits: mutation.edits.map { $0.kind.rawValue },
        formula: mutation.formula.text,
        gists: isGeneral
          ? []
          : mutation.edits.map {
            EditGist($0, formula: formula.expression, writer: writer).message
          }),
      value: { arguments in
        var evaluator = CodeKey.Evaluator(.formulas(edited), signature, indexBase: base)
        if case .success(let value) = evaluator.value(of: arguments) { return value }
        return nil
      }, isGeneral: isGeneral, isOneSlip: mutation.edits.count == 1)
  }

  /// Whether a wrong calculation gives what was returned on every telling input.
  private func explains(_ value: ([FunctionValue]) -> FunctionValue?) -> Bool {
    telling.allSatisfy { index in
      guard let returned = run.returned(index), let wrong = value(run.cases[index].arguments)
      else { return false }
      return ValueDifference(
        returned, from: wrong, type: run.task.signature.result, run.task.tolerance,
        indexBase: run.task.indexBase) == nil
    }
  }
}

/// The parameters of a function, which a student may take for each other.
private struct ParameterVocabulary: VocabularySource {
  private let parameters: [Signature.Parameter]

  init(_ signature: Signature) {
    parameters = signature.parameters
  }

  func alternatives(to name: String) -> [(name: String, cost: Double)] {
    guard let own = parameters.first(where: { Formula.canonicalName($0.name) == name }) else {
      return []
    }
    return parameters.filter { $0.type == own.type && $0.name != own.name }
      .map { (Formula.canonicalName($0.name), 1) }
  }

  func extraFactors(for formula: Expression) -> [(factor: Expression, cost: Double)] { [] }

  /// A program with the parameters of the first input, for whoever writes about formulas.
  static func program(_ signature: Signature, _ cases: [CodeCase]) -> Program {
    var builder = ProgramBuilder()
    for (parameter, value) in zip(signature.parameters, cases.first?.arguments ?? []) {
      if let tensor = value.tensor { builder.input(parameter.name, tensor.shape) }
    }
    return builder.build()
  }
}
