/// A number rounded to so many decimals, as a whole number of units of the last; exact, in two words.
///
/// Nearly all that is written for people has a few decimals and is not large; for the rest there is
/// ``DecimalExpansion``.
struct DecimalUnits {
  /// How many units of the last decimal it is, to the nearest, and of two to the even one.
  let units: UInt64
  let decimals: Int

  /// 10 to the power of this is the largest that fits a word.
  private static let mostDecimals = 19

  /// - Parameter value: A finite number, whose sign does not count.
  /// - Returns: Nil where it is too large for so many decimals.
  init?(_ value: Double, decimals: Int) {
    guard (0...DecimalUnits.mostDecimals).contains(decimals), value.isNormal || value == 0 else {
      return nil
    }
    self.decimals = decimals
    if value == 0 {
      units = 0
      return
    }
    // |value| = significand / 2^shift, the significand a whole number.
    let significand = value.significandBitPattern | 1 << 52
    let shift = 1075 - Int(value.exponentBitPattern)
    guard shift > 0 else { return nil }
    let (high, low) = significand.multipliedFullWidth(by: DecimalUnits.powers[decimals])
    // The whole part, and the rest of one in 2^64 parts; what is left of these decides ties alone.
    let (whole, part, isMore): (UInt64, UInt64, Bool)
    switch shift {
    case 1..<64:
      guard high >> (shift - 1) == 0 else { return nil }
      whole = high << (64 - shift) | low >> shift
      (part, isMore) = (low << (64 - shift), false)
    case 64: (whole, part, isMore) = (high, low, false)
    case 65..<128:
      let rest = shift - 64
      whole = high >> rest
      part = high << (64 - rest) | low >> rest
      isMore = low << (64 - rest) != 0
    default: (whole, part, isMore) = (0, 0, true)
    }
    let half: UInt64 = 1 << 63
    let isUp = part > half || part == half && (isMore || whole & 1 == 1)
    units = whole + (isUp ? 1 : 0)
  }

  /// The same for so many digits, counted from the first; rounded up, it may have one more, a zero.
  init?(_ value: Double, digits: Int) {
    guard let exponent = PowerOfTen.exponent(of: value) else { return nil }
    self.init(value, decimals: digits - 1 - exponent)
  }

  /// The digits, the first of which is not 0; none for 0.
  var digits: [UInt8] {
    var count = 0
    while count < DecimalUnits.powers.count, units >= DecimalUnits.powers[count] { count += 1 }
    return [UInt8](unsafeUninitializedCapacity: count) { digits, initialized in
      var rest = units
      for place in stride(from: count - 1, through: 0, by: -1) {
        digits.initializeElement(at: place, to: UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      initialized = count
    }
  }

  /// The double that is nearest to the rounded number; nil where one division does not give it.
  var nearest: Double? {
    // Whole numbers this small and powers of ten this small are doubles, so that dividing the one by
    // the other rounds once.
    units <= 1 << 53 ? Double(units) / Double(DecimalUnits.powers[decimals]) : nil
  }

  private static let powers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
    100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
    100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
