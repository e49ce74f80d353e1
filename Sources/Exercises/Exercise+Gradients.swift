extension Exercise {
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
