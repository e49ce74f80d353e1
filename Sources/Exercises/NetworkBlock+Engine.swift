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
    let (slopes, biasSlopes) = (gradients.weightGradients, gradients.biasGradients)
    var (newWeights, newBiases) = (weights, biases)
    for parameters in trained {
      let index = parameters.layer - 1
      let gradient =
        parameters.isBias ? inLayout(biasSlopes[index], index + 1) : inLayout(slopes[index])
      values[expansion.quantity(parameters.gradient, parameters.layer)] = gradient
      guard let update else { continue }
      let old = parameters.isBias ? biases[index] : weights[index]
      let new = update.step(old, along: gradient, parameters, to: &values)
      values[expansion.quantity(parameters.role, parameters.layer, isUpdated: true)] = new
      if parameters.isBias { newBiases[index] = new } else { newWeights[index] = new }
    }
    if update == nil { return values }
    let (updated, _) = try engine(weights: newWeights, biases: newBiases)
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
      sizes: sizes, activations: activations, loss: loss, penalty: penalty ?? 0,
      weights: weights.map { rows(of: layout == .destinationSource ? $0 : $0.transposed) },
      biases: biases.enumerated().map { index, bias in
        hasSharedBias(index + 1)
          ? .init(repeating: bias[0], count: sizes[index + 1]) : bias.entries
      })
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

  /// What belongs to each unit of a layer; the sum of it where the layer has one bias.
  private func inLayout(_ biases: [Double], _ layer: Int) -> Tensor {
    hasSharedBias(layer) ? Tensor(biases.reduce(0, +)) : Tensor(biases)
  }

  private func rows(of tensor: Tensor) -> [[Double]] {
    let columns = tensor.shape.columns
    return (0..<tensor.shape.rows).map {
      Array(tensor.entries[$0 * columns..<($0 + 1) * columns])
    }
  }
}

extension NetworkUpdate {
  /// The parameters after the step, with what the optimiser keeps of it added to the values.
  fileprivate func step(
    _ parameters: Tensor, along gradient: Tensor, _ kind: ParameterSet,
    to values: inout [Quantity: Tensor]
  ) -> Tensor {
    func quantity(_ moment: Quantity.Moment) -> Quantity {
      Quantity(kind.moment(moment), layer: kind.layer)
    }
    func old(_ moment: Quantity.Moment) -> [Double] {
      self.moments[quantity(moment)]?.entries ?? .init(repeating: 0, count: parameters.shape.count)
    }
    func add(_ moment: Quantity.Moment, _ entries: [Double]) {
      values[quantity(moment)] = Tensor(shape: parameters.shape, entries: entries)
    }
    var isMomentum = false
    if case .momentum = optimiser { isMomentum = true }
    let first: Quantity.Moment = isMomentum ? .oldVelocity : .oldFirst
    var moments = Moments(first: old(first), second: old(.oldSecond))
    let moved = optimiser.step(
      parameters.entries, along: gradient.entries, learningRate: learningRate, moments: &moments)
    switch optimiser {
    case .descent: break
    case .momentum: add(.velocity, moments.first)
    case .adam(let adam):
      let (first, second) = adam.corrected(moments)
      add(.first, moments.first)
      add(.second, moments.second)
      add(.correctedFirst, first)
      add(.correctedSecond, second)
    }
    return Tensor(shape: parameters.shape, entries: moved)
  }
}
