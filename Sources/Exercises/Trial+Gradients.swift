import Formulas
import Numerics

/// The comparison of gradients with reverse mode and with central differences.
extension Trial {
  /// Compares every declared gradient.
  mutating func compareGradients() {
    for gradient in gradients where !gradient.pieces.contains(where: { isWrong($0.loss) }) {
      compare(gradient.slot, with: reverse(gradient), at: gradient.check.place)
      compare(gradient.slot, with: differences(gradient), at: gradient.check.place)
    }
  }

  private mutating func reverse(_ gradient: DeclaredGradient) -> Calculation {
    let factor = gradient.check.factor
    var value = Tensor(
      shape: program.shape(of: gradient.slot),
      entries: .init(repeating: 0, count: program.shape(of: gradient.slot).count))
    var entries: [Int] = []
    for piece in gradient.pieces {
      evaluation.run(piece.reverse)
      for entry in piece.entries {
        value[entry.gradient] = factor * evaluation.entry(entry.parameter, of: piece.reverse)
        entries.append(entry.gradient)
      }
    }
    return Calculation(
      method: .reverseMode, value: value, entries: entries,
      source: gradient.pieces.count == 1 ? (gradient.pieces[0].reverse, factor) : nil)
  }

  /// The gradient by central differences, with what they may be off by.
  private mutating func differences(_ gradient: DeclaredGradient) -> Calculation {
    let check = gradient.check
    let claimed = evaluation.value(of: gradient.slot)
    let zeros = [Double](repeating: 0, count: claimed.shape.count)
    var result = Calculation(
      method: .finiteDifferences, value: Tensor(shape: claimed.shape, entries: zeros),
      entries: [], errors: zeros)
    var errors = zeros
    for piece in gradient.pieces {
      let rounding =
        check.factor
        * CentralDifference.roundingError(
          of: evaluation.entry(0, of: piece.loss), over: 2 * CentralDifference.step)
      result.rounding = max(result.rounding, rounding)
      let entries = piece.entries.prefix(Verification.mostDifferences - result.entries.count)
      let slopes = evaluation.slopes(
        of: piece.loss, by: gradient.parameter, entries: entries.map { $0.parameter })
      for (entry, whole) in zip(entries, slopes) {
        result.value[entry.gradient] = check.factor * whole.slope
        result.entries.append(entry.gradient)
        errors[entry.gradient] = rounding
        if whole.isAtKink { result.kinks.insert(entry.gradient) }
        if whole.isAtKink || abs(claimed[entry.gradient] - check.factor * whole.slope) <= rounding {
          continue
        }
        let half = evaluation.slopes(
          of: piece.loss, by: gradient.parameter, entries: [entry.parameter],
          step: CentralDifference.step / 2)
        errors[entry.gradient] +=
          check.factor
          * (CentralDifference.curvatureError(whole: whole.slope, half: half[0].slope)
            + roundoff(of: piece.loss, entry: 0) / CentralDifference.step)
      }
    }
    result.errors = errors
    if exercise.hasOwnNumbers, let entry = result.kinks.min() {
      let label = label(check.gradient, entry, claimed)
      note(.gradientAtKink, [check.gradient], at: check.place, .kink(label, check.loss))
    }
    return result
  }
}

extension Evaluation {
  /// The slopes of a number by some entries of a parameter, by central differences.
  package mutating func slopes(
    of loss: Program.Slot, by parameter: Program.Slot, entries: [Int],
    step: Double = CentralDifference.step
  ) -> [(slope: Double, isAtKink: Bool)] {
    guard let first = entries.first, let last = entries.last else { return [] }
    if entries == Array(first..<first + entries.count) {
      let found = differences(of: loss, by: parameter, entries: first..<last + 1, step: step)
      return entries.map { (found.slopes[$0], found.kinks.contains($0)) }
    }
    return entries.map { entry in
      let found = differences(of: loss, by: parameter, entries: entry..<entry + 1, step: step)
      return (found.slopes[entry], found.kinks.contains(entry))
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func kink(_ gradient: String, _ loss: String) -> String {
    "\(loss) has a kink where \(gradient) is taken, so that finite differences prove nothing"
  }
}
