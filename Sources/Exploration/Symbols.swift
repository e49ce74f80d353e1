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
    return letter(quantity) + (above.isEmpty ? "" : "^{\(above)}") + subscripts(indices)
  }

  private static func gradient(_ parameter: Quantity, _ indices: [Int]) -> String {
    "\\frac{\\partial L}{\\partial \(entry(parameter, indices))}"
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
    case .weightGradient, .biasGradient: "L"
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
