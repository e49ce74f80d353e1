import Exercises
import Formulas
import Numerics

/// What moving one entry of a parameter does to the loss, whatever was answered.
struct Nudge: Sendable {
  /// The slope by central differences.
  let slope: Double
  /// Whether the loss has a kink there, so that slopes prove nothing.
  let isAtKink: Bool
  /// A distance that can be shown: the largest over which the loss is as good as straight.
  let distance: Double
  /// The losses with the entry moved so far down and up.
  let losses: (below: Double, above: Double)
  /// The loss where nothing is moved.
  private let here: Double
  /// A short distance, and how the loss changes over it and over half of it.
  private let short: (distance: Double, whole: Double, half: Double)

  /// - Parameter values: Evaluated values; a computed one may be moved too.
  init(_ parameter: Program.Slot, entry: Int, loss: Program.Slot, in values: Evaluation) {
    var evaluation = values
    let differences = evaluation.slopes(of: loss, by: parameter, entries: [entry])[0]
    slope = differences.slope
    isAtKink = differences.isAtKink
    var mover = Mover(parameter, entry, loss, evaluation)
    here = values.entry(0, of: loss)
    distance = mover.distance(for: slope)
    losses = mover.losses(moving: distance)
    let step = 1e-4 * max(1, abs(mover.place))
    short = (step, mover.loss(moving: step) - here, mover.loss(moving: step / 2) - here)
  }

  /// The order of the Taylor remainder |L(w + h) − L(w) − h·g| between h and h/2: near 2 for the
  /// gradient, near 1 for anything else, whatever the size of h.
  ///
  /// - Parameter claim: The supposed gradient g.
  /// - Returns: Nil where there is a kink or nothing but rounding to be seen.
  func remainderOrder(ofClaim claim: Double) -> Double? {
    if let right = order(of: slope), abs(right - 2) > 0.3 { return nil }
    return order(of: claim).map { ($0 * 100).rounded() / 100 }
  }

  private func order(of claim: Double) -> Double? {
    let wide = abs(short.whole - short.distance * claim)
    let narrow = abs(short.half - short.distance / 2 * claim)
    let noise = 1e3 * max(here.ulp, 1e-17)
    guard wide > noise, narrow > noise else { return nil }
    return Math.log2(wide / narrow)
  }
}

/// Moves one entry of a parameter up and down.
private struct Mover {
  private let parameter: Program.Slot
  private let entry: Int
  private let loss: Program.Slot
  private var values: Evaluation
  /// The entry where it is.
  let place: Double
  private let dependents: [Program.Slot]

  init(_ parameter: Program.Slot, _ entry: Int, _ loss: Program.Slot, _ values: Evaluation) {
    (self.parameter, self.entry, self.loss, self.values) = (parameter, entry, loss, values)
    place = values.entry(entry, of: parameter)
    let moved = values.program.dependents(of: parameter)
    dependents = values.program.definitions.filter { $0 != parameter && moved.contains($0) }
  }

  mutating func losses(moving distance: Double) -> (below: Double, above: Double) {
    (loss(moving: -distance), loss(moving: distance))
  }

  /// The largest distance over which the loss is as good as straight.
  mutating func distance(for slope: Double) -> Double {
    for power in [-2, -3] {
      let distance = PowerOfTen.power(power) * magnitude
      let (below, above) = losses(moving: distance)
      if abs((above - below) / (2 * distance) - slope) <= 0.02 * abs(slope) { return distance }
    }
    return PowerOfTen.power(-4) * magnitude
  }

  /// The power of ten of the entry, 1 at the least.
  private var magnitude: Double { PowerOfTen.power(max(0, PowerOfTen.exponent(of: place) ?? 0)) }

  mutating func loss(moving distance: Double) -> Double {
    values.set(parameter, entry: entry, to: place + distance)
    for slot in dependents { values.run(slot) }
    return values.entry(0, of: loss)
  }
}
