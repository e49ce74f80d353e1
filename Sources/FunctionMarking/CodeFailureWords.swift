import Answers
import Formulas
import LocatedJSON

/// What went wrong in a run, in words: the first input that failed, and how many did.
package struct CodeFailureWords {
  private let run: CodeRun

  package init(_ run: CodeRun) {
    self.run = run
  }

  /// Sentences from the particular to the whole; none where every input came out right.
  package var sentences: [Message] {
    guard let first = run.cases.indices.first(where: { !run.isRight($0) && isMade($0) }) else {
      return unmadeCount > 0 ? [notMade] : []
    }
    var sentences = [sentence(first)]
    if let advice = overflowAdvice { sentences.append(advice) }
    if run.cases.count > 1 { sentences.append(.count(run.rightCount, of: run.cases.count)) }
    if let sort = EdgeCase.only(in: run) { sentences.append(.edge(sort.words)) }
    if unmadeCount > 0 { sentences.append(notMade) }
    return sentences
  }

  private func isMade(_ index: Int) -> Bool { run.outcomes[index] != .notMade }

  private var unmadeCount: Int { run.outcomes.count { $0 == .notMade } }

  /// Why inputs were not tried.
  private var notMade: Message {
    let isHanging = run.outcomes.contains { if case .timedOut = $0 { true } else { false } }
    return isHanging ? .hanging(unmadeCount) : .notMade(unmadeCount)
  }

  private func sentence(_ index: Int) -> Message {
    let arguments = run.task.signature.message(of: run.cases[index].arguments)
    let head: Message = arguments.isEmpty ? "It" : "For \(arguments) it"
    switch run.outcomes[index] {
    case .returned(let value):
      let shown = value.text(
        labels: run.task.signature.results.map { $0.label },
        digits: value.isNear(run.cases[index].expected)
          ? FunctionValue.allDigits : FunctionValue.usualDigits)
      return """
        \(head) returns \(formula: shown, numbers: value.numbers). \
        \(run.differences[index]?.sentence ?? "")
        """
    case .crashed(let message):
      guard let message else { return "\(head) breaks off." }
      let words = Quotation.visible(message.unicodeScalars.prefix(300))
      return "\(head) breaks off: \(visible: words)\(words.last == "." ? "" : ".")"
    case .timedOut(let limit): return "\(head) had not returned after \(written: limit)."
    case .outOfMemory: return "\(head) asks for more memory than it may have."
    case .exited(let code):
      return "\(head) ends the program with exit(\(code)) instead of returning."
    case .malformed(let reason):
      let words = Quotation.visible(reason.unicodeScalars)
      return "\(head) returns what cannot be used: \(visible: words)"
    case .notMade: return ""
    }
  }

  // MARK: Overflow

  /// What to do where large inputs give nan or inf.
  private var overflowAdvice: Message? {
    let index = run.cases.indices.first { index in
      let largest = run.cases[index].arguments.flatMap { $0.numbers }.map { abs($0) }.max() ?? 0
      return run.differences[index]?.isNotFinite == true
        && largest >= CodeFailureWords.overflowsAbove
    }
    guard let index else { return nil }
    let arguments = run.task.signature.message(of: run.cases[index].arguments)
    if let own = run.task.overflow { return .tooLarge(arguments, own) }
    let isBelowZero = run.cases[index].arguments.allSatisfy { $0.numbers.allSatisfy { $0 < 0 } }
    return remedy.map {
      isBelowZero && $0 == .subtractLargest
        ? .underflow(arguments, $0) : .overflow(arguments, $0)
    }
  }

  /// exp(x) is infinite above 709.78; squares of sums reach that from inputs of this size.
  private static let overflowsAbove = 300.0

  /// The usual way out, by the functions that the key is made of; nil where it has no exp in it.
  private var remedy: Message? {
    guard case .formulas(let formulas) = run.task.key else { return .gentlerExponents }
    let functions = formulas.reduce(into: Set<Function>()) { $0.formUnion($1.expression.functions) }
    if !functions.isDisjoint(with: [.softmax, .logsumexp]) { return .subtractLargest }
    if !functions.isDisjoint(with: [.sigmoid, .softplus]) { return .negativeExponents }
    return functions.isDisjoint(with: [.exp, .tanh]) ? nil : .gentlerExponents
  }
}

extension Expression {
  /// Every function that is called somewhere in it, or of which it has the derivative.
  fileprivate var functions: Set<Function> {
    let below = children.reduce(into: Set<Function>()) { $0.formUnion($1.functions) }
    switch node {
    case .call(let function, _), .derivative(let function, _): return below.union([function])
    default: return below
    }
  }
}

extension FunctionValue {
  /// Whether a wrong value is so close to the right one that it takes many digits to see it.
  fileprivate func isNear(_ other: FunctionValue) -> Bool {
    let pairs = zip(numbers, other.numbers)
    return pairs.allSatisfy { abs($0 - $1) <= 1e-4 * max(abs($0), abs($1)) }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func count(_ right: Int, of count: Int) -> Message {
    right == 0
      ? "None of the \(count) inputs came out right."
      : "\(right) of the \(count) inputs came out right."
  }

  fileprivate static func edge(_ words: Message) -> Message {
    "Every input that fails has \(words); no other has."
  }

  fileprivate static func hanging(_ count: Int) -> Message {
    """
    \(count == 1 ? "An input was" : "Further inputs were") not tried, as calls before had not \
    returned in time: look for a loop that never ends.
    """
  }

  fileprivate static func notMade(_ count: Int) -> Message {
    // Not how many: that is a matter of time.
    """
    \(count == 1 ? "An input was" : "Further inputs were") not tried: too many before had broken \
    off.
    """
  }

  /// The author knows what overflows, and says it.
  fileprivate static func tooLarge(_ arguments: Message, _ advice: String) -> Message {
    "For \(arguments) no finite number comes out. \(authored: advice)"
  }

  fileprivate static func overflow(_ arguments: Message, _ remedy: Message) -> Message {
    "For \(arguments) there is an overflow: exp of a number above \(709) is infinite. \(remedy)"
  }

  fileprivate static func underflow(_ arguments: Message, _ remedy: Message) -> Message {
    "For \(arguments) there is an underflow: exp of a number below −\(745) is 0, and so is the sum. \(remedy)"
  }

  fileprivate static let subtractLargest: Message =
    "Subtract the largest entry from all of them before exp; softmax does not change by that."
  fileprivate static let negativeExponents: Message =
    "Give exp only negative numbers: for z < 0 use exp(z)/(1 + exp(z)), else 1/(1 + exp(-z))."
  fileprivate static let gentlerExponents: Message =
    "Rearrange the formula so that exp is never given a large number."
}
