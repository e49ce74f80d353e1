import Exercises
import Signatures

/// The calls that judging a Swift file takes, and which of them belong to which step.
struct CodePlan {
  private(set) var functions: [Signature] = []
  private(set) var calls: [CodeJob.Call] = []
  /// For each step the calls on its inputs, and those for differences.
  private(set) var parts: [Part] = []
  /// Why there are no calls, which is the author's doing.
  private(set) var fault: String?

  /// The calls that belong to one step.
  struct Part {
    let cases: [CodeCase]
    /// Where the calls of the cases begin in the job.
    let start: Int
    var probes: [DifferenceProbe] = []
  }

  /// How many inputs gradients are held against differences on.
  private static let mostProbedCases = 4
  /// How many entries are moved in each.
  private static let mostProbedEntries = 12

  /// Adds a step's calls.
  mutating func add(_ paper: Paper<CodeTask>, among papers: [Paper<CodeTask>]) {
    let number = functions.count
    functions.append(paper.task.signature)
    switch paper.task.cases.made() {
    case .failure(let problem): fault = fault ?? problem.message
    case .success(let cases):
      var part = Part(cases: cases, start: calls.count)
      calls += cases.map { CodeJob.Call(function: number, arguments: $0.arguments) }
      if let check = paper.task.differences,
        let loss = papers.firstIndex(where: { $0.heading.name == check.loss })
      {
        addProbes(check, paper.task.signature, papers[loss].task.signature, loss, &part)
      }
      parts.append(part)
    }
  }

  private mutating func addProbes(
    _ check: CodeTask.DifferenceCheck, _ signature: Signature, _ loss: Signature, _ number: Int,
    _ part: inout Part
  ) {
    for (index, one) in part.cases.prefix(CodePlan.mostProbedCases).enumerated() {
      for pair in check.pairs {
        guard let place = signature.parameters.firstIndex(where: { $0.name == pair.parameter })
        else { continue }
        let count = one.arguments[place].numbers.count
        // Spread over the entries where there are too many to move them all.
        let stride = max(1, (count + CodePlan.mostProbedEntries - 1) / CodePlan.mostProbedEntries)
        for entry in Swift.stride(from: 0, to: count, by: stride) {
          let probe = DifferenceProbe(
            caseNumber: index, part: pair.part, parameter: pair.parameter, entry: entry,
            start: calls.count)
          for step in [DifferenceProbe.step, -DifferenceProbe.step] {
            var arguments = one.arguments
            arguments[place] = arguments[place].moving(entry: entry, by: step)
            let given = loss.parameters.compactMap { need in
              signature.parameters.firstIndex { $0.name == need.name }.map { arguments[$0] }
            }
            calls.append(CodeJob.Call(function: number, arguments: given))
          }
          part.probes.append(probe)
        }
      }
    }
  }
}

/// Two calls of a student's own loss, with one entry of a parameter moved up and down.
struct DifferenceProbe {
  /// ε: small beside the numbers, large beside the rounding of a loss of about 1.
  static let step = 1e-5

  let caseNumber: Int
  let part: String?
  let parameter: String
  let entry: Int
  /// The first of the two calls in the job.
  let start: Int
}

extension FunctionValue {
  /// The value with one of its numbers, counted from 0 through all lists, moved.
  func moving(entry: Int, by distance: Double) -> FunctionValue {
    var left = entry
    func moved(_ value: FunctionValue) -> FunctionValue {
      switch value {
      case .double(let number):
        left -= 1
        return .double(left == -1 ? number + distance : number)
      case .int, .bool:
        left -= 1
        return value
      case .array(let items): return .array(items.map(moved))
      case .tuple(let items): return .tuple(items.map(moved))
      }
    }
    return moved(self)
  }
}
