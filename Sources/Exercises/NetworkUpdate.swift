import Backpropagation
import Formulas

/// How the parameters of a network block move in one step of training.
package struct NetworkUpdate: Sendable {
  package var learningRate: Double
  package let optimiser: Optimiser
  /// What the optimiser remembers from the steps before, where that is not zero.
  let moments: [Quantity: Tensor]

  package init(
    learningRate: Double, optimiser: Optimiser = .descent, moments: [Quantity: Tensor] = [:]
  ) {
    self.learningRate = learningRate
    self.optimiser = optimiser
    self.moments = moments
  }

  /// The constants of the optimiser, by what formulas call them.
  var constants: [(constant: Quantity.Constant, value: Double)] {
    switch optimiser {
    case .descent: []
    case .momentum(let share): [(.momentum, share)]
    case .adam(let adam):
      [
        (.beta1, adam.beta1), (.beta2, adam.beta2), (.epsilon, adam.epsilon), (.step, adam.step),
      ]
    }
  }

  /// What the optimiser keeps from step to step, each before the step.
  var memory: [Quantity.Moment] {
    switch optimiser {
    case .descent: []
    case .momentum: [.oldVelocity]
    case .adam: [.oldFirst, .oldSecond]
    }
  }
}

/// The weights or the biases of one layer, as far as a network block treats them alike.
package struct ParameterSet: Hashable, Sendable {
  package let isBias: Bool
  /// Counted from 1.
  package let layer: Int

  package init(isBias: Bool, layer: Int) {
    self.isBias = isBias
    self.layer = layer
  }

  var role: Quantity.Role { isBias ? .bias : .weight }
  var gradient: Quantity.Role { isBias ? .biasGradient : .weightGradient }
  package var name: String { Quantity(role, layer: layer).name }

  func moment(_ moment: Quantity.Moment) -> Quantity.Role {
    isBias ? .biasMoment(moment) : .weightMoment(moment)
  }

  /// All of a network with so many layers.
  package static func all(ofLayers count: Int) -> [ParameterSet] {
    (1...count).flatMap {
      [ParameterSet(isBias: false, layer: $0), ParameterSet(isBias: true, layer: $0)]
    }
  }
}
