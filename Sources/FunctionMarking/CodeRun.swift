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
  /// Whether the function gave another result for an input when it was called again, and not
  /// both of them are right.
  package let isUnsteady: Bool
  /// What comes out on every input with the student's own earlier functions.
  package let ownWays: [Own]

  /// The results that a way leads to, and the steps whose functions it takes.
  package struct Own {
    package let steps: [String]
    let values: [FunctionValue]
  }

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
    let (outcomes, differences) = (outcomes, differences)
    isUnsteady = part.cases.indices.contains { index in
      guard let second = report.changed[part.start + index] else { return false }
      guard case .returned(let value) = second, index < differences.count,
        case .returned = outcomes[index], differences[index] == nil
      else { return true }
      return ValueDifference(
        value, from: part.cases[index].expected, type: task.signature.result, task.tolerance,
        indexBase: task.indexBase) != nil
    }
    ownWays = part.ways.compactMap { way in
      way.values(on: part.cases, report.outcomes, indexBase: task.indexBase).map {
        Own(steps: way.functions.sources.map { $0.step }, values: $0)
      }
    }
    probes = part.probes.map { ($0, $0.finding(in: report.outcomes)) }
  }

  /// Whether a case came out right.
  package func isRight(_ index: Int) -> Bool {
    if case .returned = outcomes[index] { differences[index] == nil } else { false }
  }

  /// Whether a case came to a result, all of whose numbers are finite.
  package func isFinite(_ index: Int) -> Bool {
    returned(index)?.numbers.allSatisfy { $0.isFinite } == true
  }

  package var rightCount: Int { cases.indices.count { isRight($0) } }

  /// The steps of the student's own from whose functions every result follows; nil where none do.
  package var followed: [String]? {
    ownWays.first { own in
      zip(own.values, cases.indices).allSatisfy { value, index in
        guard let returned = returned(index) else { return false }
        return ValueDifference(
          returned, from: value, type: task.signature.result, task.tolerance,
          indexBase: task.indexBase) == nil
      }
    }?.steps
  }

  /// Whether it returned more than one number: from functions that return ones everywhere much
  /// follows, and nothing that anybody has worked out.
  package var isVaried: Bool {
    var found: Double?
    for index in cases.indices {
      for number in returned(index)?.numbers ?? [] {
        if let found, found != number { return true }
        found = number
      }
    }
    return false
  }

  /// The value returned in a case.
  package func returned(_ index: Int) -> FunctionValue? {
    if case .returned(let value) = outcomes[index] { value } else { nil }
  }
}
