extension Workspace {
  /// The forward pass: every layer in turn, for every sample.
  mutating func forward(_ parameters: UnsafePointer<Double>) -> Double {
    var loss = 0.0
    for sample in 0..<sampleCount { loss += forward(cache(of: sample), parameters) }
    return loss / Double(sampleCount)
  }

  /// The forward pass of one sample, and its loss.
  func forward(_ cache: SampleCache, _ parameters: UnsafePointer<Double>) -> Double {
    for layer in architecture.layers { cache.activate(layer, parameters) }
    let loss = architecture.layers.last.map { cache.loss(of: $0, architecture) } ?? 0
    return architecture.penalty == 0 ? loss : loss + architecture.penalty(of: parameters)
  }

  /// The backward pass: BP1 at the output, then BP3 and BP4 and, on the way down, BP2.
  ///
  /// δ is that of each sample; the gradients are averaged over the samples.
  mutating func backward(_ parameters: UnsafePointer<Double>) {
    for sample in 0..<sampleCount {
      backward(cache(of: sample), parameters, adding: sample > 0)
    }
    if sampleCount > 1 { averageGradients() }
  }

  /// The backward pass of one sample, whose gradients are written or added to the others'.
  func backward(_ cache: SampleCache, _ parameters: UnsafePointer<Double>, adding: Bool) {
    let layers = architecture.layers
    cache.outputErrorSignal(of: layers[layers.count - 1], architecture)
    for index in layers.indices.reversed() {
      let layer = layers[index]
      cache.weightGradient(
        of: layer, parameters, penalty: architecture.penalty, into: gradientStorage, adding: adding)
      cache.biasGradient(of: layer, into: gradientStorage, adding: adding)
      if index > 0 { cache.errorSignal(of: layers[index - 1], from: layer, parameters) }
    }
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
