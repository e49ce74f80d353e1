/// What a backward pass finds: δ of every layer, and the gradient of every parameter.
package struct Gradients: Equatable, Sendable {
  package let architecture: Architecture
  /// The forward pass the gradients belong to.
  package let forwardPass: ForwardPass
  /// δ of each layer, one column for each sample: `∂ℒ/∂z` of that sample's own loss.
  package let errorSignals: [Matrix]
  /// `∂ℒ/∂x`, one column for each sample, of that sample's own loss.
  package let inputGradient: Matrix
  /// The gradient of every parameter, averaged over the samples, in the network's order.
  package let parameterGradients: [Double]

  /// `∂ℒ/∂W = (1/m) δ Aᵀ` of each layer.
  package var weightGradients: [Matrix] {
    architecture.layers.map { $0.weightMatrix(in: parameterGradients) }
  }

  /// `∂ℒ/∂b`, the mean of δ over the samples, of each layer.
  package var biasGradients: [[Double]] {
    architecture.layers.map { $0.biasVector(in: parameterGradients) }
  }
}

extension Network {
  /// The gradients of these samples, by a forward pass and BP1 to BP4.
  ///
  /// - Throws: ``NetworkError`` when the samples do not fit the network.
  package func gradients(for samples: Samples) throws(NetworkError) -> Gradients {
    var workspace = Workspace(for: architecture, sampleCount: samples.count)
    try workspace.load(samples)
    let loss = workspace.forward(self)
    workspace.backward(self)
    workspace.inputGradient(self)
    return workspace.gradients(loss: loss)
  }

  /// One step of gradient descent: `W − η ∂ℒ/∂W` and `b − η ∂ℒ/∂b`.
  package func gradientDescentStep(_ gradients: Gradients, learningRate: Double) -> Network {
    precondition(
      gradients.architecture == architecture,
      "a step needs gradients of the network's own architecture")
    return moved(
      to: zip(parameters, gradients.parameterGradients).map { $0 - learningRate * $1 })
  }
}

extension Workspace {
  /// The gradient of every parameter after ``backward(_:)``, in the network's order.
  package var parameterGradients: [Double] {
    Array(UnsafeBufferPointer(start: gradientStorage, count: architecture.parameterCount))
  }

  fileprivate func gradients(loss: Double) -> Gradients {
    Gradients(
      architecture: architecture,
      forwardPass: forwardPass(loss: loss),
      errorSignals: matrices { $0.delta },
      inputGradient: matrix(from: 0, count: architecture.inputCount) { $0.delta },
      parameterGradients: parameterGradients)
  }
}
