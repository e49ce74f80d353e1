extension Workspace {
  /// The forward pass: every layer in turn, for every sample.
  mutating func forward(_ parameters: UnsafePointer<Double>) -> Double {
    var loss = 0.0
    for sample in 0..<sampleCount {
      let cache = cache(of: sample)
      for layer in architecture.layers { cache.activate(layer, parameters) }
      if let last = architecture.layers.last { loss += cache.loss(of: last, architecture) }
    }
    return loss / Double(sampleCount)
  }

  /// The backward pass: BP1 at the output, then BP3 and BP4 and, on the way down, BP2.
  ///
  /// δ is that of each sample; the gradients are averaged over the samples.
  mutating func backward(_ parameters: UnsafePointer<Double>) {
    let layers = architecture.layers
    for sample in 0..<sampleCount {
      let cache = cache(of: sample)
      cache.outputErrorSignal(of: layers[layers.count - 1], architecture)
      for index in layers.indices.reversed() {
        let layer = layers[index]
        cache.weightGradient(of: layer, into: gradientStorage, adding: sample > 0)
        cache.biasGradient(of: layer, into: gradientStorage, adding: sample > 0)
        if index > 0 { cache.errorSignal(of: layers[index - 1], from: layer, parameters) }
      }
    }
    if sampleCount > 1 { averageGradients() }
  }

  /// `∂ℒ/∂x` of every sample, from the δ of layer 1.
  mutating func inputGradient(_ parameters: UnsafePointer<Double>) {
    for sample in 0..<sampleCount {
      cache(of: sample).propagateError(of: architecture.layers[0], parameters)
    }
  }

  private mutating func averageGradients() {
    for index in 0..<architecture.parameterCount { gradientStorage[index] /= Double(sampleCount) }
  }
}
