import Formulas
import Numerics

extension Scene {
  /// The loss and its gradient along one input's entry, the others as they are.
  ///
  /// - Parameters:
  ///   - step: How far to either side the chord goes.
  ///   - count: How many points, at least 2.
  /// - Returns: The value now, its loss and its gradient; the tangent's loss at `from` and at `to`;
  ///   the ends of the chord, each with its loss, and the chord's slope; then value, loss and
  ///   gradient of each point. Nil where the loss has no gradient by this.
  package mutating func curve(
    block: Int, entry: Int, from: Double, to: Double, step: Double, count: Int
  ) -> [Double]? {
    guard blocks.indices.prefix(inputCount).contains(block),
      blocks[block].shape.count > entry, entry >= 0, let gradient = gradients[block], count > 1,
      from < to
    else { return nil }
    let slot = blocks[block].slot
    let now = values.entry(entry, of: slot)
    let (loss, slope) = (values.entry(0, of: self.loss), values.entry(entry, of: gradient))
    var points: [Double] = []
    func add(_ value: Double) -> Double {
      values.set(slot, entry: entry, to: value)
      values.run()
      return values.entry(0, of: self.loss)
    }
    for index in 0..<count {
      let value = from + (to - from) * Double(index) / Double(count - 1)
      points += [value, add(value), values.entry(entry, of: gradient)]
    }
    let (low, high) = (now - step, now + step)
    let (below, above) = (add(low), add(high))
    _ = add(now)
    return [
      now, loss, slope, loss + slope * (from - now), loss + slope * (to - now),
      low, below, high, above, (above - below) / (high - low),
    ] + points
  }

  /// Every gradient by an input beside its central difference: for each entry both, their relative
  /// error, and how they agree: 0 where they do, 1 at a kink, 2 where they do not.
  package mutating func differences() -> [Double] {
    var rows: [Double] = []
    for (index, block) in blocks[..<inputCount].enumerated() {
      guard let gradient = gradients[index] else { continue }
      let differences = values.differences(of: loss, by: block.slot)
      for entry in 0..<block.shape.count {
        let (analytical, numerical) = (
          values.entry(entry, of: gradient), differences.slopes[entry]
        )
        let error = RelativeError.between(analytical, numerical)
        let (high, low) = CentralDifference.neighbours(of: values.entry(entry, of: block.slot))
        // A gradient may be so small that rounding of the loss is all that is left of its difference.
        let rounding = CentralDifference.roundingError(
          of: values.entry(0, of: loss), over: high - low)
        let agrees = error < 1e-5 || abs(analytical - numerical) <= rounding
        let isKink = differences.kinks.contains(entry)
        rows += [analytical, numerical, error, isKink ? 1 : agrees ? 0 : 2]
      }
    }
    return rows
  }
}
