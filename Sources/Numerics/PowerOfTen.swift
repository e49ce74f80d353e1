/// Powers of ten.
package enum PowerOfTen {
  package static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

  /// The power of ten of a number's first digit; nil for 0.
  package static func exponent(of value: Double) -> Int? {
    guard value != 0, value.isFinite else { return nil }
    var exponent = 0
    var size = abs(value)
    while size >= 10, exponent < 400 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 1, exponent > -400 { (size, exponent) = (size * 10, exponent - 1) }
    return exponent
  }
}
