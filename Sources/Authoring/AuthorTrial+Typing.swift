import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

extension AuthorTrial {
  /// The digits with which a right answer is tried.
  private static let digits = 2...6

  /// The steps at which an answer that is right as typed, with so many digits, is refused, and those
  /// at which one that is off by more than its last digit passes.
  mutating func typingFindings(_ step: ValueStep, _ right: Tensor) -> [AuthorFinding] {
    let scale = right.scale
    guard step.tolerance.isAsTyped, scale >= Tolerance.noise,
      let first = PowerOfTen.exponent(of: scale)
    else { return [] }
    var findings: [AuthorFinding] = []
    func find(_ says: String) {
      findings.append(AuthorFinding(.nearMiss, says, at: step.place.lowerBound))
    }
    // With fewer decimals than none a number cannot be typed.
    for decimals in AuthorTrial.digits.map({ $0 - 1 - first }) where (0...15).contains(decimals) {
      let typed = right.typed(decimals: decimals)
      if status(of: step, typed) != .correct { find(.refused(step, typed, right)) }
      let unit = TypedEntry.unit(ofLastDigit: -decimals)
      for entry in right.probed {
        let distance = max(unit, step.tolerance.bound(for: right[entry])) * 1.1 + unit
        for sign in [1.0, -1] {
          let off = right.moved(entry, by: sign * distance).typed(decimals: decimals)
          if status(of: step, off) == .correct { find(.passed(step, off, right)) }
        }
      }
    }
    return findings
  }

  /// How an answer as it is typed is marked, with no look for reasons.
  mutating func status(of step: ValueStep, _ text: String) -> Status? {
    marker.explains = false
    defer { marker.explains = true }
    return marks(step.name, .text(text))?.status
  }
}

extension Tensor {
  /// The entries at which an answer is put wrong: the largest, the smallest, and a zero.
  fileprivate var probed: Set<Int> {
    let bySize = entries.indices.sorted { abs(self[$0]) < abs(self[$1]) }
    let small = bySize.first { abs(self[$0]) >= Tolerance.noise }
    return Set([bySize.first, small, bySize.last].compactMap { $0 })
  }

  /// The text of a value with so many decimals, trailing zeros and all.
  fileprivate func typed(decimals: Int) -> String {
    written { NumberText.fixed($0, decimals: decimals) }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func refused(_ step: ValueStep, _ typed: String, _ right: Tensor) -> String {
    "'\(step.name)' is to be right \(Message(step.tolerance).text), but \(typed) is refused for \(right)"
  }

  fileprivate static func passed(_ step: ValueStep, _ typed: String, _ right: Tensor) -> String {
    "'\(step.name)' is to be right \(Message(step.tolerance).text), but \(typed) passes for \(right)"
      + (step.also.isEmpty ? "" : "; an entry of 'also' lies too near")
  }
}
