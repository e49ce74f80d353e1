import Backpropagation

extension NetworkProgram {
  /// What the program returns where gradients are asked for.
  func gradients(of arguments: ReferenceArguments, isBatch: Bool) -> FunctionValue? {
    guard let network = arguments.network,
      let samples = isBatch ? arguments.samples : arguments.sample,
      let found = gradients(
        network, samples, rate: arguments.learningRate, trained(arguments).setting)
    else { return nil }
    return trained(arguments).setting.value(of: found, sharing: sharing)
  }

  /// The arguments as the program takes them, which may not know what is frozen.
  func trained(_ arguments: ReferenceArguments) -> ReferenceArguments {
    arguments.freezing(frozen.parameters(arguments.setting.frozen))
  }

  /// What it returns where the loss of a sample is asked for.
  func loss(of arguments: ReferenceArguments) -> FunctionValue? {
    guard let network = arguments.network, let x = arguments.vector("x"),
      let y = arguments.vector("y"), let a = forward(network, x)?.a.last, a.count == y.count,
      let factor = loss.factor(network.loss, outputs: y.count)
    else { return nil }
    let squares = network.layers.flatMap { $0.weights.rowLists.joined() }.reduce(0) { $0 + $1 * $1 }
    let penalty = hasPenalty ? network.architecture.penalty / 2 * squares : 0
    return .double(
      penalty + factor
        * a.withUnsafeBufferPointer { a in
          y.withUnsafeBufferPointer { y in
            guard let a = a.baseAddress, let y = y.baseAddress else { return Double.nan }
            return network.loss.value(a, y, count: arguments.vector("y")?.count ?? 0)
          }
        })
  }

  /// What it returns where the parameters after a step are asked for.
  func step(of arguments: ReferenceArguments) -> FunctionValue? {
    guard let rate = arguments.learningRate else { return nil }
    func rule(isBias: Bool) -> OptimiserStep.Rule {
      { old, slope, _ in (moved(old, slope, rate, isBias: isBias), []) }
    }
    return OptimiserStep.descent.value(
      trained(arguments), along: gradients(of: arguments, isBatch: false),
      by: rule(isBias: false), biases: rule(isBias: true))
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
}
