import Answers
import Exercises
import Formulas
import Numerics

/// How much a wrong answer can prove: how precisely it was typed, and where it is wrong.
///
/// A lone number with four digits equals many others by chance. So a slip of the pen is believed only
/// where its share of all that was tried outweighs the chance of the coincidence.
package struct Evidence {
  package let value: TypedValue
  package let tolerance: Tolerance
  /// The chance that a random answer would agree with a candidate at the wrong entries.
  private let chance: Double
  /// How much the answer says, in bits: each wrong entry as much as its size over half a unit typed.
  ///
  /// Zeros say little, and nothing by themselves; nor do right entries, however many there are.
  let bits: Double
  /// What half a unit of each entry's last digit is; nil for exact arithmetic.
  private let halfUnits: [Double?]

  /// How many times likelier than coincidence an explanation must be.
  static let caution = 35.0

  package init(_ value: TypedValue, key: Tensor, _ tolerance: Tolerance) {
    self.value = value
    // What proves something is how nearly a candidate is met, whatever else would pass as right.
    self.tolerance = tolerance.inUsualDigits
    halfUnits = value.lastDigits.map { $0.map { PowerOfTen.power($0) / 2 } }
    var (chance, telling) = (1.0, 1.0)
    var (zeros, hasRight) = (0, false)
    let units = MeantUnits(value, tolerance)
    // An answer of another shape is compared with nothing; its own size must serve.
    let isComparable = key.shape == value.tensor.shape
    let wrong = isComparable ? Set(value.wrongEntries(for: key, tolerance)) : nil
    for index in value.tensor.entries.indices {
      let typed = value.tensor[index]
      let expected = isComparable ? key[index] : 0
      if wrong.map({ !$0.contains(index) }) ?? (typed == 0) {
        if typed != 0 { hasRight = true }
        continue
      }
      let scale = max(abs(typed), abs(expected))
      // Whole numbers that must be exact are as far apart as numbers ever are there.
      let isCount = tolerance == .exact && typed == typed.rounded()
      let allowed = isCount ? 0.5 : self.tolerance.bound(for: typed)
      let half = halfUnits[index] ?? 1e-9 * max(1, abs(typed))
      chance *= min(1, 2 * min(allowed, half) / scale)
      if typed != 0 {
        telling *= min(1, units[index] / scale)
      } else {
        zeros += 1
      }
      if telling < 1e-30 { break }
    }
    self.chance = chance
    let aside = (hasRight ? 3 : 0) + (hasRight || telling < 1 ? 4 * zeros : 0)
    bits = -Math.log(telling) / Math.log(2) + Double(aside)
  }

  /// Whether an explanation with this share of the plausibility is more than a coincidence.
  func supports(share: Double) -> Bool { share >= Evidence.caution * chance }

  /// Whether every entry is within one unit of the last digit of a candidate's.
  func agrees(with evaluation: Evaluation, at slot: Program.Slot) -> Bool {
    value.tensor.entries.indices.allSatisfy { index in
      let (typed, other) = (value.tensor[index], evaluation.entry(index, of: slot))
      guard other.isFinite else { return false }
      let distance = abs(typed - other)
      let slack = 4 * max(typed.ulp, other.ulp)
      let half = halfUnits[index] ?? 1e-9 * max(1, abs(other))
      let allowed = min(2 * half, tolerance.bound(for: other))
      return distance <= allowed * (1 + 1e-9) + slack
    }
  }
}
