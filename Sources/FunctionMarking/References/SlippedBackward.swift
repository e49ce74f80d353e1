import Answers
import Backpropagation
import Numerics

/// A slip in a backward pass that goes through all layers.
enum BackwardSlip: Sendable {
  case noOutputSlope
  case noHiddenSlopes
  case noSlopes
  case targetMinusOutput
  case slopeAtActivation
  case weightsNotTransposed
  case sourceSlope
  case summed
  case biasesSummed
  case updatedTooSoon

  /// The slips that one sample shows.
  package static let all: [BackwardSlip] = [
    .noOutputSlope, .noHiddenSlopes, .noSlopes, .targetMinusOutput, .slopeAtActivation,
    .weightsNotTransposed, .sourceSlope,
  ]
  /// Those that show only where there are several samples.
  static let ofBatches: [BackwardSlip] = [.summed, .biasesSummed]
  /// Those that show only where the parameters move.
  static let ofSteps: [BackwardSlip] = [.updatedTooSoon]

  var id: String {
    switch self {
    case .noOutputSlope: "no-output-slope"
    case .noHiddenSlopes: "no-hidden-slopes"
    case .noSlopes: "no-slopes"
    case .targetMinusOutput: "target-minus-output"
    case .slopeAtActivation: "slope-at-activation"
    case .weightsNotTransposed: "weights-not-transposed"
    case .sourceSlope: "source-slope"
    case .summed: "summed"
    case .biasesSummed: "biases-summed"
    case .updatedTooSoon: "updated-too-soon"
    }
  }

  package var says: Message {
    switch self {
    case .noOutputSlope: "You left out the factor f′(z) at the output layer (BP1)."
    case .noHiddenSlopes: "You left out the factor f′(z) in the hidden layers (BP2)."
    case .noSlopes: "You left out the factor f′(z), in BP1 as well as in BP2."
    case .targetMinusOutput:
      "Every sign is turned: δ at the output begins with a − y, not with y − a (BP1)."
    case .slopeAtActivation:
      "You took f′ at the activation a; it belongs at the pre-activation z."
    case .weightsNotTransposed:
      "You carried δ back through W; BP2 has the transpose, Wᵀ δ."
    case .sourceSlope:
      "BP2 takes f′ at the layer δ arrives in; you took it at the layer δ comes from."
    case .summed: "You summed over the samples; the loss is a mean, so divide by their number."
    case .biasesSummed:
      "dW is averaged over the samples, but db is summed; both are to be averaged (BP4)."
    case .updatedTooSoon:
      "You carried δ back through weights that had already moved; BP2 takes the old ones."
    }
  }
}

/// A backward pass as a student writes it, with one slip, or with none.
struct SlippedBackward {
  private let setting: NetworkSetting
  private var weightGradients: [[[Double]]] = []
  private var biasGradients: [[Double]] = []

  /// Nil where the slip does not show in this network, or the arguments are no network.
  init?(_ arguments: ReferenceArguments, _ samples: Samples?, _ slip: BackwardSlip?) {
    guard let network = arguments.network, let samples,
      let pass = try? network.forwardPass(samples)
    else { return nil }
    setting = arguments.setting
    let layers = network.layers
    let count = samples.count
    weightGradients = layers.map {
      .init(repeating: .init(repeating: 0, count: $0.weights.columns), count: $0.weights.rows)
    }
    biasGradients = layers.map { .init(repeating: 0, count: $0.biases.count) }
    for sample in 0..<count {
      func column(_ matrix: Matrix) -> [Double] {
        (0..<matrix.rows).map { matrix[$0, sample] }
      }
      let z = pass.preActivations.map(column)
      let a = [column(samples.inputs)] + pass.activations.map(column)
      guard
        var delta = SlippedBackward.outputSignal(
          a[layers.count], column(samples.targets), z[layers.count - 1], network, slip)
      else { return nil }
      for index in layers.indices.reversed() {
        for row in delta.indices {
          for source in a[index].indices {
            weightGradients[index][row][source] += delta[row] * a[index][source]
          }
          biasGradients[index][row] += delta[row]
        }
        if index == 0 { break }
        var weights = layers[index].weights.rowLists
        if slip == .updatedTooSoon, setting.isTrained(isBias: false, layer: index + 1) {
          guard let rate = arguments.learningRate else { return nil }
          for row in delta.indices {
            for source in a[index].indices {
              weights[row][source] -= rate * delta[row] * a[index][source]
            }
          }
        }
        guard
          let carried = SlippedBackward.carried(
            delta, through: weights, transposed: slip != .weightsNotTransposed)
        else { return nil }
        let place = slip == .sourceSlope ? z[index] : z[index - 1]
        let slopes = SlippedBackward.slopes(
          layers[index - 1].activation, at: slip == .slopeAtActivation ? a[index] : place)
        let isLeftOut = slip == .noHiddenSlopes || slip == .noSlopes
        guard slopes.count == carried.count else { return nil }
        delta = isLeftOut ? carried : zip(carried, slopes).map { $0 * $1 }
      }
    }
    let (weightShare, biasShare) =
      (
        slip == .summed ? 1 : Double(count),
        slip == .summed || slip == .biasesSummed ? 1 : Double(count)
      )
    let penalty = network.architecture.penalty
    weightGradients = zip(weightGradients, layers).map { gradients, layer in
      zip(gradients, layer.weights.rowLists).map { gradients, weights in
        zip(gradients, weights).map { $0 / weightShare + penalty * $1 }
      }
    }
    biasGradients = biasGradients.map { $0.map { $0 / biasShare } }
  }

  var gradients: FunctionValue {
    setting.value(of: LayerGradients(weights: weightGradients, biases: biasGradients))
  }

  // MARK: BP1 and BP2

  private static func outputSignal(
    _ a: [Double], _ y: [Double], _ z: [Double], _ network: Network, _ slip: BackwardSlip?
  ) -> [Double]? {
    guard a.count == y.count, let activation = network.layers.last?.activation else { return nil }
    var signal: [Double]
    switch network.loss {
    case .halfSquaredError, .meanSquaredError:
      let factor = network.loss == .meanSquaredError ? 2 / Double(a.count) : 1
      let place = slip == .slopeAtActivation ? a : z
      guard activation != .softmax else { return nil }
      let isLeftOut = slip == .noOutputSlope || slip == .noSlopes
      let slopes = isLeftOut ? a.map { _ in 1 } : slopes(activation, at: place)
      signal = zip(zip(a, y), slopes).map { factor * ($0.0 - $0.1) * $1 }
    case .binaryCrossEntropy, .crossEntropy:
      // The slope cancels, so that there is none to leave out or to take elsewhere.
      let cancels =
        network.loss == .crossEntropy ? activation == .softmax : activation == .sigmoid
      guard cancels, slip != .noOutputSlope else { return nil }
      signal = zip(a, y).map { $0 - $1 }
    case .hinge:
      guard activation != .softmax else { return nil }
      let isLeftOut = slip == .noOutputSlope || slip == .noSlopes
      let slopes =
        isLeftOut
        ? a.map { _ in 1 } : slopes(activation, at: slip == .slopeAtActivation ? a : z)
      signal = zip(zip(a, y), slopes).map { Kink.isAlive(1 - $0.0 * $0.1) ? -$0.1 * $1 : 0 }
    }
    if slip == .targetMinusOutput { signal = signal.map { -$0 } }
    return signal
  }

  private static func carried(
    _ delta: [Double], through weights: [[Double]], transposed: Bool
  ) -> [Double]? {
    let columns = weights[0].count
    if !transposed, weights.count != columns { return nil }
    return (0..<columns).map { source in
      delta.indices.reduce(0) {
        $0 + (transposed ? weights[$1][source] : weights[source][$1]) * delta[$1]
      }
    }
  }

  private static func slopes(_ activation: Activation, at z: [Double]) -> [Double] {
    let jacobian = activation.jacobian(at: z)
    return z.indices.map { jacobian[$0, $0] }
  }
}
