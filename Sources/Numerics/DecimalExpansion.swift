/// The decimal digits of a number, all of them: every `Double` is a finite decimal fraction.
///
/// The number is 0.d₁d₂d₃… · 10^`point`. Rounding starts from the exact digits, and so is correct
/// where rounding twice would not be.
struct DecimalExpansion {
  /// The digits, 0 to 9, the first of which is not 0; none for zero.
  private(set) var digits: [UInt8] = []
  /// How many of the digits stand before the decimal point; negative where zeros follow it.
  private(set) var point = 0

  /// - Parameter value: A finite number, whose sign does not count.
  private init(_ value: Double) {
    guard value != 0 else { return }
    // |value| = significand · 2^power, the significand a whole number.
    let isNormal = value.isNormal
    let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let power = (isNormal ? Int(value.exponentBitPattern) : 1) - 1075
    var number = DecimalInteger(significand)
    if power >= 0 {
      number.multiply(by: 2, power)
    } else {
      // Divided by 2 is multiplied by 5 and divided by 10.
      number.multiply(by: 5, -power)
    }
    digits = number.digits
    point = digits.count + min(power, 0)
  }

  /// The digits of a number that is rounded to so many behind the decimal point.
  init(_ value: Double, decimals: Int) {
    if let units = DecimalUnits(value, decimals: decimals) {
      self.init(units)
    } else {
      self.init(value)
      round(digits: point + decimals)
    }
  }

  /// The digits of a number that is rounded to so many, counted from the first.
  init(_ value: Double, digits: Int) {
    if let units = DecimalUnits(value, digits: digits) {
      self.init(units)
    } else {
      self.init(value)
      round(digits: digits)
    }
  }

  private init(_ units: DecimalUnits) {
    digits = units.digits
    point = digits.isEmpty ? 0 : digits.count - units.decimals
  }

  /// Keeps so many digits, counted from the first; to the nearest, and of two to the even one.
  private mutating func round(digits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else { return digits = [] }
    let rest = digits[count...]
    let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let isUp = isHalf ? isOdd : digits[count] >= 5
    digits.removeSubrange(count...)
    if isUp { increment() }
  }

  /// Adds one unit of the last digit that was kept.
  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }
}

/// A whole number of any size in base 10⁹, the least digit first.
private struct DecimalInteger {
  private static let base: UInt64 = 1_000_000_000

  private var places: [UInt32] = []

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      places.append(UInt32(rest % DecimalInteger.base))
      rest /= DecimalInteger.base
    }
  }

  /// Multiplies by a small number to a power, as many factors at once as a place has room for.
  mutating func multiply(by factor: UInt32, _ power: Int) {
    var rest = power
    while rest > 0 {
      var product = factor
      rest -= 1
      while rest > 0, product <= UInt32.max / factor {
        product *= factor
        rest -= 1
      }
      multiply(by: product)
    }
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in places.indices {
      let product = UInt64(places[index]) * UInt64(factor) + carry
      places[index] = UInt32(product % DecimalInteger.base)
      carry = product / DecimalInteger.base
    }
    while carry > 0 {
      places.append(UInt32(carry % DecimalInteger.base))
      carry /= DecimalInteger.base
    }
  }

  /// The decimal digits, the first of which is not 0.
  var digits: [UInt8] {
    var digits = [UInt8](repeating: 0, count: 9 * places.count)
    var last = digits.count
    for place in places {
      var rest = place
      for back in 1...9 {
        digits[last - back] = UInt8(rest % 10)
        rest /= 10
      }
      last -= 9
    }
    return Array(digits.drop { $0 == 0 })
  }
}
