import Formulas

extension Exercise {
  /// A statement that a value is the gradient of a loss.
  ///
  /// Where the loss has several entries it is meant entry by entry: the gradient's i-th entry is
  /// ∂(loss entry i)/∂(parameter entry i), the diagonal of the Jacobian, or ∂(loss entry i)/∂t where
  /// the parameter is one number t.
  package struct GradientCheck: Sendable {
    package let gradient: String
    package let loss: String
    package let parameter: String
    /// Which entries of the three are meant, counted from 0 through the rows; nil for all.
    package var gradientEntries: [Int]?
    package var lossEntries: [Int]?
    package var parameterEntries: [Int]?
    /// What the gradient is multiplied by: error signals of a batch are per sample.
    package var factor = 1.0
    package let place: Range<Int>

    /// Whether a whole value is the gradient of one number, by all or some entries of another.
    package var isWhole: Bool { gradientEntries == nil && lossEntries == nil }

    /// The entry of the parameter that an entry of the gradient is taken by.
    package func parameterEntry(of entry: Int) -> Int { parameterEntries?[entry] ?? entry }
  }

  /// The gradients of the network block, and those the author declares.
  package var gradientChecks: [GradientCheck] {
    let expansion = network.map { NetworkExpansion(block: $0) }
    let own = (expansion?.gradients ?? []).map { gradient in
      let name = gradient.quantity.name
      return GradientCheck(
        gradient: name, loss: Quantity(.loss).name, parameter: gradient.parameter.name,
        factor: gradient.factor, place: step(named: name)?.place ?? 0..<0)
    }
    return own + checks
  }
}
