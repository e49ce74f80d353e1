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
      return FormulaAccounts(run, telling, formulas).reason
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
