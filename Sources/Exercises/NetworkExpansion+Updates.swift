import Backpropagation

extension NetworkExpansion {
  /// A step of training: W(l) − η ∂L/∂W(l), and the same for b(l), or as the optimiser has it.
  func descent(_ parameters: ParameterSet, _ optimiser: Optimiser) -> [Definition] {
    let layer = parameters.layer
    func moment(_ moment: Quantity.Moment) -> Quantity {
      quantity(parameters.moment(moment), layer)
    }
    func name(_ constant: Quantity.Constant) -> String { quantity(.constant(constant)).name }
    let old = quantity(parameters.role, layer).name
    let gradient = quantity(parameters.gradient, layer).name
    var steps: [Definition] = []
    let direction: String
    switch optimiser {
    case .descent: direction = gradient
    case .momentum:
      steps = [
        Definition(
          quantity: moment(.velocity),
          formula: "\(name(.momentum)) * \(moment(.oldVelocity).name) + \(gradient)")
      ]
      direction = moment(.velocity).name
    case .adam:
      steps = [
        mean(.first, of: gradient, beside: .oldFirst, by: .beta1, moment),
        mean(.second, of: "square(\(gradient))", beside: .oldSecond, by: .beta2, moment),
        corrected(.correctedFirst, from: .first, by: .beta1, moment),
        corrected(.correctedSecond, from: .second, by: .beta2, moment),
      ]
      let (first, second) = (moment(.correctedFirst).name, moment(.correctedSecond).name)
      direction = "\(first) / (sqrt(\(second)) + \(name(.epsilon)))"
    }
    let rate = quantity(.learningRate).name
    return steps + [
      Definition(
        quantity: quantity(parameters.role, layer, isUpdated: true),
        formula: "\(old) - \(rate) * \(direction)")
    ]
  }

  /// β m_old + (1 − β) g.
  private func mean(
    _ new: Quantity.Moment, of term: String, beside old: Quantity.Moment,
    by share: Quantity.Constant, _ moment: (Quantity.Moment) -> Quantity
  ) -> Definition {
    let beta = quantity(.constant(share)).name
    return Definition(
      quantity: moment(new), formula: "\(beta) * \(moment(old).name) + (1 - \(beta)) * \(term)")
  }

  /// m / (1 − βᵗ), which makes up for beginning with zeros.
  private func corrected(
    _ new: Quantity.Moment, from old: Quantity.Moment, by share: Quantity.Constant,
    _ moment: (Quantity.Moment) -> Quantity
  ) -> Definition {
    let (beta, step) = (quantity(.constant(share)).name, quantity(.constant(.step)).name)
    return Definition(
      quantity: moment(new), formula: "\(moment(old).name) / (1 - \(beta)^\(step))")
  }
}
