import Answers

/// A sort of input that people forget: where it is just the inputs of the sort that fail, that is told.
struct EdgeCase: Sendable {
  /// What such inputs have, and no other has.
  let words: Message
  let holds: @Sendable ([FunctionValue]) -> Bool

  /// From the rarer to the commoner sort.
  static let all = [
    EdgeCase(words: "an empty list") { $0.contains { $0.lists.contains { $0.isEmpty } } },
    EdgeCase(words: "a list of one entry") { $0.contains { $0.lists.contains { $0.count == 1 } } },
    EdgeCase(words: "a number that is exactly 0") { $0.contains { $0.numbers.contains(0) } },
    EdgeCase(words: "a tie: the same number twice in a list") {
      $0.contains { $0.lists.contains { Set($0).count < $0.count } }
    },
  ]

  /// The sort that all inputs that fail are of, and none that came out right; nil where there is none.
  static func only(in run: CodeRun) -> EdgeCase? {
    let right = run.cases.indices.filter { run.isRight($0) }
    let wrong = run.cases.indices.filter { !run.isRight($0) && run.outcomes[$0] != .notMade }
    // Where most inputs fail, and of a few, the sort of the wrong ones may be chance.
    guard !wrong.isEmpty, right.count > wrong.count, right.count + wrong.count >= 4 else {
      return nil
    }
    return all.first { sort in
      wrong.allSatisfy { sort.holds(run.cases[$0].arguments) }
        && !right.contains { sort.holds(run.cases[$0].arguments) }
    }
  }
}

extension FunctionValue {
  /// The lists of plain values in it.
  fileprivate var lists: [[FunctionValue]] {
    guard case .array(let items) = self else { return [] }
    let inner = items.flatMap { $0.lists }
    return inner.isEmpty ? [items] : inner
  }
}
