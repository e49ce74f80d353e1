import Exercises

/// An equation of the chapter, in words that hold for every layout of the weights.
enum ChapterEquation {
  /// What a step rests on, as a sentence: "This rests on BP4: the gradient of …"; nil where there is
  /// nothing to be said but a name.
  ///
  /// The equations of a network are spelled out where there is one: elsewhere, as with a softmax whose
  /// Jacobian is asked for, they may have another form.
  static func sentence(_ name: String, in exercise: Exercise) -> String? {
    guard let equation = Equation(rawValue: name) else { return sentence(ofOther: name) }
    let subject = "This rests on \(article(equation))\(name)"
    guard let network = exercise.network else {
      return general(equation).map { "\(subject): \($0)" }
    }
    let isThroughSoftmax = equation == .bp1 && network.activations.last == .softmax
    return "\(subject): \(isThroughSoftmax ? throughSoftmax : words(equation))"
  }

  /// What an author named otherwise than the chapter.
  private static func sentence(ofOther name: String) -> String? {
    switch name {
    case "the chain rule":
      "This rests on the chain rule: multiply along a way from the loss to the value, and add over "
        + "all ways."
    case "BPTT":
      "This rests on BPTT: a state has a way to the loss through every later step; add up what comes "
        + "back on all of them."
    default: name.utf8.contains(UInt8(ascii: "=")) ? "This rests on \(name)." : nil
    }
  }

  /// In words that hold for whatever is computed, not for the layers of a network alone.
  private static func general(_ equation: Equation) -> String? {
    switch equation {
    case .lossDefinition, .gradientDescent: words(equation)
    case .forwardPass: nil
    case .bp1:
      "the error begins at the loss: how fast the loss changes with the output, and for the z behind "
        + "it also how fast the output changes with z."
    case .bp2:
      "the error goes back through the weights that the value went forward through, and then through "
        + "the slope of the activation function, entry by entry."
    case .bp3:
      "the gradient of a weight is the error signal at which the weight arrives times the value that "
        + "it multiplies; add up where a weight is used several times."
    case .bp4:
      "what is added passes its gradient on as it is; add up where it is used several times."
    }
  }

  private static let throughSoftmax =
    "δ of an output unit is the sum over all outputs of ∂L/∂a times the derivative of that output "
    + "with respect to the z of the unit."

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
