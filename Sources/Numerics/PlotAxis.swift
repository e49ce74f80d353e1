/// The scale of a plot: where a number stands on it, in thousandths of its length, and its ticks.
///
/// Whoever draws has nothing to compute but the size of the picture.
package struct PlotAxis: Hashable, Sendable {
  /// A mark on an axis with what is written beside it.
  package struct Tick: Hashable, Sendable {
    package let place: Int
    package let label: String
  }

  package private(set) var ticks: [Tick] = []
  /// The ends: numbers, or for a logarithmic scale their powers of ten.
  package let lower: Double
  package let upper: Double
  private let isLogarithmic: Bool

  /// An even scale.
  ///
  /// - Parameter rounds: Whether the ends move outwards to the next ticks.
  package init(from lower: Double, to upper: Double, rounds: Bool = false, ticks count: Int = 5) {
    let (low, high) = PlotAxis.ends(lower, upper)
    let step = PlotAxis.step(for: (high - low) / Double(max(count, 1)))
    self.lower = rounds ? (low / step + 1e-9).rounded(.down) * step : low
    self.upper = rounds ? (high / step - 1e-9).rounded(.up) * step : high
    isLogarithmic = false
    let decimals = max(0, -(PowerOfTen.exponent(of: step) ?? 0))
    var index = (self.lower / step - 1e-9).rounded(.up)
    while index * step <= self.upper + step * 1e-9, ticks.count <= 4 * count + 4 {
      let value = index * step
      let label =
        abs(value) < step / 2
        ? "0"
        : abs(value) >= 1e6 || decimals > 6
          ? NumberText.brief(value)
          : decimals == 0
            ? NumberText.grouped(value) : NumberText.fixed(value, decimals: decimals)
      ticks.append(Tick(place: place(of: value), label: NumberText.withTrueMinus(label)))
      index += 1
    }
  }

  /// A logarithmic scale over whole powers of ten, for positive numbers.
  package init(powersFrom lower: Double, to upper: Double, ticks count: Int = 6) {
    let low = Double(PowerOfTen.exponent(of: lower) ?? 0)
    var high = Math.log10(max(upper, lower)).rounded(.up)
    if !(high > low) { high = low + 1 }
    self.lower = low
    self.upper = high
    isLogarithmic = true
    let step = max(1, ((high - low) / Double(max(count, 1))).rounded(.up))
    var power = high
    while power >= low {
      let place = Int(((power - low) / (high - low) * 1000).rounded())
      ticks.append(Tick(place: place, label: NumberText.powerOfTen(Int(power))))
      power -= step
    }
  }

  /// Where a number stands: 0 at the lower end and 1000 at the upper one.
  ///
  /// What is far outside, or no number at all, stands just so far outside that it is not seen.
  package func place(of value: Double) -> Int {
    let at = isLogarithmic ? (value > 0 ? Math.log10(value) : -.infinity) : value
    let share = (at - lower) / (upper - lower)
    guard share > -4 else { return -4000 }
    return share < 5 ? Int((share * 1000).rounded()) : 5000
  }

  /// Ends that are numbers and apart.
  private static func ends(_ lower: Double, _ upper: Double) -> (Double, Double) {
    guard lower.isFinite, upper.isFinite, abs(lower) < 1e300, abs(upper) < 1e300 else {
      return (0, 1)
    }
    let least = max(1e-12, max(abs(lower), abs(upper)) * 1e-9)
    return upper - lower < least ? (lower - least, lower + least) : (lower, upper)
  }

  /// The next of 1, 2, 5, 10 … that is not below a number.
  private static func step(for size: Double) -> Double {
    let power = PowerOfTen.exponent(of: size) ?? 0
    let unit = Math.pow(10, Double(power))
    for factor in [1.0, 2, 5] where size <= factor * unit * (1 + 1e-9) { return factor * unit }
    return 10 * unit
  }
}
