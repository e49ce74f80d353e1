import Backpropagation
import Formulas

/// The program a network block stands for: forward pass, loss, BP1–BP4 and the update, as formulas.
///
/// A single sample gives vectors `x y z1 a1 … delta1 …`; several samples give matrices with one
/// column each, `X Y Z1 A1 …`, error signals per sample and gradients averaged.
struct NetworkExpansion {
  let block: NetworkBlock

  /// Values that are given, in order.
  var givens: [(name: String, value: Tensor)] {
    var result = [
      (input, columns(block.inputs)), (target, columns(block.targets)),
    ]
    for layer in 1...block.layerCount {
      if let weights = block.weights { result.append(("W\(layer)", weights[layer - 1])) }
      if let biases = block.biases { result.append(("b\(layer)", biases[layer - 1])) }
    }
    if let rate = block.learningRate { result.append(("eta", Tensor(rate))) }
    return result
  }

  /// Values the student chooses.
  var choices: [(name: String, shape: Shape, text: String)] {
    (1...block.layerCount).flatMap { layer in
      let weights = (
        "W\(layer)", block.weightShape(layer), "your own weights of layer \(layer)"
      )
      let biases = (
        "b\(layer)", Shape.vector(block.sizes[layer]), "your own biases of layer \(layer)"
      )
      return (block.weights == nil ? [weights] : []) + (block.biases == nil ? [biases] : [])
    }
  }

  /// A value that is computed.
  struct Definition {
    let name: String
    let formula: String
    /// The same from the pre-activations, where the formula loses too much to rounding.
    var exact: String?
  }

  /// Every value that is computed, in the order of computation.
  var definitions: [Definition] {
    var result = forwardPass(suffix: "")
    for layer in stride(from: last, through: 1, by: -1) {
      result.append(
        Definition(name: "delta\(layer)", formula: layer == last ? bp1 : bp2(layer)))
    }
    for layer in 1...last {
      result.append(Definition(name: "dW\(layer)", formula: bp3(layer)))
      result.append(Definition(name: "db\(layer)", formula: bp4(layer)))
    }
    if block.learningRate != nil {
      for layer in 1...last {
        result.append(
          Definition(name: "W\(layer)_new", formula: "W\(layer) - eta * dW\(layer)"))
        result.append(
          Definition(name: "b\(layer)_new", formula: "b\(layer) - eta * db\(layer)"))
      }
      result += forwardPass(suffix: "_new")
    }
    return result
  }

  /// What the values are gradients of, for the verification.
  var gradients: [(name: String, parameter: String, factor: Double)] {
    (1...last).flatMap { layer in
      [
        ("delta\(layer)", z(layer), Double(block.sampleCount)),
        ("dW\(layer)", "W\(layer)", 1), ("db\(layer)", "b\(layer)", 1),
      ]
    }
  }

  /// The equation of the chapter that a value rests on, as feedback names it.
  func equation(of name: String) -> String? {
    if name.hasSuffix("_new") {
      return name.hasPrefix("W") || name.hasPrefix("b") ? "gradient descent" : "forward pass"
    }
    if name == "delta\(last)" { return "BP1" }
    if name.hasPrefix("delta") { return "BP2" }
    if name.hasPrefix("dW") { return "BP3" }
    if name.hasPrefix("db") { return "BP4" }
    return name == "L" ? "definition of the loss" : "forward pass"
  }

  // MARK: Names

  private var last: Int { block.layerCount }
  private var isBatch: Bool { block.isBatch }
  var input: String { isBatch ? "X" : "x" }
  var target: String { isBatch ? "Y" : "y" }

  func z(_ layer: Int) -> String { (isBatch ? "Z" : "z") + "\(layer)" }

  func a(_ layer: Int) -> String {
    layer == 0 ? input : (isBatch ? "A" : "a") + "\(layer)"
  }

  private func columns(_ samples: [[Double]]) -> Tensor {
    isBatch ? Tensor(rows: samples).transposed : Tensor(samples[0])
  }

  // MARK: Formulas

  private func forwardPass(suffix: String) -> [Definition] {
    var result: [Definition] = []
    for layer in 1...last {
      let source = layer == 1 ? input : a(layer - 1) + suffix
      let activation = block.activations[layer - 1]
      let z = z(layer) + suffix
      result.append(Definition(name: z, formula: preActivation(layer, of: source, suffix)))
      result.append(
        Definition(name: a(layer) + suffix, formula: "\(activation.rawValue)(\(z))"))
    }
    result.append(
      Definition(
        name: "L" + suffix, formula: loss(of: a(last) + suffix), exact: exactLoss(suffix)))
    return result
  }

  /// The pre-activation z(l) = W(l) a(l−1) + b(l).
  private func preActivation(_ layer: Int, of source: String, _ suffix: String) -> String {
    let (W, b) = ("W\(layer)\(suffix)", "b\(layer)\(suffix)")
    switch (block.layout, isBatch) {
    case (.destinationSource, false): return "\(W) @ \(source) + \(b)"
    case (.sourceDestination, false): return "\(source) @ \(W) + \(b)"
    case (.destinationSource, true): return "\(W) @ \(source) + column(\(b))"
    case (.sourceDestination, true): return "\(W).T @ \(source) + column(\(b))"
    }
  }

  private func loss(of output: String) -> String {
    let mean = isBatch ? " / \(block.sampleCount)" : ""
    switch block.loss {
    case .halfSquaredError: return "0.5 * sum(square(\(output) - \(target)))\(mean)"
    case .meanSquaredError: return "mean(square(\(output) - \(target)))"
    case .binaryCrossEntropy:
      return
        "-sum(\(target) * log(\(output)) + (1 - \(target)) * log(1 - \(output)))\(mean)"
    case .crossEntropy: return "-sum(\(target) * log(\(output)))\(mean)"
    }
  }

  /// The loss as it is computed where the output may be so near to 0 or 1 that its own digits do
  /// not tell how near: in `log(sigmoid(z))` and `log(softmax(z))` nothing is lost.
  private func exactLoss(_ suffix: String) -> String? {
    switch (block.loss, block.activations[last - 1]) {
    case (.binaryCrossEntropy, .sigmoid), (.crossEntropy, .sigmoid), (.crossEntropy, .softmax):
      loss(of: "\(block.activations[last - 1].rawValue)(\(z(last))\(suffix))")
    default: nil
    }
  }

  /// δ(L) = ∇ₐL ⊙ f′(z(L)), where activation and loss do not cancel to a − y.
  private var bp1: String {
    let activation = block.activations[last - 1]
    let a = a(last)
    switch (activation, block.loss) {
    case (.sigmoid, .binaryCrossEntropy): return "\(a) - \(target)"
    case (.softmax, .crossEntropy):
      let isOneHot = block.targets.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 }
      if isOneHot { return "\(a) - \(target)" }
      return isBatch
        ? "\(a) * rowSums(\(target).T) - \(target)" : "sum(\(target)) * \(a) - \(target)"
    default:
      let gradient =
        switch block.loss {
        case .halfSquaredError: "(\(a) - \(target))"
        case .meanSquaredError: "2 / \(block.sizes[last]) * (\(a) - \(target))"
        case .binaryCrossEntropy: "(\(a) - \(target)) / (\(a) * (1 - \(a)))"
        case .crossEntropy: "(-\(target) / \(a))"
        }
      return throughActivation(gradient, last)
    }
  }

  /// The error signal δ(l) = (W(l+1)ᵀ δ(l+1)) ⊙ f′(z(l)).
  private func bp2(_ layer: Int) -> String {
    let weights = block.layout == .destinationSource ? "W\(layer + 1).T" : "W\(layer + 1)"
    return throughActivation("(\(weights) @ delta\(layer + 1))", layer)
  }

  /// The gradient by z from the gradient by a: elementwise, or through the softmax Jacobian.
  private func throughActivation(_ gradient: String, _ layer: Int) -> String {
    let a = a(layer)
    switch block.activations[layer - 1] {
    case .identity: return gradient
    case .softmax:
      return isBatch
        ? "\(a) * (\(gradient) - rowSums((\(a) * \(gradient)).T))"
        : "(diag(\(a)) - outer(\(a), \(a))) @ (\(gradient))"
    case let activation: return "\(gradient) * \(activation.rawValue)'(\(z(layer)))"
    }
  }

  /// The weight gradient ∂L/∂W(l) = δ(l) a(l−1)ᵀ.
  private func bp3(_ layer: Int) -> String {
    let (delta, source) = ("delta\(layer)", a(layer - 1))
    switch (block.layout, isBatch) {
    case (.destinationSource, false): return "outer(\(delta), \(source))"
    case (.sourceDestination, false): return "outer(\(source), \(delta))"
    case (.destinationSource, true): return "\(delta) @ \(source).T / \(block.sampleCount)"
    case (.sourceDestination, true): return "\(source) @ \(delta).T / \(block.sampleCount)"
    }
  }

  /// The bias gradient ∂L/∂b(l) = δ(l).
  private func bp4(_ layer: Int) -> String {
    isBatch ? "rowMeans(delta\(layer))" : "delta\(layer)"
  }
}
