import Backpropagation
import Exercises
import Formulas
import Numerics

/// What a tutor would point out about the values of a network: silent units, zero inputs,
/// saturated units, error signals that vanish or explode.
package struct NetworkObservations {
  private let block: NetworkBlock
  private let exercise: Exercise
  private let key: Evaluation

  /// - Parameter key: The exercise's values, all computed.
  package init?(_ exercise: Exercise, key: Evaluation) {
    guard let block = exercise.network else { return nil }
    self.block = block
    self.exercise = exercise
    self.key = key
  }

  package var sentences: [String] {
    zeroInputs + (1...block.layerCount).flatMap(units) + flow
  }

  private func value(_ role: Quantity.Role, _ layer: Int) -> Tensor? {
    exercise.slot(of: role, layer: layer).map { key.value(of: $0) }
  }

  /// The units of a layer, one row for each, one column for each sample.
  private func rows(_ role: Quantity.Role, _ layer: Int) -> [[Double]] {
    guard let value = value(role, layer) else { return [] }
    let columns = block.isBatch ? value.shape.columns : 1
    return stride(from: 0, to: value.entries.count, by: columns).map {
      Array(value.entries[$0..<$0 + columns])
    }
  }

  private func numbers(_ indices: [Int]) -> String {
    indices.map { String($0 + exercise.indexBase) }.joined(separator: ", ")
  }

  private var zeroInputs: [String] {
    let rows = rows(.input, 0)
    let silent = rows.indices.filter { index in rows[index].allSatisfy { $0 == 0 } }
    if silent.isEmpty { return [] }
    let isOne = silent.count == 1
    return [
      "\(isOne ? "Input" : "Inputs") \(numbers(silent)) \(isOne ? "is" : "are") zero, so the weights "
        + "that start there have zero gradients."
    ]
  }

  private func units(_ layer: Int) -> [String] {
    let z = rows(.preActivation, layer)
    let activation = block.activations[layer - 1]
    if activation.canDie {
      let dead = z.indices.filter { unit in z[unit].allSatisfy { !Kink.isAlive($0) } }
      if dead.isEmpty { return [] }
      let isOne = dead.count == 1
      return [
        "\(isOne ? "Unit" : "Units") \(numbers(dead)) of layer \(layer) \(isOne ? "is" : "are") dead: "
          + "z ≤ 0 for every sample, so ReLU′ = 0 and nothing flows back through."
      ]
    }
    guard let limit = activation.saturation else { return [] }
    let saturated = z.indices.filter { unit in z[unit].allSatisfy { abs($0) > limit } }
    if saturated.isEmpty { return [] }
    let isOne = saturated.count == 1
    return [
      "\(isOne ? "Unit" : "Units") \(numbers(saturated)) of layer \(layer) "
        + "\(isOne ? "is" : "are") saturated: the derivative is nearly zero there."
    ]
  }

  /// How ‖δ‖ changes from the last layer to the first.
  private var flow: [String] {
    let norms = (1...block.layerCount).compactMap { value(.errorSignal, $0) }.map { delta in
      delta.entries.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    guard norms.count > 1, let first = norms.first, let last = norms.last, last > 0 else {
      return []
    }
    let ratio = first / last
    let fraction = "‖δ1‖ / ‖δ\(norms.count)‖ = \(NumberText.general(ratio, digits: 3))"
    if ratio < 0.1 {
      let each = NumberText.general(
        Math.pow(1 / ratio, 1 / Double(norms.count - 1)), digits: 2)
      return [
        first == 0
          ? "The error signal is gone by the first layer: δ1 = 0."
          : "The error signal vanishes on the way back: \(fraction), a factor of about \(each) lost "
            + "in each layer."
      ]
    }
    return ratio > 10 ? ["The error signal explodes on the way back: \(fraction)."] : []
  }
}
