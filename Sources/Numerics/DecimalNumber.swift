/// A decimal number being read: digits and a power of ten.
///
/// The exponent is that of the last digit read, which is how precisely the number was typed.
package struct DecimalNumber {
  /// Exponents are cut here: far beyond any `Double`, and far from overflowing an `Int` of 32 bits.
  package static let largestExponent = 100_000_000

  package var isNegative = false
  private var mantissa: UInt64 = 0
  private var digits = 0
  package private(set) var exponent = 0

  package init() {}

  @inline(__always)
  package mutating func append(integerDigit digit: UInt8) {
    mantissa = mantissa &* 10 &+ UInt64(digit &- .zero)
    digits += 1
  }

  @inline(__always)
  package mutating func append(fractionDigit digit: UInt8) {
    append(integerDigit: digit)
    exponent -= 1
  }

  package mutating func shift(by power: Int) {
    exponent += power
  }

  /// The value where one rounding gives it: an integer below 2^53 times or over an exact power of ten.
  ///
  /// Both operands are then exact, so the single multiplication or division is correctly rounded.
  package var exactValue: Double? {
    guard digits <= 18, mantissa < 1 << 53, (-22...22).contains(exponent) else { return nil }
    let magnitude =
      exponent < 0
      ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
    return isNegative ? -magnitude : magnitude
  }

  /// The value of a number spelt as JSON allows, correctly rounded; infinite where it is too large.
  ///
  /// At most 800 digits are handed on, which is more than any rounding can depend on once a last
  /// digit 1 stands for the digits left out.
  package static func value(of spelling: some Collection<UInt8>) -> Double {
    var copy: [UInt8] = []
    var exponent = 0
    var isFraction = false
    var isCut = false
    var rest = spelling[...]
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest = rest.dropFirst()
      switch byte {
      case .minus: copy.append(byte)
      case .point: isFraction = true
      case .zero where copy.allSatisfy { $0 == .minus }: if isFraction { exponent -= 1 }
      case _ where copy.count < 800:
        copy.append(byte)
        if isFraction { exponent -= 1 }
      default:
        if byte != .zero { isCut = true }
        if !isFraction { exponent += 1 }
      }
    }
    if isCut {
      copy.append(UInt8(ascii: "1"))
      exponent -= 1
    }
    if copy.allSatisfy({ $0 == .minus }) { copy.append(.zero) }
    exponent += power(spelledBy: rest.dropFirst())
    let text = String(decoding: copy, as: UTF8.self) + "e" + String(exponent)
    return Double(text) ?? .infinity
  }

  private static func power(spelledBy bytes: some Collection<UInt8>) -> Int {
    var power = 0
    for byte in bytes where byte.isDigit {
      power = min(power * 10 + Int(byte - .zero), largestExponent)
    }
    return bytes.first == .minus ? -power : power
  }
}

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
