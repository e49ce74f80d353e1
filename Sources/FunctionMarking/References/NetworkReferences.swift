import Backpropagation

/// The gradients of one sample's loss by BP1 to BP4.
enum NetworkGradientsReference: CodeReferenceDefinition {
  static let name = "network.gradients"
  static let summary = "∂L/∂W and ∂L/∂b of every layer, for one sample"
  static let needs = [.weights, .biases, .x, .y] as [Signature.Parameter]
  static let result = ValueType.gradients
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
  static let search: NetworkSearch? = NetworkSearch(choices: NetworkChoices.ofLoss) {
    $0.loss(of: $1)
  }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    guard let network = arguments.network, let sample = arguments.sample,
      let pass = try? network.forwardPass(sample)
    else { return nil }
    return .double(pass.loss)
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? { spelling.loss }
}

/// The parameters after one step of gradient descent.
enum NetworkStepReference: CodeReferenceDefinition {
  static let name = "network.step"
  static let summary = "W − η ∂L/∂W and b − η ∂L/∂b of every layer, for one sample"
  static let needs = [.weights, .biases, .x, .y, .learningRate] as [Signature.Parameter]
  static let result = ValueType.parameters
  static let search: NetworkSearch? = NetworkSearch(
    choices: NetworkChoices.ofGradients + NetworkChoices.updates
  ) { $0.step(of: $1) }

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    OptimiserStep.descent.value(
      arguments, along: arguments.gradients(of: arguments.network, arguments.sample),
      by: arguments.learningRate.map { OptimiserStep.descending($0) })
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
