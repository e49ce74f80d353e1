/// What a value of an exercise is in its network: z of layer 2, the gradient of W1, η.
///
/// A network block says it of the values that it defines; of other values their names do, read once,
/// when the exercise is. Whoever asks afterwards asks the exercise, not the name. Which activation
/// and which loss a network has makes no difference here.
package struct Quantity: Hashable, Sendable {
  package let role: Role
  /// The layer, counted from 1 whatever entries are counted from; the input is layer 0.
  ///
  /// Nil for what belongs to no layer, and where a name leaves it open.
  package let layer: Int?
  /// Whether it belongs to the network after the step of gradient descent.
  package let isUpdated: Bool
  /// Whether its letter says that it has one column for each sample: X, Y, Z and A, not x, y, z and a.
  package let isBatch: Bool

  package init(
    _ role: Role, layer: Int? = nil, isUpdated: Bool = false, isBatch: Bool = false
  ) {
    self.role = role
    self.layer = role == .input ? 0 : layer
    self.isUpdated = isUpdated
    self.isBatch = isBatch && role.hasBatchLetter
  }
}

extension Quantity {
  /// What a value is for, with the chapter's equation where there is one; f is the activation.
  package enum Role: Hashable, Sendable {
    /// x = a⁽⁰⁾, what goes into the network.
    case input
    /// y, what ought to come out.
    case target
    /// W⁽ˡ⁾, from layer l − 1 to layer l; after the update W⁽ˡ⁾ − η ∂L/∂W⁽ˡ⁾.
    case weight
    /// b⁽ˡ⁾; after the update b⁽ˡ⁾ − η ∂L/∂b⁽ˡ⁾.
    case bias
    /// z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾.
    case preActivation
    /// a⁽ˡ⁾ = f(z⁽ˡ⁾).
    case activation
    /// L, how far the output is from the target.
    case loss
    /// δ⁽ˡ⁾ = ∂L/∂z⁽ˡ⁾.
    ///
    /// BP1 in the last layer: δ = ∇ₐL ⊙ f′(z). BP2 before it: δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀ δ⁽ˡ⁺¹⁾) ⊙ f′(z⁽ˡ⁾).
    case errorSignal
    /// BP3: ∂L/∂W⁽ˡ⁾ = δ⁽ˡ⁾ a⁽ˡ⁻¹⁾ᵀ, for several samples their mean.
    case weightGradient
    /// BP4: ∂L/∂b⁽ˡ⁾ = δ⁽ˡ⁾, for several samples their mean.
    case biasGradient
    /// η, by which gradients are multiplied before they are subtracted.
    case learningRate
    /// λ of a penalty on the weights, or a constant of an optimiser.
    case constant(Constant)
    /// What an optimiser keeps of the gradients of W⁽ˡ⁾.
    case weightMoment(Moment)
    /// What an optimiser keeps of the gradients of b⁽ˡ⁾.
    case biasMoment(Moment)
    /// Nothing that the equations name; the author's own word for it, `h` of h1 and h2.
    case other(String)

    /// Whether one sample and several have letters of their own.
    fileprivate var hasBatchLetter: Bool {
      switch self {
      case .input, .target, .preActivation, .activation: true
      default: false
      }
    }
  }
}

extension Quantity {
  /// The numbers beside η that a network block may have; the raw values are what formulas call them.
  package enum Constant: String, CaseIterable, Sendable {
    /// λ of the penalty λ/2 · Σ‖W‖².
    case penalty = "lambda"
    /// μ of momentum.
    case momentum = "mu"
    case beta1
    case beta2
    /// ε of Adam, beside the root.
    case epsilon
    /// Which step of Adam it is, counted from 1.
    case step = "t"
  }

  /// A running mean of gradients; the raw values end the names, as in W1_v.
  package enum Moment: String, CaseIterable, Sendable {
    /// v before the step, v = μ v_old + g after it.
    case oldVelocity = "v_old"
    case velocity = "v"
    /// m before the step, m = β₁ m_old + (1 − β₁) g after it, and m / (1 − β₁ᵗ).
    case oldFirst = "m_old"
    case first = "m"
    case correctedFirst = "mhat"
    /// The same of g²: s, which others call v.
    case oldSecond = "s_old"
    case second = "s"
    case correctedSecond = "shat"

    /// Whether it is given, from the steps before.
    package var isBefore: Bool { self == .oldVelocity || self == .oldFirst || self == .oldSecond }
  }
}

// MARK: - Relations

extension Quantity {
  /// The same after the step of gradient descent.
  package var updated: Quantity { Quantity(role, layer: layer, isUpdated: true, isBatch: isBatch) }

  /// The same before the step of gradient descent.
  package var original: Quantity { Quantity(role, layer: layer, isBatch: isBatch) }

  /// The same of another layer; below the first activations there is the input, which no update
  /// changes.
  package func inLayer(_ layer: Int) -> Quantity {
    switch (role, layer) {
    case (.activation, 0): Quantity(.input, isBatch: isBatch)
    case (.input, 1...): with(.activation, layer)
    default: with(role, layer)
    }
  }

  /// a of the same layer where this is z, z where it is a; nil for everything else.
  package var acrossActivation: Quantity? {
    switch role {
    case .preActivation: with(.activation, layer)
    case .activation, .input: with(.preActivation, layer)
    default: nil
    }
  }

  private func with(_ role: Role, _ layer: Int?) -> Quantity {
    Quantity(role, layer: layer, isUpdated: isUpdated, isBatch: isBatch)
  }
}
