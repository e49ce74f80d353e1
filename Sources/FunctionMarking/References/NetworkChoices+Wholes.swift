extension NetworkChoices {
  private static func average(
    _ form: NetworkProgram.Average, _ bits: Double, _ says: String, as id: String? = nil
  ) -> NetworkChoice {
    NetworkChoice(id ?? "average-\(form.rawValue.kebab)", .average, bits: bits, says) {
      $0.average = form
    }
  }

  /// How the samples of a batch are put together.
  static let averages = [
    average(
      .sum, 2, "you summed over the samples; the loss is a mean, so divide by their number",
      as: "summed"),
    average(
      .biasesSummed, 2,
      "dW is averaged over the samples, but db is summed; both are to be averaged (BP4)",
      as: "biases-summed"),
    average(
      .weightsSummed, 2,
      "db is averaged over the samples, but dW is summed; both are to be averaged (BP3)"),
    average(.twice, 2.5, "you divided by the number of samples twice"),
    average(.biasesTwice, 3.5, "db is divided by the number of samples twice"),
    average(.weightsTwice, 3.5, "dW is divided by the number of samples twice"),
    average(.last, 3, "only the last sample counts: add up with += where you assign"),
    average(
      .lastShare, 3.5,
      "only the last sample counts, divided by their number: add up with += where you assign"),
    average(.first, 3.5, "only the first sample counts"),
    average(.biasesLast, 4, "in db only the last sample counts: add up with += where you assign"),
    average(.weightsLast, 4, "in dW only the last sample counts: add up with += where you assign"),
    average(
      .ofEach, 4, "dW is the mean of δ times the mean of a; BP3 takes the mean of the products"),
    average(.overFeatures, 3.5, "you divided by the number of features, not by that of samples"),
    average(.overOutputs, 3.5, "you divided by the number of outputs, not by that of samples"),
    average(
      .overEntries, 3.5, "you divided by the number of outputs as well as by that of samples"),
    average(.overOneLess, 4.5, "you divided by one less than the number of samples"),
  ]

  private static let factors: [(NetworkProgram.Scale, Double, String)] = [
    (.negative, 2.2, "the sign of NAME is turned"), (.double, 3, "NAME is twice what it should be"),
    (.half, 3, "NAME is half of what it should be"),
    (.rate, 3.5, "η is in NAME already; it belongs into the update, once"),
    (.overOutputs, 4, "NAME is divided by the number of outputs"),
    (.timesOutputs, 5, "NAME is multiplied by the number of outputs"),
  ]

  /// A factor of all gradients, of dW alone or of db alone.
  static let scales: [NetworkChoice] = factors.flatMap { scale, bits, words in
    [
      NetworkChoice(
        "scale-\(scale.rawValue.kebab)", .scale, bits: bits, words.with("every gradient")
      ) { ($0.weightScale, $0.biasScale) = (scale, scale) },
      NetworkChoice(
        "weight-scale-\(scale.rawValue.kebab)", .scale, bits: bits + 0.5, words.with("dW")
      ) {
        $0.weightScale = scale
      },
      NetworkChoice(
        "bias-scale-\(scale.rawValue.kebab)", .scale, bits: bits + 0.5, words.with("db")
      ) {
        $0.biasScale = scale
      },
    ]
  }

  private static func layers(
    _ form: NetworkProgram.Layers, _ bits: Double, _ says: String
  ) -> NetworkChoice {
    NetworkChoice("layers-\(form.rawValue.kebab)", .layers, bits: bits, says) { $0.layers = form }
  }

  /// What becomes of whole layers.
  static let layers = [
    layers(.reversed, 3, "the layers are in reverse order: the first list belongs to layer 1"),
    layers(.firstZero, 3, "nothing arrives in layer 1: its gradients are 0"),
    layers(.lastZero, 4, "the gradients of the output layer are 0"),
    layers(
      .lastAlone, 3.5,
      "only the output layer has gradients; δ goes on back to the first layer that is trained"),
    layers(.firstAlone, 4.5, "only layer 1 has gradients"),
  ]

  private static func shared(
    _ form: BiasSharing, _ bits: Double, _ says: String
  ) -> NetworkChoice {
    NetworkChoice("shared-bias-\(form.rawValue)", .sharing, bits: bits, says) {
      $0.sharing = form
    }
  }

  /// What becomes of the one bias of a layer.
  static let sharing = [
    shared(.mean, 3, "db is the mean of δ over its layer; all units share b, so add up"),
    shared(.first, 3, "db has δ of the first unit alone; all units share b, so add up"),
    shared(.last, 3, "db has δ of the last unit alone; all units share b, so add up"),
    // A little before the same sum for units with biases of their own, of which it is not true here.
    shared(
      .sumForEach, 2.9,
      "db has the sum of δ once for every unit; the layer has one bias, so take the sum once"),
  ]

  private static func frozen(
    _ form: NetworkProgram.Frozen, _ bits: Double, _ says: String
  ) -> NetworkChoice {
    NetworkChoice("frozen-\(form.rawValue.kebab)", .frozen, bits: bits, says) { $0.frozen = form }
  }

  /// What is taken for frozen.
  static let frozen = [
    frozen(.nothing, 3, "what is frozen is not updated; you trained it, too"),
    frozen(.biasesAlone, 3.5, "what is frozen is not updated; you trained its weights"),
    frozen(.weightsAlone, 3.5, "what is frozen is not updated; you trained its biases"),
    frozen(
      .nextLayer, 3.5,
      "you left the wrong layer as it is: layers are counted from 1, the lists from 0"),
  ]

  private static func update(
    _ form: NetworkProgram.Update, _ bits: Double, _ says: String, as id: String? = nil
  ) -> NetworkChoice {
    NetworkChoice(id ?? "update-\(form.rawValue.kebab)", .update, bits: bits, says) {
      $0.update = form
    }
  }

  /// What may be done wrongly wherever gradients are computed.
  static let ofGradients =
    forward + errors + slopes + carries + weightGradients + biasGradients + sharing + scales
    + layers + frozen + penalty

  /// What becomes of the penalty λ/2 · Σ‖W‖² in the gradients.
  private static let penalty = [
    NetworkChoice(
      "no-penalty", .penalty, bits: 2,
      "the penalty's part is missing: it adds λ W to the gradient of every W (BP3), not to those of b"
    ) { $0.hasPenalty = false }
  ]

  private static func loss(
    _ id: String, _ form: NetworkProgram.LossForm, _ bits: Double, _ says: String
  ) -> NetworkChoice {
    NetworkChoice(id, .loss, bits: bits, says) { $0.loss = form }
  }

  /// What may be done wrongly where a loss is computed.
  static let ofLoss =
    forward + [
      loss("no-half", .withoutHalf, 2, "the ½ of the loss is missing"),
      loss("mean", .mean, 2.5, "you took the mean over the outputs; this loss is their sum"),
      loss(
        "mean-not-half", .meanWithoutHalf, 2.5,
        "you took the mean over the outputs; this loss is half their sum"),
      loss("sum", .sum, 2, "you took the sum over the outputs; this loss is their mean"),
      loss("negative", .negative, 2, "the sign of the loss is turned"),
      NetworkChoice(
        "no-penalty", .penalty, bits: 2, "the penalty λ/2 · Σ‖W‖² is missing from the loss"
      ) { $0.hasPenalty = false },
    ]

  /// How the gradients are put to use in a step.
  static let updates = [
    // A little before a turned δ, which comes to the same where nothing else is wrong.
    update(.uphill, 1.9, "you added η times the gradient where descent subtracts it", as: "uphill")
      .alone(
        "This goes uphill: η times the gradient is added where descent subtracts it, or δ begins with y − a."
      ),
    update(
      .withoutRate, 2, "you took the whole gradient away; multiply it by η first",
      as: "no-learning-rate"),
    update(.rateTwice, 3, "η is in the step twice"),
    update(
      .weightsKept, 3, "the biases have moved, but the weights are still the old ones",
      as: "weights-kept"),
    update(
      .biasesKept, 2.5, "the weights have moved, but the biases are still the old ones",
      as: "biases-kept"),
    update(
      .change, 3, "this is η times the gradient, the change alone; subtract it from the old value"),
    update(.step, 3, "this is the change alone, −η times the gradient; add it to the old value"),
    update(.gradient, 3.5, "these are the gradients; the step subtracts η times them"),
    update(.shrunk, 3.5, "you multiplied the change by the old value: W (1 − η dW) for W − η dW"),
    update(.rateAlone, 4.5, "you subtracted η alone, without the gradient"),
    update(.ofValue, 4, "you subtracted η times the old value where the step takes the gradient"),
    update(.biasesUphill, 3, "the biases go uphill, the weights downhill"),
    update(.weightsUphill, 3, "the weights go uphill, the biases downhill"),
    update(
      .biasesWithoutRate, 2.5, "the biases move by the whole gradient; multiply it by η first"),
    update(
      .weightsWithoutRate, 2.5, "the weights move by the whole gradient; multiply it by η first"),
    update(
      .differenceTimes, 5, "you subtracted η from the old value before multiplying by the gradient"),
    update(.divided, 4.5, "you divided the gradient by η where the step multiplies"),
    update(.valueTimesRate, 5, "you multiplied the old value by η, not the gradient"),
  ]
}

extension String {
  /// Words about a part of the gradients, which stands in the place of NAME.
  fileprivate func with(_ part: String) -> String {
    pieces(between: "NAME").joined(separator: part)
  }
}
