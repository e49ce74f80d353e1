import Formulas
import Numerics

/// How far a submitted number may lie from the expected one.
///
/// Bounds are inclusive, with a few units in the last place of slack so that 46.0 is within
/// 45.8 ± 0.2 in spite of binary rounding. NaN and infinities are never accepted, not even for
/// themselves. An expected value below 1e-12 in size counts as 0: it is rounding noise.
package enum Tolerance: Hashable, Sendable {
  /// |s − r| ≤ t
  case absolute(Double)
  /// |s − r| ≤ t·|r|
  case relative(Double)
  /// |s − r| ≤ absolute + relative·|r|
  case both(absolute: Double, relative: Double)
  /// |s − r| ≤ 10^−n, one unit in the n-th decimal.
  case decimals(Int)
  /// One unit in the n-th significant digit of r.
  case significant(Int)
  /// The finer of the two; the decimals alone where r is 0.
  case finest(decimals: Int, significant: Int)
  /// The same number, but for a few units in the last place.
  case exact
  /// Right as far as it was typed, to n significant digits at the least; see ``TypedEntry``.
  case asTyped(Int)

  /// For values typed by hand, where the author states nothing: three or four digits are asked
  /// for, and two will do where they are rounded rightly.
  package static let typedByHand = Tolerance.asTyped(2)

  /// Below this size an expected value counts as 0.
  package static let noise = 1e-12

  /// Whether the author has left it to the digits typed.
  package var isAsTyped: Bool { if case .asTyped = self { true } else { false } }

  /// How far a submitted number with all its digits may lie from `expected`, before the slack.
  package func bound(for expected: Double) -> Double {
    guard expected.isFinite else { return 0 }
    let size = abs(expected) < Tolerance.noise ? 0 : abs(expected)
    switch self {
    case .absolute(let bound): return bound
    case .relative(let share): return max(share * size, Tolerance.noise)
    case .both(let bound, let share): return bound + share * size
    case .decimals(let count): return PowerOfTen.power(-count)
    case .significant(let count):
      return size == 0 ? Tolerance.noise : Tolerance.unit(of: size, digit: count)
    case .finest(let decimals, let significant):
      let unit = PowerOfTen.power(-decimals)
      return size == 0 ? unit : min(unit, Tolerance.unit(of: size, digit: significant))
    case .exact: return 0
    case .asTyped(let count):
      return size == 0 ? Tolerance.noise : Tolerance.unit(of: size, digit: count + 1)
    }
  }

  /// Whether a submitted number will do for the expected one.
  package func accepts(_ submitted: Double, for expected: Double) -> Bool {
    guard submitted.isFinite, expected.isFinite else { return false }
    if submitted == 0, abs(expected) < Tolerance.noise { return true }
    let slack = 4 * max(submitted.ulp, expected.ulp)
    return abs(submitted - expected) <= bound(for: expected) * (1 + 4 * Double.ulpOfOne) + slack
  }

  /// Whether every entry of a submitted value will do, in the shape expected.
  package func accepts(_ submitted: Tensor, for expected: Tensor) -> Bool {
    submitted.shape == expected.shape
      && zip(submitted.entries, expected.entries).allSatisfy { accepts($0, for: $1) }
  }

  /// What is held against, or shown, with the digits that most people write: four decimals, or three
  /// significant digits where that is finer, where the author leaves it to the digits typed.
  package var inUsualDigits: Tolerance {
    isAsTyped ? .finest(decimals: 4, significant: 3) : self
  }

  /// One unit in the `digit`-th significant digit of a positive number.
  static func unit(of size: Double, digit: Int) -> Double {
    PowerOfTen.power((PowerOfTen.exponent(of: size) ?? 0) - digit + 1)
  }
}
