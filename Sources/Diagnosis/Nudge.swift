import Exercises
import Formulas
import Numerics

/// One entry of a parameter, moved up and down to see what the loss does.
struct Nudge {
  private let parameter: Program.Slot
  private let entry: Int
  private let loss: Program.Slot
  private let values: Evaluation
  private let place: Double
  private let dependents: [Program.Slot]

  /// - Parameter values: Evaluated values; a computed one may be moved too.
  init(_ parameter: Program.Slot, entry: Int, loss: Program.Slot, in values: Evaluation) {
    self.parameter = parameter
    self.entry = entry
    self.loss = loss
    self.values = values
    place = values.entry(entry, of: parameter)
    let moved = values.program.dependents(of: parameter)
    dependents = values.program.definitions.filter { $0 != parameter && moved.contains($0) }
  }

  /// The losses below and above, with the parameter moved by so much.
  package func losses(moving distance: Double) -> (below: Double, above: Double) {
    (loss(moving: -distance), loss(moving: distance))
  }

  /// A distance that can be shown: the largest over which the loss is as good as straight.
  func distance(for slope: Double) -> Double {
    for power in [-2, -3] {
      let distance = PowerOfTen.power(power) * magnitude
      let (below, above) = losses(moving: distance)
      if abs((above - below) / (2 * distance) - slope) <= 0.02 * abs(slope) { return distance }
    }
    return PowerOfTen.power(-4) * magnitude
  }

  /// The order of the Taylor remainder |L(w + h) − L(w) − h·g| between h and h/2: near 2 for the
  /// gradient, near 1 for anything else, whatever the size of h.
  ///
  /// - Parameters:
  ///   - claim: The supposed gradient g.
  ///   - slope: The slope that was measured.
  /// - Returns: Nil where there is a kink or nothing but rounding to be seen.
  func remainderOrder(ofClaim claim: Double, measured slope: Double) -> Double? {
    let right = order(of: slope)
    if let right, abs(right - 2) > 0.3 { return nil }
    return order(of: claim).map { ($0 * 100).rounded() / 100 }
  }

  private func order(of claim: Double) -> Double? {
    let here = values.entry(0, of: loss)
    let distance = 1e-4 * scale
    func remainder(_ distance: Double) -> Double {
      abs(loss(moving: distance) - here - distance * claim)
    }
    let (wide, narrow) = (remainder(distance), remainder(distance / 2))
    let noise = 1e3 * max(here.ulp, 1e-17)
    guard wide > noise, narrow > noise else { return nil }
    return Math.log2(wide / narrow)
  }

  private var scale: Double { max(1, abs(place)) }

  /// The power of ten of the parameter, 1 at the least.
  private var magnitude: Double { PowerOfTen.power(max(0, PowerOfTen.exponent(of: place) ?? 0)) }

  private func loss(moving distance: Double) -> Double {
    var evaluation = values
    evaluation.set(parameter, entry: entry, to: place + distance)
    for slot in dependents { evaluation.run(slot) }
    return evaluation.entry(0, of: loss)
  }
}
