import Exercises

/// An equation of the chapter, in words that hold for every layout of the weights.
enum ChapterEquation {
  /// What a step rests on, as a sentence: "This rests on BP4: the gradient of …".
  ///
  /// The forward pass is spelled out for networks only, since other exercises have one too.
  static func sentence(_ name: String, in exercise: Exercise) -> String {
    guard let equation = Equation(rawValue: name) else { return "This rests on \(name)." }
    let subject = "This rests on \(article(equation))\(name)"
    let isOther = equation == .forwardPass && exercise.network == nil
    return isOther ? subject + "." : "\(subject): \(words(equation))"
  }

  private static func article(_ equation: Equation) -> String {
    switch equation {
    case .forwardPass, .lossDefinition: "the "
    case .bp1, .bp2, .bp3, .bp4, .gradientDescent: ""
    }
  }

  private static func words(_ equation: Equation) -> String {
    switch equation {
    case .forwardPass:
      "z is the weights times the activations before them, plus the biases; a is the activation "
        + "function of z."
    case .lossDefinition: "the statement says how it comes from the output and the target."
    case .bp1: "δ of the output layer is ∂L/∂a times the slope of the activation function at z."
    case .bp2:
      "δ of a layer is δ of the next one, sent back through the weights between them, times the "
        + "slope of the activation function at z, entry by entry."
    case .bp3:
      "the gradient of a weight is δ of the unit it leads to times the activation it comes from."
    case .bp4: "the gradient of a bias is δ of its unit."
    case .gradientDescent: "the new value is the old one minus η times the gradient."
    }
  }
}
