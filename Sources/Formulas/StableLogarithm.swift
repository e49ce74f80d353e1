/// A logarithm that would lose everything to rounding if it were computed as it is written.
enum StableLogarithm {
  /// `log(softmax(z))`.
  case ofSoftmax(Expression)
  /// `log(rowSoftmax(z))`.
  case ofRowSoftmax(Expression)
  /// `log(sigmoid(z))`.
  case ofSigmoid(Expression)
  /// `log(1 - sigmoid(z))`.
  case ofOneMinusSigmoid(Expression)

  /// Recognises what stands in the brackets of `log(…)`.
  init?(of argument: Expression) {
    switch argument.node {
    case .call(.softmax, let inner): self = .ofSoftmax(inner[0])
    case .call(.rowSoftmax, let inner): self = .ofRowSoftmax(inner[0])
    case .call(.sigmoid, let inner): self = .ofSigmoid(inner[0])
    case .binary(.subtract, let one, let right):
      guard case .number(1, _) = one.node, case .call(.sigmoid, let inner) = right.node else {
        return nil
      }
      self = .ofOneMinusSigmoid(inner[0])
    default: return nil
    }
  }

  /// The z of the four forms.
  var argument: Expression {
    switch self {
    case .ofSoftmax(let z), .ofRowSoftmax(let z), .ofSigmoid(let z), .ofOneMinusSigmoid(let z): z
    }
  }
}
