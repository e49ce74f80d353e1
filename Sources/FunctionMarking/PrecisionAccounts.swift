import Answers
import Diagnosis
import Numerics

/// Results that are right as far as they go: computed in Float, or rounded before they were returned.
///
/// Both are told from a wrong calculation by all results at once. A Float has 24 bits, so whatever is
/// computed in it is right to seven digits of the largest number in it; what was rounded to n
/// decimals is a multiple of 10⁻ⁿ, the nearest to the right number.
struct PrecisionAccounts {
  private let run: CodeRun
  private let telling: [Int]

  init(_ run: CodeRun, _ telling: [Int]) {
    self.run = run
    self.telling = telling
  }

  var reason: CodeDiagnosis.Reason? {
    guard let pairs, pairs.contains(where: { $0.found != $0.right }) else { return nil }
    if let decimals = decimals(of: pairs) {
      let scale = PowerOfTen.power(decimals)
      return reason("rounded-output", .rounded(decimals)) { ($0 * scale).rounded() / scale }
    }
    return isOfFloat ? reason("float-precision", .float) { Double(Float($0)) } : nil
  }

  private func reason(
    _ id: String, _ says: Message, _ change: @escaping @Sendable (Double) -> Double
  ) -> CodeDiagnosis.Reason {
    let task = run.task
    return CodeDiagnosis.Reason(
      says: says, diagnosis: Explanation(kind: .slip, edits: [id]),
      value: { arguments in
        var key = CodeKey.Evaluator(task.key, task.signature, indexBase: task.indexBase)
        guard case .success(let right) = key.value(of: arguments) else { return nil }
        return right.changed(change)
      })
  }

  // MARK: Numbers

  private typealias Pair = (found: Double, right: Double)

  /// Each returned number beside the right one; nil where a result has another shape.
  private var pairs: [Pair]? {
    var pairs: [Pair] = []
    for index in telling {
      guard let returned = run.returned(index), returned.hasShape(of: run.cases[index].expected)
      else { return nil }
      pairs += zip(returned.numbers, run.cases[index].expected.numbers).map { ($0, $1) }
    }
    return pairs.isEmpty ? nil : pairs
  }

  /// To how many decimals all results are rounded; nil where they are not.
  private func decimals(of pairs: [Pair]) -> Int? {
    (1...8).first { decimals in
      let unit = PowerOfTen.power(-decimals)
      let isNearest = pairs.allSatisfy { found, right in
        let slack = 1e-9 * unit + 4e-16 * abs(right)
        let multiple = (found / unit).rounded() * unit
        return abs(found - multiple) <= slack && abs(found - right) <= 0.5 * unit + slack
      }
      // Of numbers that are all short, rounding says nothing.
      return isNearest && pairs.contains { abs($0.right) >= unit }
    }
  }

  /// Whether every result is right to the digits of a Float, and to no more.
  private var isOfFloat: Bool {
    telling.allSatisfy { index in
      guard let returned = run.returned(index) else { return false }
      let right = run.cases[index].expected.numbers
      let largest = max(right.map { abs($0) }.max() ?? 0, largestArgument(index))
      return zip(returned.numbers, right).allSatisfy { abs($0 - $1) <= 2e-6 * largest }
    }
  }

  /// Differences of large numbers lose digits: what went in counts as well as what came out.
  private func largestArgument(_ index: Int) -> Double {
    min(1, run.cases[index].arguments.flatMap { $0.numbers }.map { abs($0) }.max() ?? 0)
  }
}

extension FunctionValue {
  /// The value with every fraction changed.
  fileprivate func changed(_ change: (Double) -> Double) -> FunctionValue {
    switch self {
    case .double(let number): .double(change(number))
    case .int, .bool: self
    case .array(let items): .array(items.map { $0.changed(change) })
    case .tuple(let items): .tuple(items.map { $0.changed(change) })
    }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func rounded(_ decimals: Int) -> Message {
    """
    Your results are right but rounded to \(decimals) \(decimals == 1 ? "decimal" : "decimals"): \
    return the number itself, and round only what you print.
    """
  }

  fileprivate static let float: Message = """
    Your results are right to about 7 digits, which is what a Float holds: compute in Double \
    throughout.
    """
}
