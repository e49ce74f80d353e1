import Backpropagation
import Formulas

/// The program a network block stands for: forward pass, loss, BP1–BP4 and the update, as formulas.
///
/// A single sample gives vectors `x y z1 a1 … delta1 …`; several samples give matrices with one
/// column each, `X Y Z1 A1 …`, error signals per sample and gradients averaged.
struct NetworkExpansion {
  let block: NetworkBlock
  /// Whether the targets stay what the block says, so that formulas may rest on them.
  let areTargetsFixed: Bool

  init(block: NetworkBlock, areTargetsFixed: Bool = true) {
    self.block = block
    self.areTargetsFixed = areTargetsFixed
  }

  /// A value that is given.
  struct Given {
    let quantity: Quantity
    let value: Tensor

    var name: String { quantity.name }
  }

  /// Values that are given, in order.
  var givens: [Given] {
    var result = [
      Given(quantity: quantity(.input), value: columns(block.inputs)),
      Given(quantity: quantity(.target), value: columns(block.targets)),
    ]
    for layer in 1...last {
      if let weights = block.weights {
        result.append(Given(quantity: quantity(.weight, layer), value: weights[layer - 1]))
      }
      if let biases = block.biases {
        result.append(Given(quantity: quantity(.bias, layer), value: biases[layer - 1]))
      }
    }
    if let penalty = block.penalty {
      result.append(Given(quantity: quantity(.constant(.penalty)), value: Tensor(penalty)))
    }
    return result + (block.update.map { givens(of: $0) } ?? [])
  }

  /// η, the constants of the optimiser, and what it remembers.
  private func givens(of update: NetworkUpdate) -> [Given] {
    var result = [Given(quantity: quantity(.learningRate), value: Tensor(update.learningRate))]
    for (constant, value) in update.constants {
      result.append(Given(quantity: quantity(.constant(constant)), value: Tensor(value)))
    }
    for parameters in block.trained {
      for moment in update.memory {
        let quantity = quantity(parameters.moment(moment), parameters.layer)
        let shape = block.shape(of: parameters)
        let zeros = Tensor(shape: shape, entries: .init(repeating: 0, count: shape.count))
        result.append(Given(quantity: quantity, value: update.moments[quantity] ?? zeros))
      }
    }
    return result
  }

  /// A value the student chooses.
  struct Choice {
    let quantity: Quantity
    let shape: Shape
    let text: String

    var name: String { quantity.name }
  }

  /// Values the student chooses.
  var choices: [Choice] {
    (1...last).flatMap { layer in
      let weights = Choice(
        quantity: quantity(.weight, layer), shape: block.weightShape(layer),
        text: "your own weights of layer \(layer)")
      let biases = Choice(
        quantity: quantity(.bias, layer), shape: block.biasShape(layer),
        text: "your own biases of layer \(layer)")
      return (block.weights == nil ? [weights] : []) + (block.biases == nil ? [biases] : [])
    }
  }

  /// A value that is computed.
  struct Definition {
    let quantity: Quantity
    let formula: String
    /// The same from the pre-activations, where the formula loses too much to rounding.
    var exact: String?
    /// Other formulas of the same value: by the activation where the formula has the
    /// pre-activation, and the reverse.
    var ways: [String] = []

    var name: String { quantity.name }
  }

  /// Every value that is computed, in the order of computation.
  var definitions: [Definition] {
    var result = forwardPass(isUpdated: false)
    for layer in stride(from: last, through: 1, by: -1) {
      result.append(
        Definition(
          quantity: quantity(.errorSignal, layer), formula: layer == last ? bp1 : bp2(layer),
          ways: layer == last ? bp1Ways : bp2Ways(layer)))
    }
    for parameters in block.trained {
      let layer = parameters.layer
      result.append(
        Definition(
          quantity: quantity(parameters.gradient, layer),
          formula: parameters.isBias ? bp4(layer) : bp3(layer)))
    }
    if let update = block.update {
      for parameters in block.trained { result += descent(parameters, update.optimiser) }
      result += forwardPass(isUpdated: true)
    }
    return result
  }

  /// A value that is a gradient, and what it is the gradient by.
  struct Gradient {
    let quantity: Quantity
    let parameter: Quantity
    /// What it is multiplied by: error signals of a batch are per sample.
    var factor = 1.0
  }

  /// What the values are gradients of the loss by, for the verification.
  var gradients: [Gradient] {
    let errors = (1...last).map { layer in
      Gradient(
        quantity: quantity(.errorSignal, layer), parameter: quantity(.preActivation, layer),
        factor: Double(block.sampleCount))
    }
    return errors
      + block.trained.map { parameters in
        Gradient(
          quantity: quantity(parameters.gradient, parameters.layer),
          parameter: quantity(parameters.role, parameters.layer))
      }
  }

  /// The frozen parameter whose gradient, or whose value after the step, has a name.
  func frozenParameter(behind name: String) -> String? {
    block.frozen.first { parameters in
      [
        quantity(parameters.gradient, parameters.layer),
        quantity(parameters.role, parameters.layer, isUpdated: true),
      ].contains { $0.name == name }
    }?.name
  }

  /// What the block lacks for a value of this name, which only training has; nil for other names.
  func lack(of name: String) -> String? {
    let adam = Optimiser.Adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, step: 1)
    let kinds: [(optimiser: Optimiser, lack: String)] = [
      (.descent, "a 'learningRate'"), (.momentum(0.9), "the optimiser 'momentum'"),
      (.adam(adam), "the optimiser 'adam'"),
    ]
    return kinds.first { kind in
      var trained = block
      trained.update = NetworkUpdate(learningRate: 1, optimiser: kind.optimiser)
      return NetworkExpansion(block: trained).definitions.contains { $0.name == name }
    }?.lack
  }

  // MARK: Names

  private var last: Int { block.layerCount }
  private var isBatch: Bool { block.isBatch }

  /// The value of a role, in the letters of this block.
  func quantity(
    _ role: Quantity.Role, _ layer: Int? = nil, isUpdated: Bool = false
  ) -> Quantity {
    Quantity(role, layer: layer, isUpdated: isUpdated, isBatch: isBatch)
  }

  /// What the formulas call that value; parameters that no step moves keep their name.
  private func name(
    _ role: Quantity.Role, _ layer: Int? = nil, isUpdated: Bool = false
  ) -> String {
    let isFrozen =
      [.weight, .bias].contains(role)
      && block.frozen.contains(ParameterSet(isBias: role == .bias, layer: layer ?? 0))
    return quantity(role, layer, isUpdated: isUpdated && !isFrozen).name
  }

  private var target: String { name(.target) }

  /// What goes into the layer above: the activations of a layer, or the input.
  private func source(_ layer: Int, isUpdated: Bool = false) -> String {
    quantity(.activation, isUpdated: isUpdated).inLayer(layer).name
  }

  private func columns(_ samples: [[Double]]) -> Tensor {
    isBatch ? Tensor(rows: samples).transposed : Tensor(samples[0])
  }

  // MARK: Formulas

  private func forwardPass(isUpdated: Bool) -> [Definition] {
    var result: [Definition] = []
    for layer in 1...last {
      let z = quantity(.preActivation, layer, isUpdated: isUpdated)
      let activation = block.activations[layer - 1]
      result.append(Definition(quantity: z, formula: preActivation(layer, isUpdated)))
      result.append(
        Definition(
          quantity: quantity(.activation, layer, isUpdated: isUpdated),
          formula: "\(activation.functionName)(\(z.name))"))
    }
    result.append(
      Definition(
        quantity: quantity(.loss, isUpdated: isUpdated),
        formula: loss(of: source(last, isUpdated: isUpdated), isUpdated),
        exact: exactLoss(isUpdated),
        ways: [lossByPreActivation(isUpdated)]))
    return result
  }

  /// The pre-activation z(l) = W(l) a(l−1) + b(l).
  private func preActivation(_ layer: Int, _ isUpdated: Bool) -> String {
    let (W, b) = (
      name(.weight, layer, isUpdated: isUpdated), name(.bias, layer, isUpdated: isUpdated)
    )
    let source = source(layer - 1, isUpdated: isUpdated)
    switch (block.layout, isBatch) {
    case (.destinationSource, false): return "\(W) @ \(source) + \(b)"
    case (.sourceDestination, false): return "\(source) @ \(W) + \(b)"
    case (.destinationSource, true): return "\(W) @ \(source) + \(spread(b, layer))"
    case (.sourceDestination, true): return "\(W).T @ \(source) + \(spread(b, layer))"
    }
  }

  /// The biases beside a matrix with a column for each sample.
  private func spread(_ biases: String, _ layer: Int) -> String {
    block.hasSharedBias(layer) ? biases : "column(\(biases))"
  }

  /// The loss of the samples, with the penalty on the weights where there is one.
  private func loss(of output: String, _ isUpdated: Bool) -> String {
    guard block.penalty != nil else { return dataLoss(of: output) }
    let squares = (1...last).map { "sum(square(\(name(.weight, $0, isUpdated: isUpdated))))" }
    let sum = last == 1 ? squares[0] : "(\(squares.joined(separator: " + ")))"
    return "\(dataLoss(of: output)) + \(name(.constant(.penalty))) / 2 * \(sum)"
  }

  private func dataLoss(of output: String) -> String {
    let mean = isBatch ? " / \(block.sampleCount)" : ""
    switch block.loss {
    case .halfSquaredError: return "0.5 * sum(square(\(output) - \(target)))\(mean)"
    case .meanSquaredError: return "mean(square(\(output) - \(target)))"
    case .binaryCrossEntropy:
      return
        "-sum(\(target) * log(\(output)) + (1 - \(target)) * log(1 - \(output)))\(mean)"
    case .crossEntropy: return "-sum(\(target) * log(\(output)))\(mean)"
    case .hinge: return "sum(relu(1 - \(target) * \(output)))\(mean)"
    }
  }

  /// The loss as it is computed where the output may be so near to 0 or 1 that its own digits do
  /// not tell how near: in `log(sigmoid(z))` and `log(softmax(z))` nothing is lost.
  private func exactLoss(_ isUpdated: Bool) -> String? {
    switch (block.loss, block.activations[last - 1]) {
    case (.binaryCrossEntropy, .sigmoid), (.crossEntropy, .sigmoid), (.crossEntropy, .softmax):
      lossByPreActivation(isUpdated)
    default: nil
    }
  }

  private func lossByPreActivation(_ isUpdated: Bool) -> String {
    loss(of: outputByPreActivation(isUpdated), isUpdated)
  }

  private func outputByPreActivation(_ isUpdated: Bool = false) -> String {
    let z = name(.preActivation, last, isUpdated: isUpdated)
    return "\(block.activations[last - 1].functionName)(\(z))"
  }

  /// δ(L) = ∇ₐL ⊙ f′(z(L)), where activation and loss do not cancel to a − y.
  private var bp1: String { bp1(of: source(last)) }

  private func bp1(of a: String) -> String {
    let activation = block.activations[last - 1]
    switch (activation, block.loss) {
    case (.sigmoid, .binaryCrossEntropy): return "\(a) - \(target)"
    case (.softmax, .crossEntropy):
      let isOneHot =
        areTargetsFixed && block.targets.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 }
      if isOneHot { return "\(a) - \(target)" }
      return isBatch
        ? "\(a) * rowSums(\(target).T) - \(target)" : "sum(\(target)) * \(a) - \(target)"
    default: return throughActivation(lossGradient, last)
    }
  }

  /// ∇ₐL, the gradient of one sample's loss by the output.
  private var lossGradient: String {
    let a = source(last)
    return switch block.loss {
    case .halfSquaredError: "(\(a) - \(target))"
    case .meanSquaredError: "2 / \(block.sizes[last]) * (\(a) - \(target))"
    case .binaryCrossEntropy: "(\(a) - \(target)) / (\(a) * (1 - \(a)))"
    case .crossEntropy: "(-\(target) / \(a))"
    case .hinge: "(-\(target) * relu'(1 - \(target) * \(a)))"
    }
  }

  /// The slope from the output, the output from the pre-activation, and the product of ∇ₐL and
  /// f′(z) where the formula has what is left of it.
  private var bp1Ways: [String] {
    let activation = block.activations[last - 1]
    let a = source(last)
    switch (activation, block.loss) {
    case (.sigmoid, .binaryCrossEntropy):
      return [
        "\(outputByPreActivation()) - \(target)", throughActivation(lossGradient, last),
        "\(lossGradient) * (\(a) * (1 - \(a)))",
      ]
    case (.softmax, .crossEntropy): return [bp1(of: outputByPreActivation())]
    default: return throughSlope(lossGradient, last).map { [$0] } ?? []
    }
  }

  private func bp2Ways(_ layer: Int) -> [String] {
    throughSlope(backPropagated(layer), layer).map { [$0] } ?? []
  }

  /// The error signal δ(l) = (W(l+1)ᵀ δ(l+1)) ⊙ f′(z(l)).
  private func bp2(_ layer: Int) -> String { throughActivation(backPropagated(layer), layer) }

  /// W(l+1)ᵀ δ(l+1), the gradient by the activations of a layer.
  private func backPropagated(_ layer: Int) -> String {
    let (W, delta) = (name(.weight, layer + 1), name(.errorSignal, layer + 1))
    let weights = block.layout == .destinationSource ? W + ".T" : W
    return "(\(weights) @ \(delta))"
  }

  /// The gradient by z with the slope written by the activation, where that is usual.
  private func throughSlope(_ gradient: String, _ layer: Int) -> String? {
    let a = source(layer)
    return switch block.activations[layer - 1] {
    case .sigmoid: "\(gradient) * (\(a) * (1 - \(a)))"
    case .tanh: "\(gradient) * (1 - square(\(a)))"
    case .softplus: "\(gradient) * sigmoid(\(name(.preActivation, layer)))"
    case .relu, .leakyRelu, .elu, .swish, .gelu, .identity, .softmax: nil
    }
  }

  /// The gradient by z from the gradient by a: elementwise, or through the softmax Jacobian.
  private func throughActivation(_ gradient: String, _ layer: Int) -> String {
    let a = source(layer)
    switch block.activations[layer - 1] {
    case .identity: return gradient
    case .softmax:
      return isBatch
        ? "\(a) * (\(gradient) - rowSums((\(a) * \(gradient)).T))"
        : "(diag(\(a)) - outer(\(a), \(a))) @ (\(gradient))"
    case let activation:
      return "\(gradient) * \(activation.functionName)'(\(name(.preActivation, layer)))"
    }
  }

  /// The weight gradient ∂L/∂W(l) = δ(l) a(l−1)ᵀ, and λ W(l) where there is a penalty.
  private func bp3(_ layer: Int) -> String {
    let penalty =
      block.penalty == nil
      ? "" : " + \(name(.constant(.penalty))) * \(name(.weight, layer))"
    return dataGradient(layer) + penalty
  }

  private func dataGradient(_ layer: Int) -> String {
    let (delta, source) = (name(.errorSignal, layer), source(layer - 1))
    switch (block.layout, isBatch) {
    case (.destinationSource, false): return "outer(\(delta), \(source))"
    case (.sourceDestination, false): return "outer(\(source), \(delta))"
    case (.destinationSource, true): return "\(delta) @ \(source).T / \(block.sampleCount)"
    case (.sourceDestination, true): return "\(source) @ \(delta).T / \(block.sampleCount)"
    }
  }

  /// The bias gradient ∂L/∂b(l) = δ(l); one bias of a whole layer gets what all its units would.
  private func bp4(_ layer: Int) -> String {
    let delta = name(.errorSignal, layer)
    switch (block.hasSharedBias(layer), isBatch) {
    case (false, false): return delta
    case (false, true): return "rowMeans(\(delta))"
    case (true, false): return "sum(\(delta))"
    case (true, true): return "sum(\(delta)) / \(block.sampleCount)"
    }
  }
}
