/// How a total is rounded, halves upwards.
package struct Rounding: Hashable, Sendable {
  /// Totals are multiples of this.
  package let step: Double

  package init(step: Double) {
    self.step = step
  }

  package init(decimals: Int) {
    step = (0..<decimals).reduce(1.0) { step, _ in step / 10 }
  }

  package func callAsFunction(_ value: Double) -> Double {
    // 0.1 + 0.2 + 0.2 is a half as much as 0.5 is.
    let count = (value / step + 0.5 + 1e-9).rounded(.down)
    // Multiplying by 0.1 leaves dust that dividing by 10 does not.
    let inverse = (1 / step).rounded()
    return abs(inverse * step - 1) < 1e-9 ? count / inverse : count * step
  }
}
