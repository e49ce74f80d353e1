import Backpropagation

/// The gradients of all layers, with one of b for every unit, also where units share their bias.
struct LayerGradients {
  /// ∂L/∂W of each layer, `[destination][source]`.
  var weights: [[[Double]]]
  /// δ of each layer, or its mean over a batch.
  var biases: [[Double]]
}

/// How the gradient of a bias comes out of those of the units that share it.
enum BiasSharing: String, Sendable {
  /// The sum, by the chain rule.
  case sum
  case mean, first, last
  /// The sum, once for every unit.
  case sumForEach

  func gradient(_ ofUnits: [Double]) -> Double {
    switch self {
    case .sum: ofUnits.reduce(0, +)
    case .mean: ofUnits.reduce(0, +) / Double(ofUnits.count)
    case .first: ofUnits.first ?? 0
    case .last: ofUnits.last ?? 0
    case .sumForEach: ofUnits.reduce(0, +) * Double(ofUnits.count)
    }
  }
}

extension NetworkSetting {
  /// Gradients in the form that functions return them: zeros for what is frozen, and one number for
  /// each layer whose units share their bias.
  func value(of gradients: LayerGradients, sharing: BiasSharing = .sum) -> FunctionValue {
    func entries(_ list: [Double], _ isBias: Bool, _ index: Int) -> [Double] {
      isTrained(isBias: isBias, layer: index + 1) ? list : list.map { _ in 0 }
    }
    let weights = gradients.weights.enumerated().map { index, matrix in
      FunctionValue.array(matrix.map { .vector(entries($0, false, index)) })
    }
    let biases = gradients.biases.enumerated().map { index, list in
      let list = entries(list, true, index)
      return hasSharedBiases ? .double(sharing.gradient(list)) : FunctionValue.vector(list)
    }
    return .tuple([.array(weights), .array(biases)])
  }
}

extension ReferenceArguments {
  /// The engine's gradients; nil where there is no such network or sample.
  func gradients(of network: Network?, _ samples: Samples?) -> FunctionValue? {
    guard let network, let samples, let gradients = try? network.gradients(for: samples) else {
      return nil
    }
    return setting.value(
      of: LayerGradients(
        weights: gradients.weightGradients.map { $0.rowLists }, biases: gradients.biasGradients))
  }
}
