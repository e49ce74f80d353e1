import Backpropagation
import Exercises

/// The chapter's equation for a value, with the layer it has here, as LaTeX.
struct Law {
  let block: NetworkBlock

  /// The equation; nil for what is given.
  func latex(of quantity: Quantity) -> String? {
    let own = Symbols.entry(quantity, [])
    let layer = quantity.layer ?? 0
    let last = block.layerCount
    let isTurned = block.layout == .sourceDestination
    func other(_ role: Quantity.Role, _ layer: Int? = nil) -> String {
      let isUpdated = quantity.isUpdated && role != .target && layer != 0
      return Symbols.entry(
        Quantity(role, layer: layer, isUpdated: isUpdated, isBatch: block.isBatch)
          .inLayer(layer ?? 0), [])
    }
    switch quantity.role {
    case .preActivation:
      let weights = other(.weight, layer)
      let product = isTurned ? "(\(weights))^\\top" : weights
      return "\(own) = \(product) \(other(.activation, layer - 1)) + \(other(.bias, layer))"
    case .activation:
      return "\(own) = \(function(layer))(\(other(.preActivation, layer)))"
    case .loss: return "\(own) = \(loss)"
    case .errorSignal where layer == last:
      let slope = "\\nabla_{a} L \\odot \(function(layer))'(\(other(.preActivation, layer)))"
      return cancels
        ? "\(own) = \(slope) = \(other(.activation, layer)) - \(block.isBatch ? "Y" : "y")"
        : "\(own) = \(slope)"
    case .errorSignal:
      let weights = other(.weight, layer + 1)
      let back = isTurned ? weights : "(\(weights))^\\top"
      return "\(own) = \\left(\(back) \(other(.errorSignal, layer + 1))\\right) \\odot "
        + "\(function(layer))'(\(other(.preActivation, layer)))"
    case .weightGradient:
      let (delta, source) = (other(.errorSignal, layer), other(.activation, layer - 1))
      let product = isTurned ? "\(source) (\(delta))^\\top" : "\(delta) (\(source))^\\top"
      let penalty = block.penalty == nil ? "" : " + \\lambda \(other(.weight, layer))"
      return "\(own) = \(mean)\(product)\(penalty)"
    case .biasGradient:
      let delta = other(.errorSignal, layer)
      switch (block.hasSharedBias(layer), block.isBatch) {
      case (false, false): return "\(own) = \(delta)"
      case (false, true): return "\(own) = \(mean)\\sum_s \(delta)_{s}"
      case (true, false): return "\(own) = \\sum_j \(delta)_{j}"
      case (true, true): return "\(own) = \(mean)\\sum_{s, j} \(delta)_{j,s}"
      }
    case .weight, .bias:
      guard quantity.isUpdated else { return nil }
      let old = Symbols.entry(quantity.original, [])
      return "\(own) = \(old) - \\eta \(direction(quantity.original))"
    case .weightMoment(let moment): return law(of: moment, Quantity(.weight, layer: layer), own)
    case .biasMoment(let moment): return law(of: moment, Quantity(.bias, layer: layer), own)
    case .input, .target, .learningRate, .constant, .other: return nil
    }
  }

  private var mean: String { block.isBatch ? "\\frac{1}{\(block.sampleCount)} " : "" }

  /// Whether activation and loss leave a − y of BP1.
  private var cancels: Bool {
    switch (block.activations[block.layerCount - 1], block.loss) {
    case (.sigmoid, .binaryCrossEntropy), (.softmax, .crossEntropy): true
    default: false
    }
  }

  private func function(_ layer: Int) -> String {
    switch block.activations[layer - 1] {
    case .sigmoid: "\\sigma"
    case .tanh: "\\tanh"
    case .relu: "\\operatorname{ReLU}"
    case .leakyRelu: "\\operatorname{LeakyReLU}"
    case .elu: "\\operatorname{ELU}"
    case .swish: "\\operatorname{swish}"
    case .gelu: "\\operatorname{GELU}"
    case .softplus: "\\operatorname{softplus}"
    case .identity: "\\operatorname{id}"
    case .softmax: "\\operatorname{softmax}"
    }
  }

  private var loss: String {
    let square = "(a_j - y_j)^2"
    let text =
      switch block.loss {
      case .halfSquaredError: "\\frac{1}{2} \\sum_j \(square)"
      case .meanSquaredError: "\\frac{1}{\(block.sizes[block.layerCount])} \\sum_j \(square)"
      case .binaryCrossEntropy:
        "-\\sum_j \\left( y_j \\ln a_j + (1 - y_j) \\ln(1 - a_j) \\right)"
      case .crossEntropy: "-\\sum_j y_j \\ln a_j"
      case .hinge: "\\sum_j \\max(0, 1 - y_j a_j)"
      }
    let mean =
      block.isBatch ? "\\frac{1}{\(block.sampleCount)} \\sum_s \\left[ \(text) \\right]" : text
    return block.penalty == nil
      ? mean : mean + " + \\frac{\\lambda}{2} \\sum_l \\lVert W^{(l)} \\rVert^2"
  }
}
