import Exercises

/// The calls that judging a Swift file takes, and which of them belong to which step.
package struct CodePlan {
  package private(set) var functions: [Signature] = []
  package private(set) var calls: [FunctionJob.Call] = []
  /// For each step the calls on its inputs, and those for differences.
  package private(set) var parts: [Part] = []
  /// Why there are no calls, which is the author's doing.
  package private(set) var fault: String?

  /// The calls that belong to one step.
  package struct Part {
    let cases: [CodeCase]
    /// Where the calls of the cases begin in the job.
    let start: Int
    var probes: [DifferenceProbe] = []
    /// The ways from the student's own earlier functions, with the calls of these.
    var ways: [OwnWay] = []
  }

  /// How many inputs gradients are held against differences on.
  private static let mostProbedCases = 4
  /// How many entries are moved in each.
  private static let mostProbedEntries = 12
  /// How many calls of earlier functions a way may take.
  static let mostOwnCalls = 1000

  /// How many inputs of a function are tried once more.
  private static let mostAgain = 8

  package init() {}

  /// The calls to be made once more, since a function is to give the same for the same input.
  package var again: [Int] {
    parts.flatMap { part -> [Int] in
      let count = part.cases.count
      let stride = max(1, (count + CodePlan.mostAgain - 1) / CodePlan.mostAgain)
      return Swift.stride(from: 0, to: count, by: stride).map { part.start + $0 }
    }
  }

  /// Adds a step's calls.
  ///
  /// - Parameter all: Every step that the file answers, by name.
  package mutating func add(_ task: CodeTask, among all: [(name: String, task: CodeTask)]) {
    let number = functions.count
    functions.append(task.signature)
    switch task.cases.made() {
    case .failure(let problem): fault = fault ?? problem.message
    case .success(let cases):
      var part = Part(cases: cases, start: calls.count)
      calls += cases.map { FunctionJob.Call(function: number, arguments: $0.arguments) }
      if let check = task.differences, let loss = all.firstIndex(where: { $0.name == check.loss }) {
        addProbes(check, task.signature, all[loss].task.signature, loss, &part)
      }
      for way in task.ways { addWay(way, of: task, Array(all.prefix(number)), &part) }
      parts.append(part)
    }
  }

  private mutating func addWay(
    _ way: CodeTask.Way, of task: CodeTask, _ earlier: [(name: String, task: CodeTask)],
    _ part: inout Part
  ) {
    let named = earlier.map { (name: $0.name, signature: $0.task.signature) }
    guard let functions = try? OwnFunctions(way, of: task.signature, earlier: named) else { return }
    var own = OwnWay(functions: functions)
    for one in part.cases {
      var places: [Range<Int>] = []
      for source in functions.sources {
        let given = functions.calls(of: source, for: one.arguments) ?? []
        places.append(calls.count..<calls.count + given.count)
        calls += given.map { FunctionJob.Call(function: source.place, arguments: $0) }
      }
      own.calls.append(places)
    }
    part.ways.append(own)
  }

  private mutating func addProbes(
    _ check: CodeTask.DifferenceCheck, _ signature: Signature, _ loss: Signature, _ number: Int,
    _ part: inout Part
  ) {
    /// The call of the loss on arguments of the gradient; nil where it needs others.
    func call(_ arguments: [FunctionValue]) -> FunctionJob.Call? {
      let given = loss.parameters.compactMap { need in
        signature.parameters.firstIndex { $0.name == need.name && $0.type == need.type }
          .map { arguments[$0] }
      }
      return given.count == loss.parameters.count
        ? FunctionJob.Call(function: number, arguments: given) : nil
    }
    for (index, one) in part.cases.prefix(CodePlan.mostProbedCases).enumerated() {
      guard let unmoved = call(one.arguments) else { return }
      let center = calls.count
      calls.append(unmoved)
      for pair in check.pairs {
        guard let place = signature.parameters.firstIndex(where: { $0.name == pair.parameter })
        else { continue }
        let numbers = one.arguments[place].numbers
        // Spread over the entries where there are too many to move them all.
        let most = CodePlan.mostProbedEntries
        let stride = max(1, (numbers.count + most - 1) / most)
        for entry in Swift.stride(from: 0, to: numbers.count, by: stride) {
          let step = DifferenceProbe.step(for: numbers[entry])
          let points = (up: numbers[entry] + step, down: numbers[entry] - step)
          let start = calls.count
          for point in [points.up, points.down] {
            var arguments = one.arguments
            arguments[place] = arguments[place].replacing(entry: entry, with: point)
            if let moved = call(arguments) { calls.append(moved) }
          }
          part.probes.append(
            DifferenceProbe(
              caseNumber: index, part: pair.part, parameter: pair.parameter, entry: entry,
              points: points,
              calls: (start, start + 1, center)))
        }
      }
    }
  }
}
