import Backpropagation
import Exercises

/// A pass through a network as a student may program it: for every place a choice, right or wrong.
///
/// The choices have nothing to do with each other, so that any of them may be combined.
struct NetworkProgram: Sendable {
  // Forward.
  var biases = Biases.added
  var turnsWeights = false
  var hidden: Function?
  var output: Function?
  /// Whether f′ is written by what came out on the way forward, as in a(1 − a).
  var takesSlopesByActivation = false
  // Backward.
  var error = ErrorForm.right
  var outputSlope: Slope?
  var hiddenSlope: Slope?
  var carry = Carry.right
  var weightGradient = WeightGradient.right
  var biasGradient = BiasGradient.right
  /// How the gradient of a bias comes about that all units of a layer share.
  var sharing = BiasSharing.sum
  // All of it.
  var average = Average.right
  var weightScale = Scale.one
  var biasScale = Scale.one
  var layers = Layers.right
  var update = Update.right
  /// What of the frozen parameters stays as it is.
  var frozen = Frozen.all
  var hasPenalty = true
  /// How the outputs come together in the loss.
  var loss = LossForm.right

  /// What somebody returns for the loss.
  enum LossForm: String, Sendable {
    case right, withoutHalf, mean, meanWithoutHalf, sum, negative

    /// The factor of the right loss without its penalty; nil where that loss has no such form.
    func factor(_ loss: Loss, outputs: Int) -> Double? {
      let isHalf = loss == .halfSquaredError
      let isMean = loss == .meanSquaredError
      return switch self {
      case .right: 1
      case .withoutHalf: isHalf ? 2 : nil
      // The cross-entropy of classes has one term, whatever their number.
      case .mean: isMean || loss == .crossEntropy ? nil : 1 / Double(outputs)
      case .meanWithoutHalf: isHalf ? 2 / Double(outputs) : nil
      case .sum: isMean ? Double(outputs) : nil
      case .negative: -1
      }
    }
  }

  /// What somebody takes for frozen where some parameters are.
  enum Frozen: String, Sendable {
    case all, nothing, biasesAlone, weightsAlone
    /// Those of the layer behind, by counting layers as lists are counted.
    case nextLayer

    func parameters(_ frozen: Set<ParameterSet>) -> Set<ParameterSet> {
      switch self {
      case .all: frozen
      case .nothing: []
      case .biasesAlone: frozen.filter { $0.isBias }
      case .weightsAlone: frozen.filter { !$0.isBias }
      case .nextLayer: Set(frozen.map { ParameterSet(isBias: $0.isBias, layer: $0.layer + 1) })
      }
    }
  }

  enum Biases: String, Sendable { case added, leftOut, subtracted, afterActivation }

  /// What is applied in place of an activation.
  enum Function: String, Sendable {
    case none, sigmoid, tanh, relu, negated, twice, rectified

    func values(_ own: Activation, at z: [Double]) -> [Double] {
      switch self {
      case .none: z
      case .sigmoid: Activation.sigmoid.values(at: z)
      case .tanh: Activation.tanh.values(at: z)
      case .relu: Activation.relu.values(at: z)
      case .negated: own.values(at: z.map { -$0 })
      case .twice: own.values(at: own.values(at: z))
      case .rectified: own.values(at: z.map { max(0, $0) })
      }
    }
  }

  /// What δ at the output begins with.
  enum ErrorForm: String, Sendable {
    case right, turned, output, target, squared, size, doubled, halved, mean, byOutput,
      byOutputWithSlope, ofLoss,
      both
  }

  /// How δ goes back through the weights.
  enum Carry: String, Sendable {
    case right, notTransposed, withoutWeights, sum, rawError, withoutSlope, ownWeights, moved,
      first, last, mean, activations, squaredWeights, fromOutput
  }

  enum WeightGradient: String, Sendable {
    case right, preActivation, ownActivation, input, ones, transposed, rawError, withoutSlope,
      timesWeights, squared, meanOverInputs, meanOverOutputs, slopeTwice, sourceSlope
  }

  enum BiasGradient: String, Sendable {
    case right, rawError, withoutSlope, rowSums, sum, mean, zero, timesBias, timesInput,
      slopeTwice, carried
  }

  /// How the samples of a batch come together.
  enum Average: String, Sendable {
    case right, sum, biasesSummed, weightsSummed, twice, last, lastShare, first, ofEach,
      overFeatures, overOutputs, overOneLess, biasesLast, weightsLast, biasesTwice, weightsTwice,
      overEntries
  }

  enum Scale: String, Sendable {
    case one, negative, double, half, rate, overOutputs, timesOutputs

    func factor(_ rate: Double?, outputs: Int) -> Double? {
      switch self {
      case .one: 1
      case .negative: -1
      case .double: 2
      case .half: 0.5
      case .rate: rate
      case .overOutputs: 1 / Double(outputs)
      case .timesOutputs: Double(outputs)
      }
    }
  }

  enum Layers: String, Sendable { case right, reversed, firstZero, lastZero, lastAlone, firstAlone }

  enum Update: String, Sendable {
    case right, uphill, withoutRate, rateTwice, weightsKept, biasesKept, change, step, gradient,
      shrunk, rateAlone, ofValue, biasesUphill, weightsUphill, biasesWithoutRate,
      weightsWithoutRate, differenceTimes, divided, valueTimesRate
  }
}
