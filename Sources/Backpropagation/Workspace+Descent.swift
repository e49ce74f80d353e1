extension Workspace {
  /// One step of gradient descent on all samples together: `p − η ∂ℒ/∂p` for every parameter.
  ///
  /// - Returns: The loss before the step.
  @discardableResult
  package mutating func descend(_ parameters: inout [Double], learningRate: Double) -> Double {
    checkCount(of: parameters)
    let loss = forward(parameters)
    backward(parameters)
    step(&parameters, learningRate)
    return loss
  }

  /// One step on one of the samples alone, as online training takes it.
  ///
  /// - Returns: The loss of that sample before the step.
  @discardableResult
  package mutating func descend(
    _ parameters: inout [Double], on sample: Int, learningRate: Double
  ) -> Double {
    checkCount(of: parameters)
    let cache = cache(of: sample)
    let loss = forward(cache, parameters)
    backward(cache, parameters, adding: false)
    step(&parameters, learningRate)
    return loss
  }

  /// The mean loss of all samples with these parameters.
  @discardableResult
  package mutating func loss(of parameters: [Double]) -> Double {
    checkCount(of: parameters)
    return forward(parameters)
  }

  /// The gradient of every parameter on all samples together, in the network's order.
  package mutating func gradient(at parameters: [Double]) -> [Double] {
    checkCount(of: parameters)
    _ = forward(parameters)
    backward(parameters)
    return parameterGradients
  }

  /// Takes other inputs for one sample; its target stays.
  package mutating func setInput(_ input: [Double], of sample: Int) {
    precondition(input.count == architecture.inputCount, "an input has another size")
    let cache = cache(of: sample)
    for index in input.indices { cache.a[index] = input[index] }
  }

  /// The first output of a sample after a forward pass.
  package func output(of sample: Int) -> Double {
    cache(of: sample).a[architecture.neuronCount - architecture.outputCount]
  }

  /// How many units of a layer, counted from 1, let nothing through for any sample after a forward
  /// pass; 0 where the layer's function cannot do that.
  package func deadUnits(ofLayer number: Int) -> Int {
    let layer = architecture.layers[number - 1]
    guard layer.activation.canDie else { return 0 }
    return (layer.neurons..<layer.neurons + layer.outputs).count { place in
      (0..<sampleCount).allSatisfy { cache(of: $0).a[place] == 0 }
    }
  }

  private func checkCount(of parameters: [Double]) {
    precondition(
      parameters.count == architecture.parameterCount,
      "\(parameters.count) numbers are not the parameters of this architecture")
  }

  private func step(_ parameters: inout [Double], _ learningRate: Double) {
    parameters.withUnsafeMutableBufferPointer { parameters in
      for index in parameters.indices { parameters[index] -= learningRate * gradientStorage[index] }
    }
  }
}
