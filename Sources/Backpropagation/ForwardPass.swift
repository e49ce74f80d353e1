/// Every value of a forward pass, one column for each sample.
package struct ForwardPass: Equatable, Sendable {
  /// z of each layer.
  package let preActivations: [Matrix]
  /// a of each layer, without the input.
  package let activations: [Matrix]
  /// ℒ, the mean over the samples.
  package let loss: Double

  /// a of the last layer.
  package var outputs: Matrix { activations[activations.count - 1] }
}

extension Network {
  /// The forward pass of these samples, with every z and a.
  ///
  /// - Throws: ``NetworkError`` when the samples do not fit the network.
  package func forwardPass(_ samples: Samples) throws(NetworkError) -> ForwardPass {
    var workspace = Workspace(for: architecture, sampleCount: samples.count)
    try workspace.load(samples)
    let loss = workspace.forward(self)
    return workspace.forwardPass(loss: loss)
  }
}

extension Workspace {
  func forwardPass(loss: Double) -> ForwardPass {
    ForwardPass(
      preActivations: matrices { $0.z }, activations: matrices { $0.a }, loss: loss)
  }

  /// A cached quantity of every layer, one column for each sample.
  func matrices(
    of quantity: (SampleCache) -> UnsafeMutablePointer<Double>
  ) -> [Matrix] {
    var matrices: [Matrix] = []
    for layer in architecture.layers {
      matrices.append(matrix(from: layer.neurons, count: layer.outputs, of: quantity))
    }
    return matrices
  }

  func matrix(
    from start: Int, count: Int, of quantity: (SampleCache) -> UnsafeMutablePointer<Double>
  ) -> Matrix {
    var entries = [Double](repeating: 0, count: count * sampleCount)
    for sample in 0..<sampleCount {
      let values = quantity(cache(of: sample)) + start
      for row in 0..<count { entries[row * sampleCount + sample] = values[row] }
    }
    return Matrix(rows: count, columns: sampleCount, entries: entries)
  }
}
