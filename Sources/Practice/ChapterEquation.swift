import Exercises

/// An equation of the chapter, in words that hold for every layout of the weights.
enum ChapterEquation {
  /// What a step rests on, as a sentence: "This rests on BP4: the gradient of …".
  ///
  /// The forward pass is spelled out for networks only, since other exercises have one too.
  static func sentence(_ name: String, in exercise: Exercise) -> String {
    let isOther = name == "forward pass" && exercise.network == nil
    guard let words = all[name], !isOther else {
      return "This rests on \(articles[name] ?? "")\(name)."
    }
    return "This rests on \(articles[name] ?? "")\(name): \(words)"
  }

  private static let articles = ["forward pass": "the ", "definition of the loss": "the "]

  /// By the names that network blocks use.
  private static let all = [
    "forward pass":
      "z is the weights times the activations before them, plus the biases; a is the activation "
      + "function of z.",
    "definition of the loss": "the statement says how it comes from the output and the target.",
    "BP1": "δ of the output layer is ∂L/∂a times the slope of the activation function at z.",
    "BP2":
      "δ of a layer is δ of the next one, sent back through the weights between them, times the "
      + "slope of the activation function at z, entry by entry.",
    "BP3":
      "the gradient of a weight is δ of the unit it leads to times the activation it comes from.",
    "BP4": "the gradient of a bias is δ of its unit.",
    "gradient descent": "the new value is the old one minus η times the gradient.",
  ]
}
