import Exercises

/// The chapter's symbols for the values of a network, as LaTeX.
enum Symbols {
  /// The symbol of an entry, `W^{(1)}_{1,2}`; of the whole where there are no indices.
  static func entry(_ quantity: Quantity, _ indices: [Int]) -> String {
    switch quantity.role {
    case .weightGradient: return gradient(Quantity(.weight, layer: quantity.layer), indices)
    case .biasGradient: return gradient(Quantity(.bias, layer: quantity.layer), indices)
    default: break
    }
    var above = ""
    if let layer = quantity.layer, quantity.role != .input { above = "(\(layer))" }
    if quantity.isUpdated { above += "\\text{new}" }
    switch quantity.role {
    case .weightMoment(let moment): return moments(moment, of: .weight, quantity, indices)
    case .biasMoment(let moment): return moments(moment, of: .bias, quantity, indices)
    default: break
    }
    return letter(quantity) + (above.isEmpty ? "" : "^{\(above)}") + subscripts(indices)
  }

  private static func gradient(_ parameter: Quantity, _ indices: [Int]) -> String {
    "\\frac{\\partial L}{\\partial \(entry(parameter, indices))}"
  }

  /// v of W⁽¹⁾ as `v_{W^{(1)}}`, with m̂ and ŝ for what is corrected.
  private static func moments(
    _ moment: Quantity.Moment, of role: Quantity.Role, _ quantity: Quantity, _ indices: [Int]
  ) -> String {
    let letter =
      switch moment {
      case .oldVelocity, .velocity: "v"
      case .oldFirst, .first: "m"
      case .correctedFirst: "\\hat{m}"
      case .oldSecond, .second: "s"
      case .correctedSecond: "\\hat{s}"
      }
    let parameter = entry(Quantity(role, layer: quantity.layer), indices)
    return letter + "_{\(parameter)}" + (moment.isBefore ? "^{\\text{old}}" : "")
  }

  private static func letter(_ quantity: Quantity) -> String {
    switch quantity.role {
    case .input: quantity.isBatch ? "X" : "x"
    case .target: quantity.isBatch ? "Y" : "y"
    case .weight: "W"
    case .bias: "b"
    case .preActivation: quantity.isBatch ? "Z" : "z"
    case .activation: quantity.isBatch ? "A" : "a"
    case .loss: "L"
    case .errorSignal: "\\delta"
    case .learningRate: "\\eta"
    case .constant(.penalty): "\\lambda"
    case .constant(.momentum): "\\mu"
    case .constant(.beta1): "\\beta_1"
    case .constant(.beta2): "\\beta_2"
    case .constant(.epsilon): "\\varepsilon"
    case .constant(.step): "t"
    case .weightGradient, .biasGradient, .weightMoment, .biasMoment: "L"
    case .other(let word): "\\text{\(word)}"
    }
  }

  private static func subscripts(_ indices: [Int]) -> String {
    if indices.isEmpty { return "" }
    var text = "\(indices[0])"
    for index in indices.dropFirst() { text += ",\(index)" }
    return "_{\(text)}"
  }
}
