/// How far apart two calculations of one gradient are, relative to its size.
package enum RelativeError {
  /// |g − n| / (|g| + |n| + 1e-8), as in the course's gradient checks, where below 1e-7 is right.
  ///
  /// The 1e-8 keeps two zeros from being a quotient of nothing.
  package static func between(_ g: Double, _ n: Double) -> Double {
    abs(g - n) / (abs(g) + abs(n) + 1e-8)
  }
}
