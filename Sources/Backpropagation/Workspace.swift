/// Room for the forward and backward passes of one architecture, allocated once.
///
/// Passes through a workspace allocate nothing, which is what makes many of them fast: training,
/// finite differences, measuring. It cannot be copied; where one is not worth keeping,
/// ``Network/forwardPass(_:)`` and ``Network/gradients(for:)`` make their own.
package struct Workspace: ~Copyable {
  package let architecture: Architecture
  package let sampleCount: Int
  /// z, a and δ of every sample, then the targets, then the gradients: one allocation.
  private let storage: UnsafeMutablePointer<Double>
  private let stride: Int
  let gradientStorage: UnsafeMutablePointer<Double>

  /// Room for `sampleCount` samples, at least one, all of whose entries are 0 at first.
  package init(for architecture: Architecture, sampleCount: Int = 1) {
    precondition(sampleCount > 0, "a workspace is for at least one sample, not \(sampleCount)")
    self.architecture = architecture
    self.sampleCount = sampleCount
    stride = 3 * architecture.neuronCount + architecture.outputCount
    let count = sampleCount * stride + architecture.parameterCount
    storage = .allocate(capacity: count)
    storage.initialize(repeating: 0, count: count)
    gradientStorage = storage + sampleCount * stride
  }

  deinit { storage.deallocate() }

  func cache(of sample: Int) -> SampleCache {
    let neurons = architecture.neuronCount
    let z = storage + sample * stride
    return SampleCache(z: z, a: z + neurons, delta: z + 2 * neurons, y: z + 3 * neurons)
  }

  /// Takes the inputs and targets of the passes to come.
  ///
  /// - Throws: ``NetworkError`` when an input or target does not fit the first or last layer.
  package mutating func load(_ samples: Samples) throws(NetworkError) {
    try architecture.check(samples)
    precondition(
      samples.count == sampleCount,
      "a workspace for \(sampleCount) samples cannot take \(samples.count)")
    for sample in 0..<sampleCount {
      let cache = cache(of: sample)
      for row in 0..<samples.inputs.rows { cache.a[row] = samples.inputs[row, sample] }
      for row in 0..<samples.targets.rows { cache.y[row] = samples.targets[row, sample] }
    }
  }

  /// The forward pass of all samples; returns the mean of their losses.
  @discardableResult
  package mutating func forward(_ network: Network) -> Double {
    checkArchitecture(of: network)
    return forward(network.parameters)
  }

  /// The backward pass, BP1 to BP4, after ``forward(_:)`` with the same network.
  package mutating func backward(_ network: Network) {
    checkArchitecture(of: network)
    backward(network.parameters)
  }

  /// BP2 down to the input, `∂ℒ/∂x = W(1)ᵀ δ(1)`, after ``backward(_:)``.
  package mutating func inputGradient(_ network: Network) {
    checkArchitecture(of: network)
    inputGradient(network.parameters)
  }

  /// The size of the numbers whose rounding the loss has, after a forward and a backward pass: the
  /// largest z or a, times the largest δ, by which an error of theirs moves the loss.
  var roundingScale: Double {
    var (value, signal) = (0.0, 1.0)
    for sample in 0..<sampleCount {
      let cache = cache(of: sample)
      for place in 0..<architecture.neuronCount {
        value = max(value, abs(cache.z[place]), abs(cache.a[place]))
        signal = max(signal, abs(cache.delta[place]))
      }
    }
    return value * signal
  }

  private func checkArchitecture(of network: Network) {
    precondition(
      network.architecture == architecture,
      "a workspace made for one architecture cannot run a network of another")
  }
}

extension Architecture {
  fileprivate func check(_ samples: Samples) throws(NetworkError) {
    let (inputs, targets) = (samples.inputs, samples.targets)
    guard inputs.rows == inputCount else {
      throw .inputShape(found: inputs.shape, expected: "\(inputCount) × \(inputs.columns)")
    }
    guard targets.rows == outputCount else {
      throw .targetShape(
        layer: layers.count, found: targets.shape, expected: "\(outputCount) × \(targets.columns)")
    }
  }
}
