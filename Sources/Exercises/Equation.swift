/// What the chapter calls its equations, as feedback and the key `equation` do.
///
/// An author may write something else there, such as "BP2 and BP3".
package enum Equation: String, CaseIterable, Sendable {
  /// z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾ and a⁽ˡ⁾ = f(z⁽ˡ⁾).
  case forwardPass = "forward pass"
  /// L of the output and the target.
  case lossDefinition = "definition of the loss"
  /// δ⁽ᴸ⁾ = ∇ₐL ⊙ f′(z⁽ᴸ⁾).
  case bp1 = "BP1"
  /// δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀ δ⁽ˡ⁺¹⁾) ⊙ f′(z⁽ˡ⁾).
  case bp2 = "BP2"
  /// ∂L/∂W⁽ˡ⁾ = δ⁽ˡ⁾ a⁽ˡ⁻¹⁾ᵀ.
  case bp3 = "BP3"
  /// ∂L/∂b⁽ˡ⁾ = δ⁽ˡ⁾.
  case bp4 = "BP4"
  /// W⁽ˡ⁾ − η ∂L/∂W⁽ˡ⁾ and b⁽ˡ⁾ − η ∂L/∂b⁽ˡ⁾.
  case gradientDescent = "gradient descent"

  /// Whether what an author wrote begins with a number of the chapter, so that sentences can call
  /// the equation by it: "BP2", "BP1 to BP4".
  package static func isNumbered(_ name: String) -> Bool { name.hasPrefix("BP") }

  /// The role of what it gives; nil where it gives values of several.
  var role: Quantity.Role? {
    switch self {
    case .bp1, .bp2: .errorSignal
    case .bp3: .weightGradient
    case .bp4: .biasGradient
    case .lossDefinition: .loss
    case .forwardPass, .gradientDescent: nil
    }
  }
}

extension Quantity {
  /// The same as a step that rests on an equation: among δ and the gradients the equation decides.
  func resting(on equation: Equation?) -> Quantity {
    guard let other = equation?.role else { return self }
    let gradients: [Role] = [.errorSignal, .weightGradient, .biasGradient]
    guard gradients.contains(role), gradients.contains(other) else { return self }
    return Quantity(other, layer: layer, isUpdated: isUpdated)
  }

  /// The equation that gives it in a network of so many layers; nil for what is given.
  package func equation(ofLayers count: Int) -> Equation? {
    switch role {
    case .preActivation, .activation: .forwardPass
    case .loss: isUpdated ? .forwardPass : .lossDefinition
    case .errorSignal: layer == count ? .bp1 : .bp2
    case .weightGradient: .bp3
    case .biasGradient: .bp4
    case .weight, .bias: isUpdated ? .gradientDescent : nil
    case .weightMoment(let moment), .biasMoment(let moment):
      moment.isBefore ? nil : .gradientDescent
    case .input, .target, .learningRate, .constant, .other: nil
    }
  }
}
