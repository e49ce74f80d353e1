extension Exercise {
  /// The gradients of the network block, and those the author declares.
  package var gradientChecks: [GradientCheck] {
    let expansion = network.map { NetworkExpansion(block: $0) }
    let own = (expansion?.gradients ?? []).map { gradient in
      GradientCheck(
        gradient: gradient.name, loss: "L", parameter: gradient.parameter,
        factor: gradient.factor, place: step(named: gradient.name)?.place ?? 0..<0)
    }
    return own + checks
  }
}
