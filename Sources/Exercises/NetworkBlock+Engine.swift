import Backpropagation
import Formulas

extension NetworkBlock {
  /// The reference engine's value for everything that the block's program computes.
  ///
  /// - Parameters:
  ///   - weights: W of each layer in the block's layout.
  ///   - biases: b of each layer.
  package func engineValues(
    weights: [Tensor], biases: [Tensor]
  ) throws(NetworkError) -> [Quantity: Tensor] {
    let (network, samples) = try engine(weights: weights, biases: biases)
    let gradients = try network.gradients(for: samples)
    let expansion = NetworkExpansion(block: self)
    var values: [Quantity: Tensor] = [:]
    add(gradients.forwardPass, isUpdated: false, to: &values)
    for (index, delta) in gradients.errorSignals.enumerated() {
      values[expansion.quantity(.errorSignal, index + 1)] = perSample(delta)
    }
    for (index, weight) in gradients.weightGradients.enumerated() {
      values[expansion.quantity(.weightGradient, index + 1)] = inLayout(weight)
      values[expansion.quantity(.biasGradient, index + 1)] = Tensor(
        gradients.biasGradients[index])
    }
    guard let learningRate else { return values }
    let updated = network.gradientDescentStep(gradients, learningRate: learningRate)
    for (index, layer) in updated.layers.enumerated() {
      values[expansion.quantity(.weight, index + 1, isUpdated: true)] = inLayout(layer.weights)
      values[expansion.quantity(.bias, index + 1, isUpdated: true)] = Tensor(layer.biases)
    }
    add(try updated.forwardPass(samples), isUpdated: true, to: &values)
    return values
  }

  /// Where the engine's gradient is none of its own loss, if anywhere; nil for networks with so many
  /// parameters that this is not tried.
  func engineContradiction(
    weights: [Tensor], biases: [Tensor]
  ) throws(NetworkError) -> FiniteDifference? {
    let (network, samples) = try engine(weights: weights, biases: biases)
    guard network.parameterCount <= Verification.mostDifferences else { return nil }
    return try FiniteDifferenceCheck(of: network, on: samples).disagreements.first
  }

  /// The network and its samples for the reference engine.
  package func engine(
    weights: [Tensor], biases: [Tensor]
  ) throws(NetworkError) -> (Network, Samples) {
    let network = try Network(
      sizes: sizes, activations: activations, loss: loss,
      weights: weights.map { rows(of: layout == .destinationSource ? $0 : $0.transposed) },
      biases: biases.map { $0.entries })
    return (network, try Samples(inputs: inputs, targets: targets))
  }

  private func add(
    _ pass: ForwardPass, isUpdated: Bool, to values: inout [Quantity: Tensor]
  ) {
    func quantity(_ role: Quantity.Role, _ layer: Int? = nil) -> Quantity {
      NetworkExpansion(block: self).quantity(role, layer, isUpdated: isUpdated)
    }
    for index in pass.activations.indices {
      values[quantity(.preActivation, index + 1)] = perSample(pass.preActivations[index])
      values[quantity(.activation, index + 1)] = perSample(pass.activations[index])
    }
    values[quantity(.loss)] = Tensor(pass.loss)
  }

  private func perSample(_ matrix: Matrix) -> Tensor {
    isBatch
      ? Tensor(shape: .matrix(matrix.rows, matrix.columns), entries: matrix.entries)
      : Tensor(matrix.entries)
  }

  private func inLayout(_ weights: Matrix) -> Tensor {
    let tensor = Tensor(shape: .matrix(weights.rows, weights.columns), entries: weights.entries)
    return layout == .destinationSource ? tensor : tensor.transposed
  }

  private func rows(of tensor: Tensor) -> [[Double]] {
    let columns = tensor.shape.columns
    return (0..<tensor.shape.rows).map {
      Array(tensor.entries[$0 * columns..<($0 + 1) * columns])
    }
  }
}
