import Answers
import Exercises
import Formulas
import LocatedJSON
import Numerics

/// What moving one parameter a little does to the loss, held against a wrong gradient entry.
package struct SlopeEvidence: Hashable, Sendable {
  /// The worst entry's indices.
  package let entry: [Int]
  /// The slope by central differences, to so few digits that it does not give the answer away;
  /// nil where even one would.
  package let slope: Double?
  /// The entry as it was handed in.
  package let given: Double
  /// The order of the Taylor remainder: near 2 for a right gradient, near 1 for a wrong one.
  package let remainderOrder: Double?
  /// Whether the loss has a kink there, so that slopes prove nothing.
  package let isAtKink: Bool
  /// The evidence in words.
  package let says: Message

  package init(
    entry: [Int], slope: Double?, given: Double, remainderOrder: Double?, isAtKink: Bool,
    says: Message
  ) {
    self.entry = entry
    self.slope = slope
    self.given = given
    self.remainderOrder = remainderOrder
    self.isAtKink = isAtKink
    self.says = says
  }
}

extension SlopeEvidence {
  /// The evidence against a wrong gradient; nil where there is none.
  ///
  /// - Parameters:
  ///   - check: Of what and by what the value is the gradient.
  ///   - key: The right values, on the weights this student chose.
  ///   - lossWords: What the gradient is of: "the loss", or the name of what is none.
  ///   - isLossKnown: Whether the student may be told the loss: it is right, or not asked for.
  ///   - open: What must not be told, beyond the value itself.
  init?(
    against value: TypedValue, _ step: ValueStep, _ check: Exercise.GradientCheck,
    _ key: Evaluation, _ nudges: NudgeTable, lossWords: Message, isLossKnown: Bool,
    open: OpenAnswers
  ) {
    let program = key.program
    guard let loss = program.slot(named: check.loss),
      let parameter = program.slot(named: check.parameter),
      value.tensor.shape.count == program.shape(of: step.slot).count
    else { return nil }
    let right = key.value(of: step.slot)
    func severity(_ index: Int) -> Double {
      let distance = abs(value.tensor[index] - right[index])
      if step.tolerance.isAsTyped { return distance }
      return distance / max(step.tolerance.bound(for: right[index]), 1e-12)
    }
    guard let worst = right.entries.indices.max(by: { severity($0) < severity($1) }) else {
      return nil
    }
    let given = value.tensor[worst]
    let entry = value.tensor.indices(at: worst, from: program.indexBase)
    let moved = check.parameterEntry(of: worst)
    let place =
      check.parameterEntries == nil
      ? entry : program.shape(of: parameter).indices(at: moved, from: program.indexBase)
    let isWhole = place.isEmpty || program.shape(of: parameter) == .vector(1)
    let label =
      Expression.Spelling.mathematical.name(check.parameter) + (isWhole ? "" : place.inBrackets)
    let nudge = nudges.nudge(
      at: NudgeTable.Place(parameter: parameter, entry: moved, loss: loss), in: key)
    if nudge.isAtKink {
      self.init(
        entry: entry, slope: nil, given: given, remainderOrder: nil, isAtKink: true,
        says: .kink(label, lossWords))
      return
    }
    let slope = nudge.slope * check.factor
    let order = nudge.remainderOrder(ofClaim: given / check.factor)
    func isDiscreet(_ number: Double) -> Bool {
      !step.tolerance.isGivenAway(by: number, right)
    }
    if let shown = SlopeEvidence.rounded(slope, besides: given, where: isDiscreet) {
      let words = SlopeWords(
        label: label, loss: lossWords, nudge: nudge, slope: shown, given: given,
        factor: check.factor)
      let ways: [SlopeWords.Way] =
        (isLossKnown ? [.losses(digits: 2), .losses(digits: 1)] : [.change])
        + (abs(slope) < 1e-9 ? [] : [.direction])
      // The numbers beside the slope must not give the answer away either, with a minus or without,
      // nor another answer; the slope alone may do.
      let own = [given, nudge.distance]
      // Losses near one that is known tell nothing that it does not.
      let others = isLossKnown ? open.without(key.entry(0, of: loss)) : open
      let discreet = ways.lazy.map { words.account(by: $0) }.first { account in
        let numbers = account.says.numbersWritten
        return numbers.allSatisfy {
          abs($0.value) == abs(given) || isDiscreet($0.value) && isDiscreet(-$0.value)
        } && !others.areTold(by: numbers, besides: own)
          && account.quotients.allSatisfy(isDiscreet)
      }
      if let discreet {
        self.init(
          entry: entry, slope: shown, given: given, remainderOrder: order, isAtKink: false,
          says: discreet.says)
        return
      }
    }
    self.init(
      entry: entry, slope: nil, given: given, remainderOrder: order, isAtKink: false,
      says: .comparison(label, given, slope, lossWords))
  }

  /// The slope to two digits, or to one; nil where that would pass for the answer, or looks like
  /// what was given.
  private static func rounded(
    _ slope: Double, besides given: Double, where isDiscreet: (Double) -> Bool
  ) -> Double? {
    for digits in [2, 1] {
      let shown = NumberText.rounded(slope, digits: digits)
      if isDiscreet(shown), NumberText.rounded(given, digits: digits) != shown { return shown }
    }
    return nil
  }
}

// MARK: - Messages

/// The words about a slope that can be shown.
private struct SlopeWords {
  package let label: String
  let loss: Message
  let nudge: Nudge
  /// The slope as it may be shown.
  let slope: Double
  let given: Double
  /// What was asked for, in slopes of the loss: not 1 where that is a mean over samples.
  let factor: Double

  /// Words about a slope, with what a student may work out from the numbers in them.
  struct Account {
    let says: Message
    /// Differences of the loss over those of the parameter, rounded in any way.
    var quotients: [Double] = []

    init(_ says: Message, quotient: Double? = nil) {
      self.says = says
      quotients =
        quotient.map { quotient in
          (1...4).map { NumberText.rounded(quotient, digits: $0) }
        } ?? []
    }
  }

  /// What a slope is told by, from what tells most to what tells least.
  enum Way {
    /// The losses on both sides, whose difference is to be seen in so many digits.
    case losses(digits: Int)
    /// How much the loss changes.
    case change
    /// Which way the loss goes, without saying how far.
    case direction
  }

  func account(by way: Way) -> Account {
    switch way {
    case .losses(let digits): losses(digits: digits)
    case .change: change
    case .direction: direction
    }
  }

  private var distance: Double { nudge.distance }

  private func losses(digits: Int) -> Account {
    let losses = nudge.losses
    let change = abs(2 * distance * nudge.slope)
    let first = Int(Math.log10(max(change, 1e-14)).rounded(.down))
    let decimals = max(digits, digits - 1 - first)
    let (below, above) = (
      NumberText.fixed(losses.below, decimals: decimals),
      NumberText.fixed(losses.above, decimals: decimals)
    )
    let difference = (Double(above) ?? 0) - (Double(below) ?? 0)
    return Account(
      """
      Evidence: with \(name: label) moved by −\(short(distance)) and +\(short(distance)) \(loss) is \
      \(written: below) and \(written: above), \(conclusion)
      """, quotient: difference / (2 * distance) * factor)
  }

  private var change: Account {
    let change = 2 * distance * nudge.slope
    let verb = change < 0 ? "falls" : "rises"
    return Account(
      """
      Evidence: when \(name: label) moves from −\(short(distance)) to +\(short(distance)) about its \
      value, \(loss) \(verb) by about \(short(abs(change), digits: 1)), \(conclusion)
      """, quotient: NumberText.rounded(change, digits: 1) / (2 * distance) * factor)
  }

  private var direction: Account {
    Account(
      """
      Evidence: when \(name: label) grows, \(loss) \(slope < 0 ? "falls" : "rises"), with \(conclusion)
      """)
  }

  private var conclusion: Message {
    """
    a slope of about \(short(slope))\(factor != 1 ? " (per sample)" : ""); you have \
    \(written: NumberText.shortest(given).withTrueMinus).
    """
  }

  /// The number without an exponent, but for very small ones.
  private func short(_ value: Double, digits: Int = 4) -> Message {
    let first = PowerOfTen.exponent(of: value) ?? 0
    guard (-9..<6).contains(first) else {
      return "\(written: NumberText.general(value, digits: digits).withTrueMinus)"
    }
    let text = NumberText.fixed(value, decimals: max(0, digits - 1 - first))
    return "\(written: NumberText.withoutZeros(text).withTrueMinus)"
  }
}

extension Message {
  fileprivate static func kink(_ label: String, _ loss: Message) -> Message {
    """
    At \(name: label) \(loss) has a kink: any value between its two one-sided slopes is fair there, \
    so the exercise's own agreement decides.
    """
  }

  fileprivate static func comparison(
    _ label: String, _ given: Double, _ slope: Double, _ loss: Message
  ) -> Message {
    let yours: Message = "\(written: NumberText.shortest(given).withTrueMinus)"
    if abs(slope) < 1e-9 {
      return "Evidence: moving \(name: label) does not change \(loss), but you have \(yours)."
    }
    if given == 0 || (given < 0) != (slope < 0) {
      let direction = slope > 0 ? "rises" : "falls"
      return "Evidence: when \(name: label) grows, \(loss) \(direction), but you have \(yours)."
    }
    let comparison = abs(given) > abs(slope) ? "less" : "more"
    return "Evidence: moving \(name: label) changes \(loss) \(comparison) than your \(yours) says."
  }
}

extension String {
  /// With the minus of the chapter.
  fileprivate var withTrueMinus: String { NumberText.withTrueMinus(self) }
}
