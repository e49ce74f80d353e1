/// Where inputs come from: one that is listed, or several that are drawn.
enum CodeInput: Sendable {
  case listed([FunctionValue])
  case drawn(RandomInputs)

  package func arguments(for signature: Signature) -> [[FunctionValue]] {
    switch self {
    case .listed(let arguments): [arguments]
    case .drawn(let random): random.arguments(for: signature)
    }
  }
}
