/// Powers of ten.
package enum PowerOfTen {
  /// The number nearest to ten to a power.
  package static func power(_ exponent: Int) -> Double {
    table.indices.contains(exponent + 30)
      ? table[exponent + 30] : Double("1e\(exponent)") ?? 0
  }

  private static let table = (-30...30).map { Double("1e\($0)") ?? 0 }

  /// The power of ten of a number's first digit; nil for 0.
  package static func exponent(of value: Double) -> Int? {
    guard value != 0, value.isFinite else { return nil }
    let size = abs(value)
    let guess = Int(Math.log10(size).rounded(.down))
    // The logarithm may be off by one unit in the last place at a power of ten.
    if power(guess + 1) <= size { return guess + 1 }
    return power(guess) > size ? guess - 1 : guess
  }
}
