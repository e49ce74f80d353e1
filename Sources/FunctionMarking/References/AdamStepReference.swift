import Backpropagation
import Numerics

/// The parameters and both moments after one step of Adam.
enum AdamStepReference: CodeReferenceDefinition {
  static let name = "network.adamStep"
  static let summary =
    "m, s and W − η m̂ / (√ŝ + ε) of every layer, and the same for b, for one sample in step t"
  static let needs =
    [.weights, .biases, .x, .y, .learningRate] + [
      .needed("beta1", .double), .needed("beta2", .double), .needed("epsilon", .double),
      .needed("t", .int), .needed("weightFirstMoments", .array(.matrix)),
      .needed("biasFirstMoments", .matrix), .needed("weightSecondMoments", .array(.matrix)),
      .needed("biasSecondMoments", .matrix),
    ] as [Signature.Parameter]
  static let result = ValueType.tuple([
    .init(label: "weights", type: .array(.matrix)), .init(label: "biases", type: .matrix),
    .init(label: "weightFirstMoments", type: .array(.matrix)),
    .init(label: "biasFirstMoments", type: .matrix),
    .init(label: "weightSecondMoments", type: .array(.matrix)),
    .init(label: "biasSecondMoments", type: .matrix),
  ])

  private static let step = OptimiserStep(memory: ["FirstMoments", "SecondMoments"])

  package static func value(of arguments: ReferenceArguments) -> FunctionValue? {
    step.value(
      arguments, along: arguments.gradients(of: arguments.network, arguments.sample),
      by: rule(arguments))
  }

  private static func rule(_ arguments: ReferenceArguments) -> OptimiserStep.Rule? {
    guard let constants = AdamConstants(arguments) else { return nil }
    let adam = Optimiser.Adam(
      beta1: constants.beta1, beta2: constants.beta2, epsilon: constants.epsilon,
      step: constants.t)
    return { OptimiserStep.engine(.adam(adam), constants.rate, $0, $1, $2) }
  }

  static func lines(_ spelling: NetworkSpelling) -> [String]? {
    spelling.step(
      "Both moments are running means, which begin at 0: the step corrects them for that.",
      memory: [
        ("m", "weightFirstMoments", "biasFirstMoments"),
        ("s", "weightSecondMoments", "biasSecondMoments"),
      ],
      [
        "m = beta1 * m + (1 - beta1) * g",
        "s = beta2 * s + (1 - beta2) * g * g",
        "let size = sqrt(s / (1 - pow(beta2, Double(t))))",
        "p -= learningRate * m / (1 - pow(beta1, Double(t))) / (size + epsilon)",
      ])
  }

  // MARK: Slips

  private static func slip(
    _ id: String, _ says: String,
    _ change: @escaping @Sendable (inout AdamProgram, AdamConstants) -> Void
  ) -> ReferenceSlip {
    step.slip(id, says) { arguments in
      guard let constants = AdamConstants(arguments) else { return nil }
      return { old, slope, memory in
        var program = AdamProgram()
        change(&program, constants)
        return program.step(old, slope, memory[0], memory[1], constants)
      }
    }
  }

  static let slips =
    [
      slip(
        "no-correction",
        "m and s are to be corrected for their beginning: m̂ = m / (1 − β₁ᵗ), ŝ = s / (1 − β₂ᵗ)."
      ) {
        program, _ in (program.firstShare, program.secondShare) = (1, 1)
      },
      slip("no-first-correction", "m is to be corrected for its beginning: m̂ = m / (1 − β₁ᵗ).") {
        program, _ in program.firstShare = 1
      },
      slip("no-second-correction", "s is to be corrected for its beginning: ŝ = s / (1 − β₂ᵗ).") {
        program, _ in program.secondShare = 1
      },
      slip("correction-without-t", "The correction has β to the power t: 1 − β₁ᵗ and 1 − β₂ᵗ.") {
        program, constants in
        (program.firstShare, program.secondShare) = (1 - constants.beta1, 1 - constants.beta2)
      },
      slip("t-from-zero", "t counts the steps from 1; in the correction you took one less.") {
        program, constants in program.correct(constants, at: constants.t - 1)
      },
      slip("t-too-late", "In the correction you took t + 1 where it has t.") {
        program, constants in program.correct(constants, at: constants.t + 1)
      },
      slip("betas-exchanged", "β₁ and β₂ are exchanged: β₁ goes with m, β₂ with s.") {
        program, _ in program.exchangesBetas = true
      },
      slip(
        "shares-exchanged",
        "The old mean is weighted with β and the new gradient with 1 − β; you have it the other way round."
      ) {
        program, _ in program.exchangesShares = true
      },
      slip("no-root", "The step divides by the square root of ŝ, not by ŝ itself.") {
        program, _ in program.takesRoot = false
      },
      slip("epsilon-in-root", "ε stands beside the root, √ŝ + ε, not under it.") {
        program, _ in program.hasEpsilonInRoot = true
      },
      slip("gradient-not-squared", "s is the mean of the squares: g², not g.") {
        program, _ in program.squares = false
      },
      slip("gradient-for-first", "The step takes the gradient where Adam has m̂.") {
        program, _ in program.takesGradient = true
      },
      slip("no-second", "The step goes along m̂ alone; divide by √ŝ + ε.") {
        program, _ in program.divides = false
      },
      slip("moments-kept", "The moments that you return are still the old ones.") {
        program, _ in program.keepsMoments = true
      },
      slip(
        "moments-corrected", "You return m̂ and ŝ; the next step goes on from m and s themselves."
      ) {
        program, _ in program.returnsCorrected = true
      },
      slip("uphill", "This goes uphill: the step is added where descent subtracts it.") {
        program, _ in program.sign = 1
      },
    ]

  static let search: NetworkSearch? = step.search(rule)
}

/// The constants among the arguments.
private struct AdamConstants: Sendable {
  let rate: Double
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  let t: Double

  init?(_ arguments: ReferenceArguments) {
    guard let rate = arguments.learningRate, let beta1 = arguments.number("beta1"),
      let beta2 = arguments.number("beta2"), let epsilon = arguments.number("epsilon"),
      let t = arguments.number("t")
    else { return nil }
    (self.rate, self.beta1, self.beta2, self.epsilon, self.t) = (rate, beta1, beta2, epsilon, t)
  }
}

/// Adam for one number as a student may program it: for every place a choice, right or wrong.
private struct AdamProgram {
  /// What m and s are divided by, where that is not 1 − βᵗ.
  var firstShare: Double?
  var secondShare: Double?
  var exchangesBetas = false
  var exchangesShares = false
  var takesRoot = true
  var hasEpsilonInRoot = false
  var squares = true
  var takesGradient = false
  var divides = true
  var keepsMoments = false
  var returnsCorrected = false
  var sign = -1.0

  mutating func correct(_ constants: AdamConstants, at t: Double) {
    firstShare = 1 - Math.pow(constants.beta1, t)
    secondShare = 1 - Math.pow(constants.beta2, t)
  }

  func step(
    _ w: Double, _ g: Double, _ m: Double, _ s: Double, _ constants: AdamConstants
  ) -> (parameter: Double, memory: [Double]) {
    let (beta1, beta2) =
      exchangesBetas ? (constants.beta2, constants.beta1) : (constants.beta1, constants.beta2)
    func mean(_ old: Double, _ new: Double, _ beta: Double) -> Double {
      exchangesShares ? (1 - beta) * old + beta * new : beta * old + (1 - beta) * new
    }
    let first = mean(m, g, beta1)
    let second = mean(s, squares ? g * g : g, beta2)
    let correctedFirst = first / (firstShare ?? (1 - Math.pow(beta1, constants.t)))
    let correctedSecond = second / (secondShare ?? (1 - Math.pow(beta2, constants.t)))
    let direction = takesGradient ? g : correctedFirst
    let root = takesRoot ? correctedSecond.squareRoot() : correctedSecond
    let size =
      hasEpsilonInRoot
      ? (correctedSecond + constants.epsilon).squareRoot() : root + constants.epsilon
    let parameter = w + sign * constants.rate * (divides ? direction / size : direction)
    if keepsMoments { return (parameter, [m, s]) }
    return (parameter, returnsCorrected ? [correctedFirst, correctedSecond] : [first, second])
  }
}
