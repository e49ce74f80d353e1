extension Workspace {
  /// The forward pass: every layer in turn, for every sample.
  mutating func forward(
    _ parameters: UnsafePointer<Double>, _ tally: inout Tally<some Counter>
  ) -> Double {
    var loss = 0.0
    for sample in 0..<sampleCount {
      let cache = cache(of: sample)
      for layer in architecture.layers { cache.activate(layer, parameters, &tally.forward) }
      if let last = architecture.layers.last { loss += cache.loss(of: last, architecture) }
    }
    return loss / Double(sampleCount)
  }

  /// The backward pass: BP1 at the output, then BP3 and BP4 and, on the way down, BP2.
  ///
  /// δ is that of each sample; the gradients are averaged over the samples.
  mutating func backward(
    _ parameters: UnsafePointer<Double>, _ tally: inout Tally<some Counter>
  ) {
    let layers = architecture.layers
    for sample in 0..<sampleCount {
      let cache = cache(of: sample)
      cache.outputErrorSignal(of: layers[layers.count - 1], architecture)
      for index in layers.indices.reversed() {
        let layer = layers[index]
        cache.weightGradient(
          of: layer, into: gradientStorage, adding: sample > 0, &tally.weightGradients)
        cache.biasGradient(of: layer, into: gradientStorage, adding: sample > 0)
        if index > 0 {
          cache.errorSignal(
            of: layers[index - 1], from: layer, parameters, &tally.errorBackpropagation)
        }
      }
    }
    if sampleCount > 1 { averageGradients() }
  }

  /// `∂ℒ/∂x` of every sample, from the δ of layer 1.
  mutating func inputGradient(
    _ parameters: UnsafePointer<Double>, _ tally: inout Tally<some Counter>
  ) {
    for sample in 0..<sampleCount {
      cache(of: sample)
        .propagateError(of: architecture.layers[0], parameters, &tally.inputGradient)
    }
  }

  private mutating func averageGradients() {
    for index in 0..<architecture.parameterCount { gradientStorage[index] /= Double(sampleCount) }
  }
}
