/// Powers of ten.
package enum PowerOfTen {
  /// The number nearest to ten to a power.
  package static func power(_ exponent: Int) -> Double {
    let place = exponent &- smallest
    return table.indices.contains(place) ? table[place] : Double("1e\(exponent)") ?? 0
  }

  private static let smallest = -30
  private static let table = [
    1e-30, 1e-29, 1e-28, 1e-27, 1e-26, 1e-25, 1e-24, 1e-23, 1e-22, 1e-21, 1e-20, 1e-19, 1e-18,
    1e-17, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4,
    1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
    1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
    1e29, 1e30,
  ]

  /// The power of ten of a number's first digit; nil for 0.
  package static func exponent(of value: Double) -> Int? {
    guard value != 0, value.isFinite else { return nil }
    let size = abs(value)
    // The logarithm of 2 is 1233/4096, nearly; the power of two tells the other to within one.
    let guess = (Int(size.exponent) * 1233) >> 12
    if power(guess + 1) <= size { return guess + 1 }
    return power(guess) > size ? guess - 1 : guess
  }
}
