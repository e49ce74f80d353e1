/// A network without its numbers: sizes, activations and loss, with a penalty on its weights.
package struct Architecture: Equatable, Sendable {
  /// The number of inputs, then of each layer's neurons.
  package let sizes: [Int]
  package let loss: Loss
  /// λ of the penalty λ/2 · Σ‖W‖² that is part of the loss; biases are free of it.
  package let penalty: Double
  let layers: [LayerLayout]
  /// Set when the last activation and the loss cancel to `δ = a − y`.
  let cancellation: Cancellation?

  /// - Throws: ``NetworkError`` when there is no layer, an empty one, or not one activation each.
  package init(
    sizes: [Int], activations: [Activation], loss: Loss, penalty: Double = 0
  ) throws(NetworkError) {
    guard sizes.count > 1 else { throw .noLayers(sizes: sizes) }
    if let empty = sizes.firstIndex(where: { $0 < 1 }) { throw .emptyLayer(empty) }
    guard activations.count == sizes.count - 1 else {
      throw .activationCount(found: activations.count, expected: sizes.count - 1)
    }
    self.sizes = sizes
    self.loss = loss
    self.penalty = penalty
    self.layers = Self.layouts(sizes, activations)
    self.cancellation = activations.last.flatMap { Cancellation($0, loss) }
  }

  package var activations: [Activation] { layers.map { $0.activation } }
  package var inputCount: Int { sizes.first ?? 0 }
  package var outputCount: Int { sizes.last ?? 0 }

  /// Weights and biases of all layers: Σ n(l)·n(l−1) + n(l).
  package var parameterCount: Int { layers.last?.end ?? 0 }

  /// Entries of x and of every layer's z: Σ n(l), from l = 0.
  var neuronCount: Int { sizes.reduce(0, +) }

  /// Every parameter's name, in the order in which a network holds them.
  package var parameters: [Parameter] {
    layers.flatMap { layer in
      let weights = (1...layer.outputs).flatMap { row in
        (1...layer.inputs).map { Parameter(layer: layer.number, row: row, column: $0) }
      }
      return weights
        + (1...layer.outputs).map { Parameter(layer: layer.number, row: $0, column: nil) }
    }
  }

  /// λ/2 · Σ‖W‖², for parameters in the network's order.
  func penalty(of parameters: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for layer in layers {
      for index in layer.weightRange { sum += parameters[index] * parameters[index] }
    }
    return penalty / 2 * sum
  }

  private static func layouts(_ sizes: [Int], _ activations: [Activation]) -> [LayerLayout] {
    var layouts: [LayerLayout] = []
    for (index, activation) in activations.enumerated() {
      layouts.append(
        LayerLayout(
          number: index + 1, inputs: sizes[index], outputs: sizes[index + 1],
          activation: activation, weights: layouts.last?.end ?? 0,
          sources: layouts.last?.neurons ?? 0))
    }
    return layouts
  }
}
