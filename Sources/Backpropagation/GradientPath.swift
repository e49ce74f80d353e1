/// One way by which a weight or bias reaches the loss, and what it contributes to the gradient.
///
/// By the chain rule ∂ℒ/∂w is a sum over all paths from the parameter's neuron to the outputs:
/// `a(source) · f′(z) · W f′(z) · … · W δ(output)`, one factor for each step of the way. BP2 adds
/// them up layer by layer; here they are kept apart.
package struct GradientPath: Equatable, Sendable {
  /// The neuron passed in each layer from the parameter's to the last, counted from 1.
  package let neurons: [Int]
  /// What the path adds to the gradient, averaged over the samples.
  package let contribution: Double
}

extension Network {
  /// The number of paths from a parameter to the outputs.
  package func pathCount(of parameter: Parameter) -> Int {
    sizes.dropFirst(parameter.layer + 1).reduce(1) { total, size in
      let (product, overflow) = total.multipliedReportingOverflow(by: size)
      return overflow ? .max : product
    }
  }

  /// The paths of a parameter's gradient, in the order of their neurons; they add up to it, but for
  /// what a penalty on the weights adds of itself.
  ///
  /// - Returns: Nil where a softmax between the parameter and the outputs mixes the neurons of its
  ///   layer, so that there are no separate paths, or where there are more than `most`.
  /// - Throws: ``NetworkError`` when the samples do not fit the network.
  package func paths(
    of parameter: Parameter, for samples: Samples, most: Int = 4096
  ) throws(NetworkError) -> [GradientPath]? {
    let layers = layers
    let isMixed = layers[(parameter.layer - 1)...].dropLast().contains { $0.activation == .softmax }
    guard !isMixed, pathCount(of: parameter) <= most else { return nil }
    let gradients = try gradients(for: samples)
    let slopes = try slopes(gradients.forwardPass)
    var paths: [GradientPath] = []
    var neurons = [parameter.row]

    func follow(_ layer: Int, _ factors: [Double]) {
      if layer == layers.count {
        paths.append(
          GradientPath(
            neurons: neurons, contribution: factors.reduce(0, +) / Double(samples.count)))
        return
      }
      let weights = layers[layer].weights
      for next in 0..<weights.rows {
        let weight = weights[next, neurons[neurons.count - 1] - 1]
        neurons.append(next + 1)
        follow(
          layer + 1,
          factors.indices.map { factors[$0] * weight * slopes[layer][next, $0] })
        neurons.removeLast()
      }
    }

    let start = (0..<samples.count).map { sample in
      slopes[parameter.layer - 1][parameter.row - 1, sample]
        * source(of: parameter, sample, samples, gradients.forwardPass)
    }
    follow(parameter.layer, start)
    return paths

    /// f′(z) of each neuron, and δ itself for the last layer, one column for each sample.
    func slopes(_ pass: ForwardPass) throws(NetworkError) -> [Matrix] {
      layers.indices.map { index in
        if index == layers.count - 1 { return gradients.errorSignals[index] }
        let z = pass.preActivations[index]
        var entries = [Double](repeating: 0, count: z.entries.count)
        for sample in 0..<z.columns {
          let column = (0..<z.rows).map { z[$0, sample] }
          let jacobian = layers[index].activation.jacobian(at: column)
          for row in 0..<z.rows { entries[row * z.columns + sample] = jacobian[row, row] }
        }
        return Matrix(rows: z.rows, columns: z.columns, entries: entries)
      }
    }
  }

  /// What a parameter is multiplied with: the activation it reads, or 1 for a bias.
  private func source(
    of parameter: Parameter, _ sample: Int, _ samples: Samples, _ pass: ForwardPass
  ) -> Double {
    guard let column = parameter.column else { return 1 }
    let values = parameter.layer == 1 ? samples.inputs : pass.activations[parameter.layer - 2]
    return values[column - 1, sample]
  }
}
