import Diagnosis
import Exercises
import Formulas
import Numerics

/// The reasons that the tutor has for a step and that nobody reads under a tolerance of the author's.
struct SilencedReasons {
  /// The slips that pass for right, and would not without the tolerance.
  let passing: [CommonSlip]
  /// The slips that come to one answer in the digits that the tolerance asks for, and would not in
  /// those that people type.
  let alike: [(answer: String, slips: [CommonSlip])]

  init(_ row: SlipTable.Row, _ right: Tensor, _ tolerance: Tolerance) {
    passing = row.groups.filter(\.isRight).flatMap { group in
      group.slips.filter { !Tolerance.typedByHand.accepts($0.value, for: right) }
    }
    let others = row.groups.filter { !$0.isRight }
    let isFine = zip(right.entries, right.entries.map { tolerance.bound(for: $0) }).allSatisfy {
      $1 <= Tolerance.typedByHand.inUsualDigits.bound(for: $0)
    }
    var answers: [(answer: String, slips: [CommonSlip])] = []
    for group in others where !isFine {
      // Slips that nobody tells apart in any case count once.
      guard let slip = group.slips.first else { continue }
      let answer = slip.value.typed(within: tolerance)
      if let place = answers.firstIndex(where: { $0.answer == answer }) {
        answers[place].slips.append(slip)
      } else {
        answers.append((answer, [slip]))
      }
    }
    alike = answers.filter { $0.slips.count > 1 }
  }

  /// All of them, in words; nil where there are none.
  var text: String? {
    var sentences: [String] = []
    if !passing.isEmpty {
      sentences.append("never given, for the answer is right: \(SilencedReasons.list(passing))")
    }
    for group in alike {
      sentences.append(
        "not told apart, for each may be typed as \(group.answer): "
          + SilencedReasons.list(group.slips))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
  }

  private static func list(_ slips: [CommonSlip]) -> String {
    slips.map { "'\($0.says.text)'" }.joined(separator: ", ")
  }
}

extension Tensor {
  /// The value as somebody types it who writes no more digits than a tolerance asks for.
  fileprivate func typed(within tolerance: Tolerance) -> String {
    written { entry in
      // What is rounded to a unit is off by half of it at most.
      guard let exponent = PowerOfTen.exponent(of: 2 * tolerance.bound(for: entry)) else {
        return NumberText.shortest(entry)
      }
      let unit = PowerOfTen.power(exponent)
      let rounded = (entry / unit).rounded() * unit
      return NumberText.fixed(rounded == 0 ? 0 : rounded, decimals: min(max(0, -exponent), 15))
    }
  }
}
