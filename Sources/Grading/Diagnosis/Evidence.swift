import Exercises
import Formulas
import Foundation

/// How much a wrong answer can prove: how precisely it was typed, and where it is wrong.
///
/// A lone number with four digits equals many formulas by chance. So a candidate is believed only
/// where its share of all candidates' plausibility outweighs the chance of the coincidence.
struct Evidence {
  let value: TypedValue
  let tolerance: Tolerance
  /// The chance that a random answer would agree with a candidate at the wrong entries.
  let chance: Double

  /// How many times likelier than coincidence an explanation must be.
  static let caution = 150.0

  init(_ value: TypedValue, key: Tensor, _ tolerance: Tolerance) {
    self.value = value
    self.tolerance = tolerance
    var chance = 1.0
    for index in value.tensor.entries.indices {
      let typed = value.tensor[index]
      // An answer of another shape is compared with nothing; its own size must serve.
      let expected = key.shape == value.tensor.shape ? key[index] : 0
      if tolerance.accepts(typed, for: expected) { continue }
      let scale = max(abs(typed), abs(expected))
      let bound = Evidence.bound(value, index, typed, tolerance)
      chance *= min(1, 2 * bound / max(scale, bound))
      if chance < 1e-30 { break }
    }
    self.chance = chance
  }

  /// Whether an explanation with this share of the plausibility is more than a coincidence.
  func supports(share: Double) -> Bool { share >= Evidence.caution * chance }

  /// Whether every entry is what a candidate gives, at the precision it was typed with.
  func agrees(with candidate: (Int) -> Double) -> Bool {
    for index in value.tensor.entries.indices {
      let (typed, other) = (value.tensor[index], candidate(index))
      guard other.isFinite else { return false }
      let bound = Evidence.bound(value, index, other, tolerance)
      if abs(typed - other) > bound * (1 + 1e-9) + 4 * max(typed.ulp, other.ulp) { return false }
    }
    return true
  }

  /// One unit of the last typed digit, never looser than the step's tolerance.
  private static func bound(
    _ value: TypedValue, _ index: Int, _ expected: Double, _ tolerance: Tolerance
  ) -> Double {
    let allowed = tolerance.bound(for: expected)
    guard let digit = value.lastDigits[index] else {
      // Worked-out arithmetic is exact but for what went into it.
      return min(allowed, 1e-9 * max(1, abs(expected)))
    }
    return min(allowed, pow(10, Double(digit)))
  }
}
