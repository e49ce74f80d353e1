extension Double {
  /// A sum of points without what adding fractions leaves of it: 2.9 rather than 2.9000000000000004.
  package var withoutDust: Double {
    let scaled = (self * 1e9).rounded()
    return abs(scaled) < 9e15 ? scaled / 1e9 : self
  }
}
