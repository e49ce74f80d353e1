import Numerics

/// One entry of an answer as it was typed, held against what it should be.
///
/// Let r be what is expected and S the largest magnitude in the vector or matrix that r stands in
/// (of a number, its own). With the tolerance `asTyped` of n digits, let u be one unit of the last
/// digit typed (0 where all digits are there), and q and p one unit in the n-th and in the next
/// significant digit of S. The entry s is right where |s − r| ≤ max(p(r), t), with p(r) as p but of
/// r alone, and t = u if u ≤ p, else u/2 if u ≤ q, else 0.
///
/// So 0.562, 0.5622 and 0.56 are right for 0.562177; 0.57 and 0.6 are not.
package struct TypedEntry {
  private let number: Double
  private let expected: Double
  private let tolerance: Tolerance
  /// One unit of the last digit typed; 0 for a number with all its digits.
  private let unit: Double

  /// - Parameter lastDigit: The power of ten of the last digit typed; nil for exact arithmetic.
  package init(_ number: Double, lastDigit: Int?, for expected: Double, _ tolerance: Tolerance) {
    self.number = number
    self.expected = expected
    self.tolerance = tolerance
    unit = lastDigit.map(TypedEntry.unit(ofLastDigit:)) ?? 0
  }

  /// Whether the entry is right.
  ///
  /// - Parameter scale: The largest magnitude in what is expected; it matters for `asTyped` alone.
  package func isRight(scale: Double) -> Bool {
    guard case .asTyped(let digits) = tolerance else {
      return tolerance.accepts(number, for: expected)
    }
    // Who writes a whole number counts, and 449 is not 450.
    if unit >= 1, expected == expected.rounded() { return number == expected }
    if tolerance.accepts(number, for: expected) { return true }
    guard unit > 0 else { return false }
    let (coarsest, usual) = TypedEntry.units(scale, digits)
    let bound = unit <= usual * slack ? unit : unit <= coarsest * slack ? unit / 2 : 0
    return Tolerance.absolute(bound).accepts(number, for: expected)
  }

  /// Whether the entry is right as far as it goes, but written with too few digits.
  ///
  /// It is as near as one significant digit of S brings it: 1 would do for half of all numbers below 1
  /// else. A zero without decimals has no digit that could be right.
  package func isCoarse(scale: Double) -> Bool {
    guard case .asTyped(let digits) = tolerance, number != 0 else { return false }
    guard unit > TypedEntry.units(scale, digits).coarsest * slack else { return false }
    let bound = min(unit, TypedEntry.unit(of: scale, digit: 1)) / 2
    return Tolerance.absolute(bound).accepts(number, for: expected)
  }

  /// How far a number may lie from what is expected, at the most, and be right however it is written.
  package static func reach(around expected: Double, scale: Double, _ tolerance: Tolerance)
    -> Double
  {
    let bound = tolerance.bound(for: expected)
    guard case .asTyped(let digits) = tolerance else { return bound }
    return max(bound, units(scale, digits).coarsest)
  }

  /// Whether a number that somebody reads could be handed in as the answer, however it is rounded.
  package static func givesAway(
    _ number: Double, _ expected: Double, scale: Double, _ tolerance: Tolerance
  ) -> Bool {
    if tolerance.accepts(number, for: expected) { return true }
    guard case .asTyped(let digits) = tolerance else { return false }
    return Tolerance.absolute(units(scale, digits).coarsest / 2).accepts(number, for: expected)
  }

  /// One unit of a last digit, given as its power of ten.
  package static func unit(ofLastDigit digit: Int) -> Double { PowerOfTen.power(digit) }

  /// One unit in a significant digit of a number; 0 of what counts as 0.
  package static func unit(of size: Double, digit: Int) -> Double {
    size < Tolerance.noise ? 0 : Tolerance.unit(of: size, digit: digit)
  }

  // Powers of ten are rounded too.
  private var slack: Double { 1 + 1e-9 }

  /// One unit in the coarsest digit that is accepted, and in the one that is asked for.
  private static func units(_ scale: Double, _ digits: Int) -> (coarsest: Double, usual: Double) {
    (unit(of: scale, digit: digits), unit(of: scale, digit: digits + 1))
  }
}
