import Exercises
import Formulas
import Foundation

/// What moving one parameter a little does to the loss, held against a wrong gradient entry.
package struct SlopeEvidence: Hashable, Sendable {
  /// The worst entry's indices.
  package let entry: [Int]
  /// The slope by central differences, to so few digits that it does not give the answer away;
  /// nil where even one would.
  package let slope: Double?
  /// The entry as it was handed in.
  package let given: Double
  /// The order of the Taylor remainder: near 2 for a right gradient, near 1 for a wrong one.
  package let remainderOrder: Double?
  /// Whether the loss has a kink there, so that slopes prove nothing.
  package let isAtKink: Bool
  /// The evidence in words.
  package let says: String
}

extension SlopeEvidence {
  /// The evidence against a wrong gradient; nil where the value is not known to be one.
  init?(against value: TypedValue, _ step: Step, _ exercise: Exercise, _ key: Evaluation) {
    guard let check = exercise.gradientChecks.first(where: { $0.gradient == step.name }),
      let loss = exercise.program.slot(named: check.loss),
      let parameter = exercise.program.slot(named: check.parameter),
      value.tensor.shape.count == exercise.program.shape(of: parameter).count
    else { return nil }
    let right = key.value(of: step.slot)
    func severity(_ index: Int) -> Double {
      abs(value.tensor[index] - right[index]) / max(step.tolerance.bound(for: right[index]), 1e-12)
    }
    guard let worst = right.entries.indices.max(by: { severity($0) < severity($1) }) else {
      return nil
    }
    var evaluation = key
    let differences = evaluation.differences(
      of: loss, by: parameter, entries: worst..<worst + 1)
    let given = value.tensor[worst]
    entry = value.tensor.indices(at: worst, from: exercise.indexBase)
    self.given = given
    isAtKink = differences.kinks.contains(worst)
    let label = check.parameter + (entry.isEmpty ? "" : "\(entry)")
    if isAtKink {
      (slope, remainderOrder) = (nil, nil)
      says = .kink(label)
      return
    }
    let measured = differences.slopes[worst] * check.factor
    let shown = SlopeEvidence.discreet(measured, step.tolerance, right[worst])
    slope = shown
    let nudge = Nudge(parameter, worst, loss, in: key)
    remainderOrder = nudge.order(ofClaim: given / check.factor)
    guard let shown else {
      says = .comparison(label, given, measured)
      return
    }
    let (below, above) = nudge.losses
    let width = 2 * nudge.step
    let decimals = max(
      2, Int((-log10(max(abs(shown / check.factor) * width * 0.1, 1e-14))).rounded(.up)))
    says = .slope(
      label, nudge.step, String(format: "%.\(decimals)f", below),
      String(format: "%.\(decimals)f", above), shown, given, perSample: check.factor > 1)
  }

  /// The slope to two digits, or one, or none, so that it would not pass for the answer.
  private static func discreet(
    _ slope: Double, _ tolerance: Tolerance, _ right: Double
  ) -> Double? {
    for digits in [2, 1] {
      guard let rounded = Double(String(format: "%.\(digits - 1)e", slope)) else { continue }
      if !tolerance.accepts(rounded, for: right) { return rounded }
    }
    return nil
  }
}

/// One entry of a parameter, moved up and down.
private struct Nudge {
  private let parameter: Program.Slot
  private let entry: Int
  private let loss: Program.Slot
  private let key: Evaluation
  private let value: Double

  init(_ parameter: Program.Slot, _ entry: Int, _ loss: Program.Slot, in key: Evaluation) {
    self.parameter = parameter
    self.entry = entry
    self.loss = loss
    self.key = key
    value = key.entry(entry, of: parameter)
  }

  var step: Double { 0.01 * max(1, abs(value)) }

  private func lossAfter(moving distance: Double) -> Double {
    var evaluation = key
    evaluation.set(parameter, entry: entry, to: value + distance)
    // A computed value stays moved; only what depends on it is computed anew.
    for slot in key.program.definitions where slot != parameter { evaluation.run(slot) }
    return evaluation.entry(0, of: loss)
  }

  var losses: (below: Double, above: Double) {
    (lossAfter(moving: -step), lossAfter(moving: step))
  }

  /// The order of |L(w + h) − L(w) − h·g| between h and h/2.
  func order(ofClaim claim: Double) -> Double? {
    let here = key.entry(0, of: loss)
    func remainder(_ distance: Double) -> Double {
      abs(lossAfter(moving: distance) - here - distance * claim)
    }
    let (wide, narrow) = (remainder(step), remainder(step / 2))
    guard wide > 1e-14, narrow > 1e-14 else { return nil }
    return (log2(wide / narrow) * 10).rounded() / 10
  }
}

// MARK: - Messages

extension String {
  fileprivate static func kink(_ label: String) -> String {
    "At \(label) the loss has a kink: any value between its two one-sided slopes is fair there, "
      + "so the exercise's own agreement decides."
  }

  fileprivate static func slope(
    _ label: String, _ step: Double, _ below: String, _ above: String, _ slope: Double,
    _ given: Double, perSample: Bool
  ) -> String {
    let share = perSample ? " (per sample)" : ""
    return "Evidence: with \(label) moved by −\(short(step)) and +\(short(step)) the loss is \(below) "
      + "and \(above), a slope of about \(short(slope))\(share); you have \(short(given))."
  }

  fileprivate static func comparison(_ label: String, _ given: Double, _ slope: Double) -> String {
    if abs(slope) < 1e-9 {
      return "Evidence: moving \(label) does not change the loss, but you have \(short(given))."
    }
    if given == 0 || (given < 0) != (slope < 0) {
      let direction = slope > 0 ? "rises" : "falls"
      return "Evidence: when \(label) grows the loss \(direction), but you have \(short(given))."
    }
    let comparison = abs(given) > abs(slope) ? "less" : "more"
    return "Evidence: moving \(label) changes the loss \(comparison) than your \(short(given)) says."
  }

  private static func short(_ value: Double) -> String { String(format: "%.4g", value) }
}
