import Answers
import Exercises
import Formulas

/// How far a value may move because the answers it rests on were rounded for the page.
///
/// A student who keeps every digit in the calculator goes on with a value within one unit of the
/// last digit typed. To first order the effects of all such units add up.
struct RoundingSpread {
  /// An earlier answer, as typed and with the rule it is held to.
  struct Source {
    let slot: Program.Slot
    let value: TypedValue
    let tolerance: Tolerance
  }

  /// For each entry of the value, how far it may move.
  private let bounds: [Double]
  private let value: Tensor
  private let tolerance: Tolerance

  /// Beyond this many typed entries, nothing is worked out.
  private static let mostEntries = 400
  /// An answer further off than this share of the value is wrong for another reason than rounding.
  private static let nearness = 0.05

  /// The spread around the student's own value of a step, where an answer to it is a near miss.
  ///
  /// - Parameters:
  ///   - own: The student's own values, up to that of the step.
  ///   - between: The unanswered values that lie on the way, in the order of the program.
  init?(
    of step: ValueStep, near answer: TypedValue, on own: Evaluation, sources: [Source],
    between: [Program.Slot]
  ) {
    value = own.value(of: step.slot)
    tolerance = step.tolerance
    let rule = step.tolerance
    // Around an infinite value everything would be near.
    guard value.entries.allSatisfy({ $0.isFinite }) else { return nil }
    let isNear = zip(answer.tensor.entries, value.entries).allSatisfy { typed, own in
      abs(typed - own) <= RoundingSpread.nearness * abs(own) + 100 * rule.bound(for: own)
    }
    let entries = sources.reduce(0) { $0 + $1.value.tensor.shape.count }
    guard isNear, (1...RoundingSpread.mostEntries).contains(entries) else { return nil }
    var bounds = [Double](repeating: 0, count: value.shape.count)
    for source in sources {
      for (index, number) in source.value.tensor.entries.enumerated() {
        guard let digit = source.value.lastDigits[index] else { continue }
        var moved = own
        // Typing fewer digits than asked for must not make the marking milder.
        let unit = min(
          Tolerance.decimals(-digit).bound(for: 0), source.tolerance.bound(for: number))
        moved.set(source.slot, entry: index, to: number + unit)
        for slot in between { moved.run(slot) }
        moved.run(step.slot)
        for place in bounds.indices {
          bounds[place] += abs(moved.entry(place, of: step.slot) - value[place])
        }
      }
    }
    self.bounds = bounds
  }

  /// Whether an answer is as near as the rounding allows.
  func accepts(_ answer: TypedValue) -> Bool {
    answer.tensor.entries.indices.allSatisfy { index in
      let (typed, own) = (answer.tensor[index], value[index])
      let excess = max(0, abs(typed - own) - bounds[index])
      return tolerance.accepts(typed < own ? own - excess : own + excess, for: own)
    }
  }
}
