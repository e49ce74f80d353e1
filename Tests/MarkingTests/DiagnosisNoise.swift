import Exercises
import Formulas
import Foundation
import LearnersSlips
import Numerics

@testable import Marking

/// Wrong answers that nothing but chance accounts for.
struct Noise {
  /// How the numbers come about.
  enum Source: String, CaseIterable {
    case uniform, logUniform, nearTheKey, otherStep, oneEntry
  }

  /// Whether everything before is handed in, rightly, or only the step itself.
  enum Company: String, CaseIterable {
    case everythingBefore, nothing
  }

  let paper: AnsweredStep
  let source: Source
  let company: Company
  let typing: Typing

  /// Answers in which one step is random, or nil where there is no such answer.
  func answers(for part: AnsweredStep.Part, _ random: inout SplitMix64) -> String? {
    var known = paper.givens
    var text = paper.chosen
    for step in paper.parts {
      let value = paper.worked(step, from: known)
      let name = paper.name(step)
      known[name] = value
      if step == part {
        guard let wrong = self.wrong(value, part, known, &random) else { return nil }
        return text + "\(name) = \(typing.text(wrong, rank: paper.rank(part)))\n"
      }
      if company == .everythingBefore {
        text += "\(name) = \(typing.text(value, rank: paper.rank(step)))\n"
      }
    }
    return nil
  }

  private func wrong(
    _ key: Grid, _ part: AnsweredStep.Part, _ known: [String: Grid], _ random: inout SplitMix64
  ) -> Grid? {
    let scale = key.entries.map(abs).max() ?? 1
    func number(_ right: Double) -> Double {
      let sign = random.next() % 2 == 0 ? 1.0 : -1.0
      switch source {
      case .uniform, .oneEntry: return random.number(from: -2 * scale, to: 2 * scale)
      case .logUniform: return sign * pow(10, random.number(from: -4, to: 1))
      case .nearTheKey: return right + sign * scale * random.number(from: 0.02, to: 0.5)
      case .otherStep: return right
      }
    }
    switch source {
    case .uniform, .logUniform, .nearTheKey: return key.each(number)
    case .otherStep:
      let others = paper.parts.compactMap { known[paper.name($0)] }
        .filter { $0.height == key.height && $0.width == key.width && $0 != key }
      if others.isEmpty { return nil }
      return others[Int(random.next() % UInt64(others.count))]
    case .oneEntry:
      guard key.entries.count > 1 else { return nil }
      var wrong = key
      let (row, column) = (
        Int(random.next() % UInt64(key.height)), Int(random.next() % UInt64(key.width))
      )
      wrong.rows[row][column] = number(key.rows[row][column])
      return wrong
    }
  }
}
