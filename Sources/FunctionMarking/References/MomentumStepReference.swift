import Backpropagation

/// The parameters and velocities after one step with momentum.
enum MomentumStepReference: CodeReferenceDefinition {
  static let name = "network.momentumStep"
  static let summary =
    "v = μ v + ∂L/∂W and W − η v of every layer, and the same for b, for one sample"
  static let needs =
    [.weights, .biases, .x, .y, .learningRate] + [
      .needed("momentum", .double), .needed("weightVelocities", .array(.matrix)),
      .needed("biasVelocities", .matrix),
    ] as [Signature.Parameter]
  static let result = ValueType.tuple([
    .init(label: "weights", type: .array(.matrix)), .init(label: "biases", type: .matrix),
    .init(label: "weightVelocities", type: .array(.matrix)),
    .init(label: "biasVelocities", type: .matrix),
  ])

  private static let step = OptimiserStep(memory: ["Velocities"])

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    step.value(
      arguments, along: arguments.gradients(of: arguments.network, arguments.sample),
      by: rule(arguments))
  }

  private static func rule(_ arguments: ReferenceArguments) -> OptimiserStep.Rule? {
    guard let rate = arguments.learningRate, let share = arguments.number("momentum") else {
      return nil
    }
    return { OptimiserStep.engine(.momentum(share), rate, $0, $1, $2) }
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? {
    spelling.step(
      "The velocity first, then a step along the new one.",
      memory: [("v", "weightVelocities", "biasVelocities")],
      ["v = momentum * v + g", "p -= learningRate * v"])
  }

  // MARK: Slips

  /// - Parameter rule: The new parameter and velocity from w, g, v, η and μ.
  private static func slip(
    _ id: String, _ says: String,
    _ rule:
      @escaping @Sendable (_ w: Double, _ g: Double, _ v: Double, _ rate: Double, _ mu: Double) ->
      (Double, Double)
  ) -> ReferenceSlip {
    step.slip(id, says) { arguments in
      guard let rate = arguments.learningRate, let mu = arguments.number("momentum") else {
        return nil
      }
      return { old, slope, memory in
        let (parameter, velocity) = rule(old, slope, memory[0], rate, mu)
        return (parameter, [velocity])
      }
    }
  }

  static let slips =
    [
      slip(
        "plain-descent", "The velocity is the gradient alone: μ v of the steps before is missing."
      ) {
        w, g, _, rate, _ in (w - rate * g, g)
      },
      slip(
        "gradient-for-velocity",
        "The step goes along the gradient; with momentum it goes along the new velocity, W − η v."
      ) { w, g, v, rate, mu in (w - rate * g, mu * v + g) },
      slip("old-velocity", "The step takes the old velocity; compute the new one first.") {
        w, g, v, rate, mu in (w - rate * v, mu * v + g)
      },
      slip("velocities-kept", "The velocities that you return are still the old ones.") {
        w, g, v, rate, mu in (w - rate * (mu * v + g), v)
      },
      slip("weighted-mean", "The velocity is v = μ v + g here, without a factor 1 − μ at g.") {
        w, g, v, rate, mu in
        let new = mu * v + (1 - mu) * g
        return (w - rate * new, new)
      },
      slip(
        "rate-in-velocity",
        "η is in your velocity, v = μ v + η g; here it is a factor of the step, W − η v."
      ) { w, g, v, rate, mu in
        let new = mu * v + rate * g
        return (w - new, new)
      },
      slip(
        "negative-velocity",
        "Your velocity is v = μ v − η g, which is added; here it is v = μ v + g, and W − η v."
      ) { w, g, v, rate, mu in
        let new = mu * v - rate * g
        return (w + new, new)
      },
      slip("rate-twice", "η is in the step twice.") { w, g, v, rate, mu in
        let new = mu * v + rate * g
        return (w - rate * new, new)
      },
      slip("no-learning-rate", "You took the whole velocity away; multiply it by η first.") {
        w, g, v, _, mu in (w - (mu * v + g), mu * v + g)
      },
      slip("no-momentum-factor", "The old velocity goes on in full; multiply it by μ.") {
        w, g, v, rate, _ in (w - rate * (v + g), v + g)
      },
      slip("uphill", "This goes uphill: η v is added where the step subtracts it.") {
        w, g, v, rate, mu in (w + rate * (mu * v + g), mu * v + g)
      },
      slip(
        "look-ahead",
        "This is the step of Nesterov, along g + μ v; here it goes along v itself."
      ) { w, g, v, rate, mu in
        let new = mu * v + g
        return (w - rate * (g + mu * new), new)
      },
    ]

  static let search: NetworkSearch? = step.search(rule)
}
