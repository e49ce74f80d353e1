import Answers

/// A slip in a forward pass through all layers.
enum ForwardSlip: CaseIterable, Sendable {
  case noBiases
  case linearOutput

  package static let all = allCases

  var id: String {
    switch self {
    case .noBiases: "no-biases"
    case .linearOutput: "linear-output"
    }
  }

  package var says: Message {
    switch self {
    case .noBiases: "You left the biases out on the way forward: z = W a + b."
    case .linearOutput: "The output layer has an activation, too; you stopped at its z."
    }
  }

  /// The slip with what comes out by it.
  func slip(
    _ value: @escaping @Sendable (ReferenceArguments) -> FunctionValue?
  ) -> ReferenceSlip { ReferenceSlip(id: id, says: says, value: value) }
}
