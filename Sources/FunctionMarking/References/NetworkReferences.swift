import Answers
import Backpropagation

/// The gradients of one sample's loss by BP1 to BP4.
enum NetworkGradientsReference: CodeReferenceDefinition {
  static let name = "network.gradients"
  static let summary = "∂L/∂W and ∂L/∂b of every layer, for one sample"
  static let needs = [.weights, .biases, .x, .y] as [Signature.Parameter]
  static let result = ValueType.gradients
  static let slips =
    BackwardSlip.all.map { slip in
      ReferenceSlip(id: slip.id, says: slip.says) { arguments in
        SlippedBackward(arguments, arguments.sample, slip)?.gradients
      }
    }
    + [
      ForwardSlip.noBiases.slip {
        $0.gradients(of: $0.network(.noBiases), $0.sample)
      },
      ReferenceSlip(id: "no-penalty", says: .noPenalty) {
        $0.gradients(of: $0.networkWithoutPenalty, $0.sample)
      },
    ]
  static let search: NetworkSearch? = NetworkSearch(choices: NetworkChoices.ofGradients) {
    $0.gradients(of: $1, isBatch: false)
  }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    arguments.gradients(of: arguments.network, arguments.sample)
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? { spelling.gradients }
}

/// The loss of one sample.
enum NetworkLossReference: CodeReferenceDefinition {
  static let name = "network.loss"
  static let summary = "the loss of one sample after a forward pass"
  static let needs = [.weights, .biases, .x, .y] as [Signature.Parameter]
  static let result = ValueType.double
  static let slips =
    ForwardSlip.all.map { slip in
      slip.slip { loss($0.network(slip), $0.sample) }
    }
    + [
      LossSlip(
        "no-half", "The ½ of the loss is missing.", of: [.halfSquaredError]
      ) { loss, _ in 2 * loss },
      LossSlip(
        "mean", "You took the mean over the outputs; this loss is their sum.",
        of: [.halfSquaredError, .binaryCrossEntropy, .hinge]
      ) { $0 / Double($1) },
      LossSlip(
        "mean-not-half", "You took the mean over the outputs; this loss is half their sum.",
        of: [.halfSquaredError]
      ) { 2 * $0 / Double($1) },
      LossSlip(
        "sum", "You took the sum over the outputs; this loss is their mean.",
        of: [.meanSquaredError]
      ) { $0 * Double($1) },
      LossSlip("negative", "The sign of the loss is turned.", of: Loss.allCases) { loss, _ in
        -loss
      },
    ].map { $0.slip }
    + [
      ReferenceSlip(id: "no-penalty", says: "The penalty λ/2 · Σ‖W‖² is missing from the loss.") {
        loss($0.networkWithoutPenalty, $0.sample)
      }
    ]

  static let search: NetworkSearch? = NetworkSearch(choices: NetworkChoices.forward) {
    $0.loss(of: $1)
  }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    loss(arguments.network, arguments.sample)
  }

  private static func loss(_ network: Network?, _ sample: Samples?) -> FunctionValue? {
    guard let network, let sample, let pass = try? network.forwardPass(sample) else { return nil }
    return .double(pass.loss)
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? { spelling.loss }
}

/// A loss put together wrongly from the right outputs.
private struct LossSlip {
  let slip: ReferenceSlip

  /// - Parameter wrong: What comes out, from the right loss and the number of outputs.
  init(
    _ id: String, _ says: Message, of losses: [Loss],
    _ wrong: @escaping @Sendable (Double, Int) -> Double
  ) {
    slip = ReferenceSlip(id: id, says: says) { arguments in
      guard losses.contains(arguments.setting.loss), let count = arguments.vector("y")?.count,
        case .double(let loss) = NetworkLossReference.value(of: arguments)
      else { return nil }
      return .double(wrong(loss, count))
    }
  }
}

/// The parameters after one step of gradient descent.
enum NetworkStepReference: CodeReferenceDefinition {
  static let name = "network.step"
  static let summary = "W − η ∂L/∂W and b − η ∂L/∂b of every layer, for one sample"
  static let needs = [.weights, .biases, .x, .y, .learningRate] as [Signature.Parameter]
  static let result = ValueType.parameters
  static let slips =
    [
      ReferenceSlip(
        id: "uphill",
        says: "This goes uphill: η times the gradient is added where descent subtracts it, or δ "
          + "begins with y − a."
      ) { step(from: $0, rate: $0.learningRate.map { -$0 }) },
      ReferenceSlip(
        id: "no-learning-rate", says: "You took the whole gradient away; multiply it by η first."
      ) { step(from: $0, rate: 1) },
      kept("biases-kept", "The weights have moved, but the biases are still the old ones.", 1),
      kept("weights-kept", "The biases have moved, but the weights are still the old ones.", 0),
    ]
    // A turned δ goes uphill as well.
    + (BackwardSlip.all.filter { $0 != .targetMinusOutput } + BackwardSlip.ofSteps).map { slip in
      ReferenceSlip(id: slip.id, says: slip.says) { arguments in
        step(
          from: arguments, along: SlippedBackward(arguments, arguments.sample, slip)?.gradients,
          rate: arguments.learningRate)
      }
    }

  static let search: NetworkSearch? = NetworkSearch(
    choices: NetworkChoices.ofGradients + NetworkChoices.updates
  ) { $0.step(of: $1) }

  /// A step in which one part of the parameters stays as it was.
  private static func kept(_ id: String, _ says: Message, _ part: Int) -> ReferenceSlip {
    ReferenceSlip(id: id, says: says) { arguments in
      guard case .tuple(var parts)? = value(of: arguments),
        let old = arguments.value(part == 0 ? "weights" : "biases")
      else { return nil }
      parts[part] = old
      return .tuple(parts)
    }
  }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    step(from: arguments, rate: arguments.learningRate)
  }

  private static func step(
    from arguments: ReferenceArguments, rate: Double?
  ) -> FunctionValue? {
    step(
      from: arguments, along: arguments.gradients(of: arguments.network, arguments.sample),
      rate: rate)
  }

  private static func step(
    from arguments: ReferenceArguments, along gradients: FunctionValue?, rate: Double?
  ) -> FunctionValue? {
    OptimiserStep.descent.value(
      arguments, along: gradients, by: rate.map { OptimiserStep.descending($0) })
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? {
    spelling.step("Downhill: W − η ∂L/∂W, and the same for b.", ["p -= learningRate * g"])
  }
}

/// The gradients averaged over a batch, its samples being columns.
enum BatchGradientsReference: CodeReferenceDefinition {
  static let name = "network.batchGradients"
  static let summary = "∂L/∂W and ∂L/∂b of every layer, averaged over the columns of X and Y"
  static let needs = [.weights, .biases, .X, .Y] as [Signature.Parameter]
  static let result = ValueType.gradients
  static let slips =
    (BackwardSlip.all + BackwardSlip.ofBatches).map { slip in
      ReferenceSlip(id: slip.id, says: slip.says) { arguments in
        SlippedBackward(arguments, arguments.samples, slip)?.gradients
      }
    }
    + [
      ReferenceSlip(id: "no-penalty", says: .noPenalty) {
        $0.gradients(of: $0.networkWithoutPenalty, $0.samples)
      }
    ]
  static let search: NetworkSearch? = NetworkSearch(
    choices: NetworkChoices.ofGradients + NetworkChoices.averages
  ) { $0.gradients(of: $1, isBatch: true) }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    arguments.gradients(of: arguments.network, arguments.samples)
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? { spelling.batchGradients }
}

extension FunctionValue {
  static func vector(_ numbers: [Double]) -> FunctionValue { .array(numbers.map { .double($0) }) }
}

extension ValueType {
  static let vector = ValueType.array(.double)
  static let matrix = ValueType.array(.vector)
  fileprivate static let gradients = tuple([
    .init(label: "dW", type: .array(.matrix)), .init(label: "db", type: .matrix),
  ])
  fileprivate static let parameters = tuple([
    .init(label: "weights", type: .array(.matrix)), .init(label: "biases", type: .matrix),
  ])
}

extension Signature.Parameter {
  static let weights = needed("weights", .array(.matrix))
  static let biases = needed("biases", .matrix)
  static let x = needed("x", .vector)
  static let y = needed("y", .vector)
  fileprivate static let X = needed("X", .matrix)
  fileprivate static let Y = needed("Y", .matrix)
  static let learningRate = needed("learningRate", .double)

  static func needed(_ name: String, _ type: ValueType) -> Signature.Parameter {
    Signature.Parameter(label: nil, name: name, type: type)
  }
}

// MARK: - Messages

extension Message {
  static let noPenalty: Message =
    "The penalty's part is missing: it adds λ W to the gradient of every W (BP3), not to those of b."
}
