import Answers
import Exercises
import Formulas
import Numerics

/// One unit of the last digit of each entry of a typed value, as it is meant.
///
/// A whole number among others may have lost its zeros: `0` and `1` beside `0.25`. And where
/// no number has more than two digits, `1` or `2.5`, they are not rounded but happen to have no more.
struct MeantUnits {
  private let value: TypedValue
  private let isExact: Bool
  /// Whether no entry has more than two digits.
  private let isShort: Bool
  /// The unit of the entry with most decimals.
  private let finest: Double?
  private let scale: Double

  init(_ value: TypedValue, _ tolerance: Tolerance) {
    self.value = value
    isExact = tolerance == .exact
    isShort = value.tensor.entries.indices.allSatisfy { index in
      let typed = value.tensor[index]
      if abs(typed) < Tolerance.noise { return true }
      guard let digit = value.lastDigits[index] else { return false }
      return digit >= -2 && abs(typed) < 99.5 * PowerOfTen.power(digit)
    }
    finest = value.lastDigits.compactMap { $0 }.min().map { PowerOfTen.power($0) }
    scale = value.tensor.scale
  }

  subscript(index: Int) -> Double {
    let typed = value.tensor[index]
    guard let digit = value.lastDigits[index], let finest else {
      return 2e-9 * max(1, abs(typed))
    }
    let unit = PowerOfTen.power(digit)
    if isExact { return unit }
    if isShort { return min(unit, 1e-4 * max(scale, unit)) }
    if digit >= 0, finest < 1 { return max(finest, 1e-3 * abs(typed)) }
    return unit
  }
}
