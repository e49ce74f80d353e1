import Exercises

/// What a student's function did on each of a step's inputs.
package struct CodeRun {
  let task: CodeTask
  package let cases: [CodeCase]
  let outcomes: [FunctionReport.Outcome]
  /// What the student's own loss says of its slopes.
  let probes: [(probe: DifferenceProbe, finding: DifferenceProbe.Finding)]
  /// How each returned value differs from the right one; nil where it does not.
  package let differences: [ValueDifference?]

  package init(_ task: CodeTask, _ part: CodePlan.Part, _ report: FunctionReport) {
    self.task = task
    cases = part.cases
    outcomes = part.cases.indices.map { index in
      let place = part.start + index
      return place < report.outcomes.count ? report.outcomes[place] : .notMade
    }
    differences = zip(part.cases, outcomes).map { one, outcome in
      guard case .returned(let value) = outcome else { return nil }
      return ValueDifference(
        value, from: one.expected, type: task.signature.result, task.tolerance,
        indexBase: task.indexBase)
    }
    probes = part.probes.map { ($0, $0.finding(in: report.outcomes)) }
  }

  /// Whether a case came out right.
  package func isRight(_ index: Int) -> Bool {
    if case .returned = outcomes[index] { differences[index] == nil } else { false }
  }

  package var rightCount: Int { cases.indices.count { isRight($0) } }

  /// The value returned in a case.
  package func returned(_ index: Int) -> FunctionValue? {
    if case .returned(let value) = outcomes[index] { value } else { nil }
  }
}
