/// The error function, erf x = 2/√π ∫₀ˣ exp(−t²) dt, and what it is short of 1.
///
/// Worked out here rather than by the C library: JavaScript's `Math` has none, and a page must
/// come to what the machine comes to.
package enum ErrorFunction {
  /// erf x.
  package static func value(_ x: Double) -> Double {
    abs(x) < border ? series(x) : x.isNaN ? x : x < 0 ? tail(-x) - 1 : 1 - tail(x)
  }

  /// 1 − erf x, which keeps its digits where erf x is nearly 1.
  package static func complement(_ x: Double) -> Double {
    abs(x) < border ? 1 - series(x) : x.isNaN ? x : x < 0 ? 2 - tail(-x) : tail(x)
  }

  /// erf′ x = 2/√π exp(−x²).
  package static func derivative(_ x: Double) -> Double { scale * Math.exp(-x * x) }

  /// Φ(x), the share of a standard normal distribution that lies below x.
  package static func normal(_ x: Double) -> Double { 0.5 * complement(-x * 0.5.squareRoot()) }

  /// 2/√π.
  private static let scale = 1.1283791670955126

  /// From where on the continued fraction is the better of the two.
  private static let border = 2.0

  /// 2/√π exp(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5·…·(2n + 1)), whose terms all have one sign.
  private static func series(_ x: Double) -> Double {
    var term = x
    var total = x
    var odd = 1.0
    while abs(term) > 0x1p-60 * abs(total) {
      odd += 2
      term *= 2 * x * x / odd
      total += term
    }
    return derivative(x) * total
  }

  /// exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))), from within; x is at least the border.
  private static func tail(_ x: Double) -> Double {
    var fraction = x
    for n in stride(from: 60, to: 0, by: -1) { fraction = x + 0.5 * Double(n) / fraction }
    return 0.5 * derivative(x) / fraction
  }
}
