/// The choices that people make in programming a network, from what learners posted.
enum NetworkChoices {
  /// Each as it is with f′ by z, and with f′ by what came out.
  static let forward: [NetworkChoice] =
    forwardByZ.flatMap { choice in
      [
        choice,
        NetworkChoice(
          choice.id, as: choice.places, bits: choice.bits + 0.2, choice.says
        ) { program in
          choice.apply(&program)
          program.takesSlopesByActivation = true
        },
      ]
    } + throughout

  /// Another function on the way forward and on the way back.
  private static let throughout: [NetworkChoice] = [
    (NetworkProgram.Function.sigmoid, NetworkProgram.Slope.sigmoid, "the sigmoid"),
    (.tanh, .tanh, "tanh"), (.relu, .relu, "ReLU"),
  ].flatMap { function, slope, name in
    [
      NetworkChoice(
        "activation-\(function.rawValue)-throughout", .forward, .outputSlope, .hiddenSlope, bits: 4,
        "you took \(name) in every layer, with its slope"
      ) { program in
        (program.hidden, program.output) = (function, function)
        (program.hiddenSlope, program.outputSlope) = (slope, slope)
      },
      NetworkChoice(
        "hidden-activation-\(function.rawValue)-throughout", .forward, .hiddenSlope, bits: 4,
        "you took \(name) in the hidden layers, with its slope"
      ) { ($0.hidden, $0.hiddenSlope) = (function, slope) },
    ]
  }

  private static let forwardByZ: [NetworkChoice] =
    [
      NetworkChoice(
        "no-biases", .forward, bits: 2.5, "you left the biases out on the way forward: z = W a + b"
      ) { $0.biases = .leftOut },
      NetworkChoice(
        "biases-subtracted", .forward, bits: 4.5, "you subtracted the biases on the way forward"
      ) { $0.biases = .subtracted },
      NetworkChoice(
        "biases-after-activation", .forward, bits: 4.5,
        "you added the biases behind the activation; they belong into z, before it"
      ) { $0.biases = .afterActivation },
      NetworkChoice(
        "weights-turned", .forward, bits: 4,
        "you went forward through the transposes of the weights; a row of W belongs to the unit at which it arrives"
      ) { $0.turnsWeights = true },
      NetworkChoice(
        "linear-output", .forward, bits: 3.5,
        "the output layer has an activation, too; you stopped at its z"
      ) { $0.output = NetworkProgram.Function.none },
      NetworkChoice(
        "linear-hidden", .forward, bits: 4,
        "the hidden layers have an activation; you went on with their z"
      ) { $0.hidden = NetworkProgram.Function.none },
      NetworkChoice(
        "linear", .forward, bits: 4.5, "you applied no activation on the way forward"
      ) { ($0.hidden, $0.output) = (NetworkProgram.Function.none, NetworkProgram.Function.none) },
    ]
    + functions(.sigmoid, "the sigmoid", 4) + functions(.tanh, "tanh", 4)
    + functions(.relu, "ReLU", 4)
    + functions(.negated, "the activation at −z", 4.5)
    + functions(.twice, "the activation twice", 5)
    + functions(.rectified, "ReLU before the activation", 5.5)

  /// Another function in all layers, or in some.
  private static func functions(
    _ function: NetworkProgram.Function, _ name: String, _ bits: Double
  ) -> [NetworkChoice] {
    [
      NetworkChoice(
        "activation-\(function.rawValue.kebab)", .forward, bits: bits,
        "on the way forward you took \(name), in every layer"
      ) { ($0.hidden, $0.output) = (function, function) },
      NetworkChoice(
        "hidden-activation-\(function.rawValue.kebab)", .forward, bits: bits,
        "on the way forward you took \(name) in the hidden layers"
      ) { $0.hidden = function },
      NetworkChoice(
        "output-activation-\(function.rawValue.kebab)", .forward, bits: bits,
        "on the way forward you took \(name) in the output layer"
      ) { $0.output = function },
    ]
  }

  private static func error(
    _ form: NetworkProgram.ErrorForm, _ bits: Double, _ says: String, as id: String? = nil
  ) -> NetworkChoice {
    NetworkChoice(id ?? "error-\(form.rawValue.kebab)", .error, bits: bits, says) {
      $0.error = form
    }
  }

  static let errors = [
    error(
      .turned, 2, "δ at the output begins with y − a where BP1 has a − y",
      as: "target-minus-output"
    ).alone("Every sign is turned: δ at the output begins with a − y, not with y − a (BP1)."),
    error(.output, 4.5, "δ at the output begins with a alone; the target is not subtracted"),
    error(.target, 5, "δ at the output begins with y where BP1 has a − y"),
    error(.both, 5, "δ at the output begins with a + y where BP1 has a − y"),
    error(.squared, 4.5, "you squared a − y in δ; that is the loss, not its derivative"),
    error(.size, 5, "you took the absolute value of a − y in δ; its sign belongs there"),
    error(
      .doubled, 2.5, "there is a factor 2 too many in δ at the output; the ½ of the loss cancels it"
    ),
    error(
      .halved, 3, "there is a factor ½ too many in δ at the output; it cancels in the derivative"),
    error(.mean, 3.5, "you divided δ at the output by the number of outputs"),
    error(.byOutput, 4, "δ at the output begins with −y/a, which is half of the derivative"),
    error(
      .byOutputWithSlope, 4.5,
      "δ at the output is −y (1 − a); the other half of the derivative, by 1 − y, is missing"),
    error(
      .ofLoss, 3.5,
      "you divided a − y by a(1 − a) and left it there; that is ∂L/∂a, and f′(z) is still to come"),
  ]

  private static let slopeForms: [(NetworkProgram.Slope, Double, String)] = [
    (.value, 2.5, "f(z) itself"),
    (.atActivation, 2, "f′ at the activation a"),
    (.preActivation, 3.5, "z"), (.restOfActivation, 3.5, "1 − a"),
    (.restOfPreActivation, 4.5, "1 − z"),
    (.productOfPreActivation, 3, "z(1 − z)"), (.productOfActivation, 3, "a(1 − a)"),
    (.squareOfActivation, 3, "1 − a²"), (.squareOfPreActivation, 3.5, "1 − z²"),
    (.turnedProduct, 4, "a(a − 1)"), (.plusProduct, 4.5, "a(1 + a)"), (.plusSquare, 4.5, "1 + a²"),
    (.powerOfActivation, 4.5, "a²"), (.sigmoid, 3, "the slope of the sigmoid"),
    (.tanh, 3, "the slope of tanh"), (.relu, 3, "the slope of ReLU"), (.twice, 3.5, "f′(z) twice"),
    (.sigmoidOfPreActivation, 4.5, "σ(z)"), (.quarter, 6, "0.25"),
  ]

  static let slopes: [NetworkChoice] =
    slopeForms.flatMap { form, bits, name in
      [
        NetworkChoice(
          "output-slope-\(form.rawValue.kebab)", .outputSlope, bits: bits,
          "you took \(name) for the slope at the output (BP1)"
        ) { $0.outputSlope = form },
        NetworkChoice(
          "hidden-slope-\(form.rawValue.kebab)", .hiddenSlope, bits: bits,
          "you took \(name) for the slope in the hidden layers (BP2)"
        ) { $0.hiddenSlope = form },
        // Where one of the two is right so, the other alone is to be told, which comes first.
        NetworkChoice(
          "slope-\(form.rawValue.kebab)", .outputSlope, .hiddenSlope, bits: bits,
          "you took \(name) for the slope, in BP1 as well as in BP2"
        ) { ($0.outputSlope, $0.hiddenSlope) = (form, form) },
      ].filter { $0.id != "slope-at-activation" }
    } + [
      // A little before either of the two, which come to the same where the other layers have no f′.
      NetworkChoice(
        "slope-at-activation", .outputSlope, .hiddenSlope, bits: 1.9,
        "you took f′ at the activation a; it belongs at the pre-activation z"
      ) { ($0.outputSlope, $0.hiddenSlope) = (.moved, .moved) },
      NetworkChoice(
        "output-slope-right", .outputSlope, bits: 2.5,
        "δ at the output has a factor f′(z), which cancels against the loss: BP1 leaves a − y"
      ) { $0.outputSlope = .right },
      NetworkChoice(
        "no-slopes", .outputSlope, .hiddenSlope, bits: 2,
        "you left out the factor f′(z), in BP1 as well as in BP2"
      ) {
        ($0.outputSlope, $0.hiddenSlope) = (NetworkProgram.Slope.none, NetworkProgram.Slope.none)
      },
      NetworkChoice(
        "no-output-slope", .outputSlope, bits: 1.5,
        "you left out the factor f′(z) at the output layer (BP1)"
      ) { $0.outputSlope = NetworkProgram.Slope.none },
      NetworkChoice(
        "no-hidden-slopes", .hiddenSlope, bits: 1.5,
        "you left out the factor f′(z) in the hidden layers (BP2)"
      ) { $0.hiddenSlope = NetworkProgram.Slope.none },
      NetworkChoice(
        "source-slope", .hiddenSlope, bits: 3,
        "BP2 takes f′ at the layer δ arrives in; you took it at the layer δ comes from"
      ) { $0.hiddenSlope = .next },
      NetworkChoice(
        "earlier-slope", .hiddenSlope, bits: 4,
        "BP2 takes f′ at the layer δ arrives in; you took it at the layer before"
      ) { $0.hiddenSlope = .before },
      NetworkChoice(
        "slope-of-target", .outputSlope, bits: 3.5,
        "you took y(1 − y) for the slope at the output; it belongs at the output, not at the target"
      ) { $0.outputSlope = .target },
    ]

  private static func carry(
    _ form: NetworkProgram.Carry, _ bits: Double, _ says: String, as id: String? = nil
  ) -> NetworkChoice {
    NetworkChoice(id ?? "carry-\(form.rawValue.kebab)", .carry, bits: bits, says) {
      $0.carry = form
    }
  }

  static let carries = [
    carry(
      .notTransposed, 2, "you carried δ back through W; BP2 has the transpose, Wᵀ δ",
      as: "weights-not-transposed"),
    carry(.withoutWeights, 3, "you carried δ back without the weights; BP2 has Wᵀ δ"),
    carry(.sum, 3.5, "you gave every unit the sum of all δ; BP2 weighs them, Wᵀ δ"),
    carry(
      .rawError, 2.5, "you carried the raw error a − y back; BP2 takes δ, with its factor f′(z)"),
    carry(
      .withoutSlope, 3,
      "you carried back what δ is before its factor f′(z); BP2 takes δ itself"),
    carry(.ownWeights, 3.5, "you carried δ back through the weights of the layer it arrives in"),
    carry(
      .moved, 3,
      "you carried δ back through weights that had already moved; BP2 takes the old ones",
      as: "updated-too-soon"),
    carry(.first, 4, "only the first unit's δ goes back; BP2 adds up what comes from all of them"),
    carry(.last, 4, "only the last unit's δ goes back; BP2 adds up what comes from all of them"),
    carry(.mean, 4, "you took the mean over the units δ comes from; BP2 adds up"),
    carry(.activations, 4.5, "you carried the activations back where BP2 has δ"),
    carry(.squaredWeights, 5.5, "you squared the weights on the way back"),
    carry(
      .fromOutput, 4, "you carried the output's δ back into every layer; BP2 takes that of the next"
    ),
  ]

  private static func weights(
    _ form: NetworkProgram.WeightGradient, _ bits: Double, _ says: String
  ) -> NetworkChoice {
    NetworkChoice("weight-gradient-\(form.rawValue.kebab)", .weightGradient, bits: bits, says) {
      $0.weightGradient = form
    }
  }

  static let weightGradients = [
    weights(.preActivation, 2.5, "dW takes z of the layer before; BP3 has its activation a"),
    weights(
      .ownActivation, 3, "dW takes the layer's own activation; BP3 has that of the layer before"),
    weights(
      .input, 3, "dW takes the input x in every layer; BP3 has the activation of the layer before"),
    weights(.ones, 3, "dW is δ alone; BP3 multiplies by the activation of the layer before"),
    weights(.transposed, 2.5, "dW is the other way round: BP3 has δ aᵀ"),
    weights(.rawError, 2.5, "dW of the output layer takes the raw error a − y; BP3 has δ"),
    weights(.withoutSlope, 2.5, "dW is computed without f′(z), which δ has"),
    weights(.timesWeights, 4, "you multiplied dW by the weights"),
    weights(.squared, 5, "you squared the activations in dW"),
    weights(.meanOverInputs, 4, "you divided dW by the number of inputs of the layer"),
    weights(.meanOverOutputs, 4.5, "you divided dW by the number of units of the layer"),
    weights(.slopeTwice, 3.5, "dW has f′(z) once more, which is in δ already"),
    weights(
      .sourceSlope, 4.5, "dW has the slope of the layer before as a factor; BP3 has its activation"),
  ]

  private static func biases(
    _ form: NetworkProgram.BiasGradient, _ bits: Double, _ says: String
  ) -> NetworkChoice {
    NetworkChoice("bias-gradient-\(form.rawValue.kebab)", .biasGradient, bits: bits, says) {
      $0.biasGradient = form
    }
  }

  static let biasGradients = [
    biases(.rawError, 2.5, "db of the output layer is the raw error a − y; BP4 has δ"),
    biases(.withoutSlope, 2.5, "db is computed without f′(z), which δ has"),
    biases(.rowSums, 3, "db is the sum over the rows of dW; BP4 has δ"),
    biases(.sum, 3, "db is the sum of all δ of its layer; BP4 has each unit's own"),
    biases(.mean, 3.5, "db is the mean of all δ of its layer; BP4 has each unit's own"),
    biases(.zero, 3, "db is 0 everywhere; BP4 has δ"),
    biases(.timesBias, 4, "you multiplied db by the biases"),
    biases(.timesInput, 3.5, "db has an activation as a factor, as dW has; BP4 is δ alone"),
    biases(.slopeTwice, 3.5, "db has f′(z) once more, which is in δ already"),
    biases(.carried, 4.5, "db has the layer's own activation as a factor; BP4 is δ alone"),
  ]
}
