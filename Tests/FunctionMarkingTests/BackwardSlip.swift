import Answers

/// A slip in a backward pass that goes through all layers, with what is said of it.
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
  static let all: [BackwardSlip] = [
    .noOutputSlope, .noHiddenSlopes, .noSlopes, .targetMinusOutput, .slopeAtActivation,
    .weightsNotTransposed, .sourceSlope,
  ]
  /// Those that show only where there are several samples.
  static let ofBatches: [BackwardSlip] = [.summed, .biasesSummed]

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

  var says: Message {
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
