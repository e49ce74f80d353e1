import Exercises

/// Finds the plainest wrong program of a network that gives all that a function returned.
///
/// The choices are tried one by one and two at once, in the order of how often people make them; two
/// at once where one of them alone gives a part of what was returned, or where both are frequent.
package struct NetworkSearch: Sendable {
  let choices: [NetworkChoice]
  let value: @Sendable (NetworkProgram, ReferenceArguments) -> FunctionValue?

  /// How far-fetched two slips at once may be.
  private static let mostBits = 9.0
  /// What is frequent enough to be tried with everything that is.
  private static let frequent = 2.5

  /// How many weights, each once for every sample, all programs that are tried may go through.
  ///
  /// All choices and all their pairs are fewer than 50 000 programs, which is enough for 400 weights.
  /// In a larger network what is named depends on this number, and not on how fast the machine is.
  private static let mostWork = 20_000_000

  /// - Parameters:
  ///   - run: What the function did.
  ///   - telling: The inputs that say something, those that came out wrong first.
  func account(of run: CodeRun, _ telling: [Int], _ setting: NetworkSetting) -> NetworkAccount? {
    let signature = run.task.signature
    func arguments(_ index: Int) -> ReferenceArguments {
      ReferenceArguments(signature, run.cases[index].arguments, setting)
    }
    guard let first = exemplar(run, telling), let returned = run.returned(first) else { return nil }
    let example = arguments(first)
    let work = example.work
    let comparison = PartComparison(
      returned.parts, run.cases[first].expected.parts, run.task.tolerance)
    var budget = NetworkSearch.mostWork
    func explainsAll(_ account: NetworkAccount) -> Bool {
      let program = account.program
      return telling.allSatisfy { index in
        let arguments = arguments(index)
        budget -= arguments.work
        guard let returned = run.returned(index), let wrong = value(program, arguments)
        else { return false }
        return ValueDifference(
          returned, from: wrong, type: signature.result, run.task.tolerance,
          indexBase: run.task.indexBase) == nil
      }
    }
    /// How many of the wrong parts come out; nil where it is no such program.
    func found(_ account: NetworkAccount) -> Int? {
      budget -= work
      return value(account.program, example).map { comparison.found($0.parts) }
    }
    let singles = choices.map { NetworkAccount(choices: [$0]) }.inOrder
    var partial: [NetworkChoice] = []
    for single in singles {
      if budget <= 0 { return nil }
      guard let count = found(single) else { continue }
      if count == comparison.wrongCount, explainsAll(single) { return single }
      if count > 0 { partial.append(single.choices[0]) }
    }
    let often = singles.filter { $0.bits <= NetworkSearch.frequent }.map { $0.choices[0] }
    let pairs =
      NetworkSearch.pairs(partial, singles.map { $0.choices[0] })
      + NetworkSearch.pairs(often, often)
    for pair in pairs.inOrder where pair.bits <= NetworkSearch.mostBits {
      if budget <= 0 { return nil }
      if found(pair) == comparison.wrongCount, explainsAll(pair) { return pair }
    }
    return nil
  }

  private static func pairs(
    _ firsts: [NetworkChoice], _ seconds: [NetworkChoice]
  ) -> [NetworkAccount] {
    firsts.flatMap { first in
      seconds.filter { $0.id != first.id && !first.excludes($0) }
        .map { NetworkAccount(choices: [first, $0]) }
    }
  }

  /// The input to try first: with several layers and units, so that little fits by chance.
  private func exemplar(_ run: CodeRun, _ telling: [Int]) -> Int? {
    func weight(_ index: Int) -> Int {
      let value = run.cases[index].expected
      guard case .tuple(let parts) = value, case .array(let layers)? = parts.first else { return 0 }
      return 100 * min(layers.count, 3) + min(value.numbers.count, 60)
    }
    return telling.filter { !run.isRight($0) }.max { weight($0) < weight($1) }
  }
}

/// Which parts of what was returned are wrong, and which of these something else gives.
private struct PartComparison {
  private let returned: [FunctionValue]
  private let wrong: [Int]
  private let tolerance: Tolerance

  var wrongCount: Int { wrong.count }

  init(_ returned: [FunctionValue], _ expected: [FunctionValue], _ tolerance: Tolerance) {
    self.returned = returned
    self.tolerance = tolerance
    wrong = returned.indices.filter { index in
      index >= expected.count || !returned[index].isSame(as: expected[index], tolerance)
    }
  }

  /// How many of the wrong parts are given; all others must be given too for it to be all of them.
  func found(_ parts: [FunctionValue]) -> Int {
    guard parts.count == returned.count else { return 0 }
    return wrong.count { returned[$0].isSame(as: parts[$0], tolerance) }
  }
}

extension FunctionValue {
  /// The lists for each layer, of each part of a tuple.
  fileprivate var parts: [FunctionValue] {
    switch self {
    case .tuple(let items):
      items.flatMap { item in if case .array(let layers) = item { layers } else { [item] } }
    default: [self]
    }
  }

  fileprivate func isSame(as other: FunctionValue, _ tolerance: Tolerance) -> Bool {
    let (own, others) = (numbers, other.numbers)
    return own.count == others.count
      && zip(own, others).allSatisfy { tolerance.accepts($0, for: $1) }
  }
}

extension [NetworkAccount] {
  fileprivate var inOrder: [NetworkAccount] {
    indices.sorted { (self[$0].bits, $0) < (self[$1].bits, $1) }.map { self[$0] }
  }
}

extension ReferenceArguments {
  /// What a pass costs: the weights and biases, once for every sample.
  fileprivate var work: Int {
    let parameters = ["weights", "biases"].compactMap { value($0) }.map { $0.numbers.count }
    return max(1, parameters.reduce(0, +)) * max(1, matrix("X")?.first?.count ?? 1)
  }
}
