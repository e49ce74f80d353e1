import Backpropagation
import Numerics

extension NetworkProgram {
  /// What one sample comes to: its gradients, and its activations and error signals.
  private struct Pass {
    var gradients: LayerGradients
    let sources: [[Double]]
    let deltas: [[Double]]
  }

  /// The gradients, before they are put to use; nil where the program makes no sense here.
  func gradients(
    _ network: Network, _ samples: Samples, rate: Double?, _ setting: NetworkSetting
  ) -> LayerGradients? {
    let count = samples.count
    func column(_ matrix: Matrix, _ sample: Int) -> [Double] {
      (0..<matrix.rows).map { matrix[$0, sample] }
    }
    var passes: [Pass] = []
    for sample in 0..<count {
      let pass = pass(
        network, column(samples.inputs, sample), column(samples.targets, sample), rate, setting)
      guard let pass else { return nil }
      passes.append(pass)
    }
    var whole = averaged(passes, features: samples.inputs.rows, outputs: samples.targets.rows)
    if hasPenalty { whole.add(network.architecture.penalty, ofWeightsIn: network) }
    let outputs = samples.targets.rows
    guard let weightFactor = weightScale.factor(rate, outputs: outputs),
      let biasFactor = biasScale.factor(rate, outputs: outputs)
    else { return nil }
    whole.weights = whole.weights.map { $0.map { $0.map { weightFactor * $0 } } }
    whole.biases = whole.biases.map { $0.map { biasFactor * $0 } }
    arrange(&whole)
    return whole
  }

  private func averaged(_ passes: [Pass], features: Int, outputs: Int) -> LayerGradients {
    let count = Double(passes.count)
    var (weightShare, biasShare) = (count, count)
    var (weightPasses, biasPasses) = (passes[...], passes[...])
    switch average {
    case .right, .ofEach: break
    case .sum: (weightShare, biasShare) = (1, 1)
    case .biasesSummed: biasShare = 1
    case .weightsSummed: weightShare = 1
    case .twice: (weightShare, biasShare) = (count * count, count * count)
    case .biasesTwice: biasShare = count * count
    case .weightsTwice: weightShare = count * count
    case .last, .lastShare:
      (weightPasses, biasPasses) = (passes.suffix(1), passes.suffix(1))
      if average == .last { (weightShare, biasShare) = (1, 1) }
    case .first:
      (weightPasses, biasPasses) = (passes.prefix(1), passes.prefix(1))
      (weightShare, biasShare) = (1, 1)
    case .overFeatures: (weightShare, biasShare) = (Double(features), Double(features))
    case .overOutputs: (weightShare, biasShare) = (Double(outputs), Double(outputs))
    case .overEntries:
      (weightShare, biasShare) = (count * Double(outputs), count * Double(outputs))
    case .overOneLess: (weightShare, biasShare) = (count - 1, count - 1)
    case .biasesLast: (biasPasses, biasShare) = (passes.suffix(1), 1)
    case .weightsLast: (weightPasses, weightShare) = (passes.suffix(1), 1)
    }
    let weights = passes[0].gradients.weights.indices.map { layer in
      passes[0].gradients.weights[layer].indices.map { row in
        passes[0].gradients.weights[layer][row].indices.map { source in
          if average == .ofEach {
            let delta = passes.reduce(0) { $0 + $1.deltas[layer][row] } / count
            let input = passes.reduce(0) { $0 + $1.sources[layer][source] } / count
            return delta * input
          }
          return weightPasses.reduce(0) { $0 + $1.gradients.weights[layer][row][source] }
            / weightShare
        }
      }
    }
    let biases = passes[0].gradients.biases.indices.map { layer in
      passes[0].gradients.biases[layer].indices.map { row in
        biasPasses.reduce(0) { $0 + $1.gradients.biases[layer][row] } / biasShare
      }
    }
    return LayerGradients(weights: weights, biases: biases)
  }

  private func arrange(_ whole: inout LayerGradients) {
    func clear(_ layer: Int) {
      whole.weights[layer] = whole.weights[layer].map { $0.map { _ in 0 } }
      whole.biases[layer] = whole.biases[layer].map { _ in 0 }
    }
    let last = whole.weights.count - 1
    switch layers {
    case .right: break
    case .reversed:
      whole.weights.reverse()
      whole.biases.reverse()
    case .firstZero: if last > 0 { clear(0) }
    case .lastZero: clear(last)
    case .lastAlone: for layer in 0..<last { clear(layer) }
    case .firstAlone: for layer in 0..<last { clear(layer + 1) }
    }
  }

  // MARK: One sample

  /// z of every layer, and x with a of every layer; nil where the program makes no sense here.
  func forward(_ network: Network, _ x: [Double]) -> (z: [[Double]], a: [[Double]])? {
    let layers = network.layers
    let last = layers.count - 1
    var sources = [x]
    var z: [[Double]] = []
    for (index, layer) in layers.enumerated() {
      var weights = layer.weights.rowLists
      if turnsWeights {
        guard layer.weights.rows == layer.weights.columns else { return nil }
        weights = layer.weights.transposed.rowLists
      }
      let source = sources[index]
      let function = index == last ? output : hidden
      func activated(_ z: [Double]) -> [Double] {
        function.map { $0.values(layer.activation, at: z) } ?? layer.activation.values(at: z)
      }
      var sums = weights.map { zip($0, source).reduce(0) { $0 + $1.0 * $1.1 } }
      switch biases {
      case .added: sums = zip(sums, layer.biases).map { $0 + $1 }
      case .subtracted: sums = zip(sums, layer.biases).map { $0 - $1 }
      case .leftOut, .afterActivation: break
      }
      z.append(sums)
      var values = activated(sums)
      if biases == .afterActivation { values = zip(values, layer.biases).map { $0 + $1 } }
      sources.append(values)
    }
    return (z, sources)
  }

  private func pass(
    _ network: Network, _ x: [Double], _ y: [Double], _ rate: Double?,
    _ setting: NetworkSetting
  ) -> Pass? {
    let layers = network.layers
    let last = layers.count - 1
    guard let (z, sources) = forward(network, x) else { return nil }
    guard let signals = signals(layers, network.loss, z, sources, y, rate, setting) else {
      return nil
    }
    var gradients = LayerGradients(weights: [], biases: [])
    for (index, layer) in layers.enumerated() {
      guard let weights = weightGradient(layer, index, signals, z, sources, isLast: index == last)
      else { return nil }
      gradients.weights.append(weights)
      gradients.biases.append(
        biasGradient(layer, index, signals, weights, sources, isLast: index == last))
    }
    return Pass(gradients: gradients, sources: sources, deltas: signals.map { $0.delta })
  }

  /// An error signal, and what it is before its last factor, the slope.
  private struct Signal {
    let delta: [Double]
    let withoutSlope: [Double]
    let slope: [Double]
  }

  private func signals(
    _ layers: [Layer], _ loss: Loss, _ z: [[Double]], _ sources: [[Double]], _ y: [Double],
    _ rate: Double?, _ setting: NetworkSetting
  ) -> [Signal]? {
    let last = layers.count - 1
    guard let first = outputSignal(layers[last], loss, z, sources, y, last) else { return nil }
    var signals = [first]
    for index in stride(from: last - 1, through: 0, by: -1) {
      let above = layers[index + 1].weights
      let next = signals[0]
      guard
        let carried = carried(
          next, first, above, layers[index].weights, sources, index,
          isBelowOutput: index + 1 == last,
          // What is frozen does not move.
          rate: setting.isTrained(isBias: false, layer: index + 2) ? rate : rate.map { _ in 0 })
      else { return nil }
      let point = Point(
        activation: layers[index].activation, z: z[index], a: sources[index + 1],
        next: z[index + 1], before: index > 0 ? z[index - 1] : sources[0], target: nil,
        isByActivation: takesSlopesByActivation)
      guard let slope = NetworkProgram.slopes(hiddenSlope ?? .right, point) else { return nil }
      signals.insert(
        Signal(delta: zip(carried, slope).map { $0 * $1 }, withoutSlope: carried, slope: slope),
        at: 0)
    }
    return signals
  }

  private func outputSignal(
    _ layer: Layer, _ loss: Loss, _ z: [[Double]], _ sources: [[Double]], _ y: [Double], _ last: Int
  ) -> Signal? {
    let a = sources[last + 1]
    guard a.count == y.count else { return nil }
    var usual = Slope.right
    var factor = 1.0
    switch loss {
    case .halfSquaredError:
      guard layer.activation != .softmax else { return nil }
    case .meanSquaredError:
      guard layer.activation != .softmax else { return nil }
      factor = 2 / Double(a.count)
    case .binaryCrossEntropy:
      guard layer.activation == .sigmoid else { return nil }
      usual = .none
    case .crossEntropy:
      guard layer.activation == .softmax else { return nil }
      usual = .none
    case .hinge:
      // What goes wrong there is no slip with a − y.
      guard layer.activation != .softmax, error == .right else { return nil }
    }
    let difference =
      loss == .hinge
      ? zip(a, y).map { Kink.isAlive(1 - $0 * $1) ? -$1 : 0 } : zip(a, y).map { $0 - $1 }
    let signal: [Double]
    switch error {
    case .right: signal = difference
    case .turned: signal = difference.map { -$0 }
    case .output: signal = a
    case .target: signal = y
    case .squared: signal = difference.map { $0 * $0 }
    case .size: signal = difference.map { abs($0) }
    case .doubled: signal = difference.map { 2 * $0 }
    case .halved: signal = difference.map { $0 / 2 }
    case .mean: signal = difference.map { $0 / Double(a.count) }
    case .byOutput: signal = zip(a, y).map { -$1 / $0 }
    case .byOutputWithSlope: signal = zip(a, y).map { -$1 * (1 - $0) }
    case .ofLoss: signal = zip(difference, a).map { $0 / ($1 * (1 - $1)) }
    case .both: signal = zip(a, y).map { $0 + $1 }
    }
    let point = Point(
      activation: layer.activation, z: z[last], a: a, next: nil,
      before: last > 0 ? z[last - 1] : sources[0], target: y,
      isByActivation: takesSlopesByActivation)
    let form = usual == .none && outputSlope == .moved ? usual : outputSlope ?? usual
    guard let slope = NetworkProgram.slopes(form, point) else { return nil }
    let before = signal.map { factor * $0 }
    return Signal(delta: zip(before, slope).map { $0 * $1 }, withoutSlope: before, slope: slope)
  }

  private func carried(
    _ next: Signal, _ output: Signal, _ weights: Matrix, _ own: Matrix, _ sources: [[Double]],
    _ index: Int, isBelowOutput: Bool, rate: Double?
  ) -> [Double]? {
    var (delta, matrix) = (next.delta, weights)
    var isTransposed = true
    switch carry {
    case .right, .first, .last, .mean, .squaredWeights, .moved: break
    case .notTransposed: isTransposed = false
    case .withoutWeights: return delta.count == weights.columns ? delta : nil
    case .sum: return (0..<weights.columns).map { _ in delta.reduce(0, +) }
    case .rawError: if isBelowOutput { delta = next.withoutSlope }
    case .withoutSlope: delta = next.withoutSlope
    case .ownWeights:
      guard own.rows == delta.count, own.columns == weights.columns else { return nil }
      matrix = own
    case .activations: delta = sources[index + 2]
    case .fromOutput:
      guard output.delta.count == weights.rows else { return nil }
      delta = output.delta
    }
    if !isTransposed, matrix.rows != matrix.columns { return nil }
    var rows = Array(0..<matrix.rows)
    if carry == .first { rows = [0] }
    if carry == .last { rows = [matrix.rows - 1] }
    if carry == .moved, rate == nil { return nil }
    return (0..<matrix.columns).map { column in
      let sum = rows.reduce(0.0) { sum, row in
        var weight = isTransposed ? matrix[row, column] : matrix[column, row]
        if carry == .squaredWeights { weight *= weight }
        if carry == .moved, let rate {
          weight -= rate * next.delta[row] * sources[index + 1][column]
        }
        return sum + weight * delta[row]
      }
      return carry == .mean ? sum / Double(rows.count) : sum
    }
  }

  // MARK: Gradients of a layer

  private func weightGradient(
    _ layer: Layer, _ index: Int, _ signals: [Signal], _ z: [[Double]], _ sources: [[Double]],
    isLast: Bool
  ) -> [[Double]]? {
    let signal = signals[index]
    var (delta, source) = (signal.delta, sources[index])
    var factor = 1.0
    switch weightGradient {
    case .right, .timesWeights, .transposed: break
    case .preActivation: if index > 0 { source = z[index - 1] }
    case .ownActivation: source = sources[index + 1]
    case .input: source = sources[0]
    case .ones: source = source.map { _ in 1 }
    case .rawError: if isLast { delta = signal.withoutSlope }
    case .withoutSlope: delta = signal.withoutSlope
    case .squared: source = source.map { $0 * $0 }
    case .meanOverInputs: factor = 1 / Double(source.count)
    case .meanOverOutputs: factor = 1 / Double(delta.count)
    case .slopeTwice: delta = zip(delta, signal.slope).map { $0 * $1 }
    case .sourceSlope:
      if index > 0 { source = zip(source, signals[index - 1].slope).map { $0 * $1 } }
    }
    guard source.count == layer.weights.columns else { return nil }
    if weightGradient == .transposed {
      guard layer.weights.rows == layer.weights.columns else { return nil }
      return source.indices.map { row in delta.map { $0 * source[row] } }
    }
    return delta.indices.map { row in
      source.indices.map { column in
        let product = factor * delta[row] * source[column]
        return weightGradient == .timesWeights ? product * layer.weights[row, column] : product
      }
    }
  }

  private func biasGradient(
    _ layer: Layer, _ index: Int, _ signals: [Signal], _ weights: [[Double]],
    _ sources: [[Double]], isLast: Bool
  ) -> [Double] {
    let signal = signals[index]
    switch biasGradient {
    case .right: return signal.delta
    case .rawError: return isLast ? signal.withoutSlope : signal.delta
    case .withoutSlope: return signal.withoutSlope
    case .rowSums: return weights.map { $0.reduce(0, +) }
    case .sum: return signal.delta.map { _ in signal.delta.reduce(0, +) }
    case .mean:
      return signal.delta.map { _ in signal.delta.reduce(0, +) / Double(signal.delta.count) }
    case .zero: return signal.delta.map { _ in 0 }
    case .timesBias: return zip(signal.delta, layer.biases).map { $0 * $1 }
    case .timesInput: return signal.delta.map { $0 * sources[index][0] }
    case .slopeTwice: return zip(signal.delta, signal.slope).map { $0 * $1 }
    case .carried: return zip(signal.delta, sources[index + 1]).map { $0 * $1 }
    }
  }
}

extension LayerGradients {
  /// Adds λ W, the gradient of λ/2 · Σ‖W‖².
  fileprivate mutating func add(_ penalty: Double, ofWeightsIn network: Network) {
    if penalty == 0 { return }
    weights = zip(weights, network.layers).map { gradients, layer in
      zip(gradients, layer.weights.rowLists).map { zip($0, $1).map { $0 + penalty * $1 } }
    }
  }
}
