import Answers
import Diagnosis

/// What comes out where not all examples count at once: only the last or the first of them, or each
/// after the other, by a function that gives new values for its parameters.
///
/// The examples are the entries of lists that are equally long; the key itself is asked again.
struct ExampleAccounts {
  private let run: CodeRun
  private let telling: [Int]

  init(_ run: CodeRun, _ telling: [Int]) {
    self.run = run
    self.telling = telling
  }

  /// Which examples count.
  private enum Manner: CaseIterable {
    case last, first, oneByOne
    /// Each after the other, by its share of the mean.
    case shareByShare

    var id: String {
      switch self {
      case .last: "last-example"
      case .first: "first-example"
      case .oneByOne, .shareByShare: "after-every-example"
      }
    }

    var says: Message {
      switch self {
      case .last: "Only the last example counts: add up with += where you assign."
      case .first: "Only the first example counts: the loop or the function ends too early."
      case .oneByOne, .shareByShare:
        """
        You update after every example; here all of them are taken at the old values, and there is \
        one update at the end.
        """
      }
    }
  }

  var reason: CodeDiagnosis.Reason? {
    let task = run.task
    for manner in Manner.allCases {
      let isSo = telling.allSatisfy { index in
        guard let returned = run.returned(index),
          let value = ExampleAccounts.value(task, run.cases[index].arguments, manner)
        else { return false }
        return ValueDifference(
          returned, from: value, type: task.signature.result, task.tolerance,
          indexBase: task.indexBase) == nil
      }
      if isSo {
        return CodeDiagnosis.Reason(
          says: manner.says, diagnosis: Explanation(kind: .mutation, edits: [manner.id]),
          value: { ExampleAccounts.value(task, $0, manner) })
      }
    }
    return nil
  }

  private static func value(
    _ task: CodeTask, _ arguments: [FunctionValue], _ manner: Manner
  ) -> FunctionValue? {
    let parameters = task.signature.parameters
    let places = parameters.indices.filter { parameters[$0].type == .array(.double) }
    let lengths = Set(places.map { arguments[$0].numbers.count })
    guard let count = lengths.first, lengths.count == 1, count > 0 else { return nil }
    var evaluator = CodeKey.Evaluator(task.key, task.signature, indexBase: task.indexBase)
    func result(_ example: Int, _ arguments: [FunctionValue]) -> FunctionValue? {
      var own = arguments
      for place in places {
        let numbers = own[place].numbers
        guard example < numbers.count else { return nil }
        own[place] = .array([.double(numbers[example])])
      }
      if case .success(let value) = evaluator.value(of: own) { return value }
      return nil
    }
    switch manner {
    case .last: return result(count - 1, arguments)
    case .first: return result(0, arguments)
    case .oneByOne, .shareByShare:
      let share = manner == .shareByShare ? 1 / Double(count) : 1
      var current = arguments
      var last: FunctionValue?
      for example in 0..<count {
        guard case .tuple(let parts)? = result(example, current),
          parts.count <= parameters.count,
          zip(task.signature.results, parameters).allSatisfy({ $0.type == $1.type })
        else { return nil }
        let moved = zip(current, parts).map { $0.moved(towards: $1, by: share) }
        current.replaceSubrange(..<moved.count, with: moved)
        last = .tuple(moved)
      }
      return last
    }
  }
}

extension FunctionValue {
  /// The value some part of the way to another.
  fileprivate func moved(towards other: FunctionValue, by share: Double) -> FunctionValue {
    switch (self, other) {
    case (.double(let here), .double(let there)): .double(here + share * (there - here))
    case (.array(let here), .array(let there)):
      .array(zip(here, there).map { $0.moved(towards: $1, by: share) })
    default: other
    }
  }
}
