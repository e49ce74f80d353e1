import Backpropagation

extension NetworkProgram {
  /// What the program returns where gradients are asked for.
  func gradients(of arguments: ReferenceArguments, isBatch: Bool) -> FunctionValue? {
    guard let network = arguments.network,
      let samples = isBatch ? arguments.samples : arguments.sample,
      let found = gradients(network, samples, rate: arguments.learningRate)
    else { return nil }
    return NetworkProgram.value(found)
  }

  /// What it returns where the loss of a sample is asked for.
  func loss(of arguments: ReferenceArguments) -> FunctionValue? {
    guard let network = arguments.network, let x = arguments.vector("x"),
      let y = arguments.vector("y"), let a = forward(network, x)?.a.last, a.count == y.count
    else { return nil }
    return .double(
      a.withUnsafeBufferPointer { a in
        y.withUnsafeBufferPointer { y in
          guard let a = a.baseAddress, let y = y.baseAddress else { return Double.nan }
          return network.loss.value(a, y, count: arguments.vector("y")?.count ?? 0)
        }
      })
  }

  /// What it returns where the parameters after a step are asked for.
  func step(of arguments: ReferenceArguments) -> FunctionValue? {
    guard let network = arguments.network, let sample = arguments.sample,
      let rate = arguments.learningRate, let found = gradients(network, sample, rate: rate)
    else { return nil }
    let layers = network.layers
    let weights = zip(layers, found.weights).map { layer, gradients in
      zip(layer.weights.rowLists, gradients).map { row, gradients in
        zip(row, gradients).map { moved($0, $1, rate, isBias: false) }
      }
    }
    let biases = zip(layers, found.biases).map { layer, gradients in
      zip(layer.biases, gradients).map { moved($0, $1, rate, isBias: true) }
    }
    return NetworkProgram.value(Gradients(weights: weights, biases: biases))
  }

  private func moved(_ old: Double, _ gradient: Double, _ rate: Double, isBias: Bool) -> Double {
    switch update {
    case .right: old - rate * gradient
    case .uphill: old + rate * gradient
    case .withoutRate: old - gradient
    case .rateTwice: old - rate * rate * gradient
    case .weightsKept: isBias ? old - rate * gradient : old
    case .biasesKept: isBias ? old : old - rate * gradient
    case .change: rate * gradient
    case .step: -rate * gradient
    case .gradient: gradient
    case .shrunk: old * (1 - rate * gradient)
    case .rateAlone: old - rate
    case .ofValue: old - rate * old
    case .biasesUphill: isBias ? old + rate * gradient : old - rate * gradient
    case .weightsUphill: isBias ? old - rate * gradient : old + rate * gradient
    case .biasesWithoutRate: isBias ? old - gradient : old - rate * gradient
    case .weightsWithoutRate: isBias ? old - rate * gradient : old - gradient
    case .differenceTimes: (old - rate) * gradient
    case .divided: old - gradient / rate
    case .valueTimesRate: rate * old - gradient
    }
  }

  private static func value(_ found: Gradients) -> FunctionValue {
    .tuple([
      .array(found.weights.map { .array($0.map(FunctionValue.vector)) }),
      .array(found.biases.map(FunctionValue.vector)),
    ])
  }
}
