import Numerics

/// How a training goes.
package enum Course: Hashable, Sendable {
  case ready
  case going
  /// Every point that is trained on is on its side.
  case allRight
  /// The loss, or a weight, is no number any more; what the loss was an epoch before.
  case notANumber(epoch: Int, before: Double)
  /// The loss is much larger than at the beginning.
  case diverging(from: Double, to: Double)
  /// No unit of a layer lets anything through, for no point at all.
  case dead(layer: Int, units: Int)
  /// The gradient is as good as 0, and points are wrong.
  case stuck(gradient: Double)

  /// Whether further steps change nothing.
  package var isOver: Bool {
    switch self {
    case .notANumber, .dead: true
    case .ready, .going, .allRight, .diverging, .stuck: false
    }
  }

  /// Whether it is worth stopping at where it begins.
  package var isTrouble: Bool {
    switch self {
    case .notANumber, .diverging, .dead, .stuck: true
    case .ready, .going, .allRight: false
    }
  }

  /// Whether two are the same but for their numbers.
  package func isLike(_ other: Course) -> Bool {
    switch (self, other) {
    case (.ready, .ready), (.going, .going), (.allRight, .allRight), (.notANumber, .notANumber),
      (.diverging, .diverging), (.dead, .dead), (.stuck, .stuck):
      true
    default: false
    }
  }

  /// What is to be said of it; nothing where all is well.
  package func words(of settings: TrainingSettings) -> String? {
    let rate = NumberText.brief(settings.learningRate)
    switch self {
    case .ready, .going, .allRight: return nil
    case .notANumber(let epoch, let before):
      return "In epoch \(NumberText.grouped(Double(epoch))) the loss is no longer a number (NaN): "
        + "the weights have grown past what a number can hold. Before it was "
        + "\(NumberText.brief(before)). A step of η = \(rate) times the gradient is far too long: "
        + "choose a smaller η and begin again."
    case .diverging(let from, let to):
      return "It diverges: the loss has grown from \(NumberText.brief(from)) at the beginning to "
        + "\(NumberText.brief(to)). Every step of η = \(rate) times the gradient jumps over the "
        + "valley and lands higher up: choose a smaller η and begin again."
    case .dead(let layer, let units):
      let all =
        units == 1 ? "the only unit of" : units == 2 ? "both units of" : "all \(units) units of"
      return
        "Dead: \(all) layer \(layer) \(units == 1 ? "is" : "are") 0 for every point, and so is "
        + "ReLU′ there. Nothing "
        + "gets through, no gradient comes back, and no step can wake them: take a smaller η, "
        + "another seed or another activation."
    case .stuck(let gradient):
      return
        "It is stuck: the gradient is only \(NumberText.brief(gradient)) long, so a step moves "
        + "nothing, and points are wrong all the same. "
        + (settings.activation == .relu
          ? "The units that are not dead can do no better: take another seed or more units."
          : "The units are saturated, where f′ is nearly 0: take smaller weights to begin with or "
            + "a smaller η.")
    }
  }
}
