import Answers
import Exercises
import Formulas

/// How far a value may move because the wrong answers it rests on were rounded for the page.
///
/// A student who keeps every digit in the calculator goes on with a value within half a unit of the
/// last digit typed. Where the answer was right, that value is known; where it was wrong, it is not.
/// To first order the effects of all such halves add up.
struct RoundingSpread {
  /// An earlier answer as it was typed.
  struct Source {
    let slot: Program.Slot
    let value: TypedValue
  }

  /// For each entry of the value, how far it may move.
  private let bounds: [Double]
  private let value: Tensor
  private let tolerance: Tolerance

  /// Beyond this many typed entries, nothing is worked out.
  private static let mostEntries = 400
  /// An answer further off than this share of the value is wrong for another reason than rounding.
  private static let nearness = 0.05
  /// The digits that an answer has at the least; who typed fewer is given no more room.
  private static let digits = 2

  /// The spread around a student's own value, where an answer to it is a near miss.
  ///
  /// - Parameters:
  ///   - slot: Where the value is computed, by one of its ways.
  ///   - own: The student's own values, up to that one.
  ///   - sources: The wrong answers it rests on.
  ///   - between: The unanswered values that lie on the way, in the order of the program.
  init?(
    at slot: Program.Slot, near answer: TypedValue, on own: Evaluation, sources: [Source],
    between: [Program.Slot], _ tolerance: Tolerance
  ) {
    // Nothing widens a tolerance that an author states.
    guard case .asTyped = tolerance else { return nil }
    value = own.value(of: slot)
    self.tolerance = tolerance
    // Around an infinite value everything would be near.
    guard value.entries.allSatisfy({ $0.isFinite }) else { return nil }
    let scale = value.scale
    let isNear = zip(answer.tensor.entries, value.entries).allSatisfy { typed, own in
      abs(typed - own) <= RoundingSpread.nearness * max(abs(own), scale)
    }
    let entries = sources.reduce(0) { $0 + $1.value.tensor.shape.count }
    guard isNear, (1...RoundingSpread.mostEntries).contains(entries) else { return nil }
    var bounds = [Double](repeating: 0, count: value.shape.count)
    for source in sources {
      let most = TypedEntry.unit(
        of: source.value.tensor.scale, digit: RoundingSpread.digits)
      for (index, number) in source.value.tensor.entries.enumerated() {
        guard let digit = source.value.lastDigits[index] else { continue }
        var moved = own
        moved.set(
          source.slot, entry: index, to: number + min(TypedEntry.unit(ofLastDigit: digit), most) / 2
        )
        for slot in between { moved.run(slot) }
        moved.run(slot)
        for place in bounds.indices {
          bounds[place] += abs(moved.entry(place, of: slot) - value[place])
        }
      }
    }
    self.bounds = bounds
  }

  /// Whether an answer is as near as the rounding allows.
  func accepts(_ answer: TypedValue) -> Bool {
    var nearest = answer
    for index in answer.tensor.entries.indices {
      let (typed, own) = (answer.tensor[index], value[index])
      let excess = max(0, abs(typed - own) - bounds[index])
      nearest.tensor[index] = typed < own ? own - excess : own + excess
    }
    return nearest.isRight(for: value, tolerance)
  }
}
