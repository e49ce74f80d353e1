import Backpropagation
import Signatures

/// The gradients of one sample's loss by BP1 to BP4.
enum NetworkGradientsReference: CodeReference {
  static let name = "network.gradients"
  static let summary = "∂L/∂W and ∂L/∂b of every layer, for one sample"
  static let needs = [.weights, .biases, .x, .y] as [Signature.Parameter]
  static let result = ValueType.gradients
  static let slips = BackwardSlip.all.map { slip in
    ReferenceSlip(id: slip.id, says: slip.says) { arguments in
      SlippedBackward(arguments, arguments.sample, slip)?.gradients
    }
  }

  static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    FunctionValue(gradientsOf: arguments.network, arguments.sample)
  }
}

/// The loss of one sample.
enum NetworkLossReference: CodeReference {
  static let name = "network.loss"
  static let summary = "the loss of one sample after a forward pass"
  static let needs = [.weights, .biases, .x, .y] as [Signature.Parameter]
  static let result = ValueType.double
  static let slips: [ReferenceSlip] = []

  static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    guard let network = arguments.network, let sample = arguments.sample,
      let pass = try? network.forwardPass(sample)
    else { return nil }
    return .double(pass.loss)
  }
}

/// The parameters after one step of gradient descent.
enum NetworkStepReference: CodeReference {
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
      ) { step(from: $0, by: -1) }
    ]
    + BackwardSlip.all.map { slip in
      ReferenceSlip(id: slip.id, says: slip.says) { arguments in
        SlippedBackward(arguments, arguments.sample, slip)?.step(arguments)
      }
    }

  static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    step(from: arguments, by: 1)
  }

  private static func step(
    from arguments: ReferenceArguments, by factor: Double
  ) -> FunctionValue? {
    guard let network = arguments.network, let sample = arguments.sample,
      let rate = arguments.number("learningRate"),
      let gradients = try? network.gradients(for: sample)
    else { return nil }
    let moved = network.gradientDescentStep(gradients, learningRate: factor * rate)
    return .layers(moved.layers.map { ($0.weights, $0.biases) })
  }
}

/// The gradients averaged over a batch, its samples being columns.
enum BatchGradientsReference: CodeReference {
  static let name = "network.batchGradients"
  static let summary = "∂L/∂W and ∂L/∂b of every layer, averaged over the columns of X and Y"
  static let needs = [.weights, .biases, .X, .Y] as [Signature.Parameter]
  static let result = ValueType.gradients
  static let slips = (BackwardSlip.all + BackwardSlip.ofBatches).map { slip in
    ReferenceSlip(id: slip.id, says: slip.says) { arguments in
      SlippedBackward(arguments, arguments.samples, slip)?.gradients
    }
  }

  static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    FunctionValue(gradientsOf: arguments.network, arguments.samples)
  }
}

extension FunctionValue {
  fileprivate init?(gradientsOf network: Network?, _ samples: Samples?) {
    guard let network, let samples, let gradients = try? network.gradients(for: samples) else {
      return nil
    }
    self = .layers(Array(zip(gradients.weightGradients, gradients.biasGradients)))
  }

  /// A pair of lists with an entry for each layer: the matrices, and the vectors.
  static func layers(_ layers: [(Matrix, [Double])]) -> FunctionValue {
    .tuple([
      .array(layers.map { .array($0.0.rowLists.map(FunctionValue.vector)) }),
      .array(layers.map { .vector($0.1) }),
    ])
  }

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
  fileprivate static let weights = needed("weights", .array(.matrix))
  fileprivate static let biases = needed("biases", .matrix)
  fileprivate static let x = needed("x", .vector)
  fileprivate static let y = needed("y", .vector)
  fileprivate static let X = needed("X", .matrix)
  fileprivate static let Y = needed("Y", .matrix)
  fileprivate static let learningRate = needed("learningRate", .double)

  private static func needed(_ name: String, _ type: ValueType) -> Signature.Parameter {
    Signature.Parameter(label: nil, name: name, type: type)
  }
}
