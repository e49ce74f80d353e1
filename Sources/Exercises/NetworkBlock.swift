import Backpropagation
import Formulas

/// The `network` block of an exercise file: a network, its data and perhaps one update step.
package struct NetworkBlock: Sendable {
  package let sizes: [Int]
  package let activations: [Activation]
  package let loss: Loss
  /// W of each layer as the file lays it out; nil where the student chooses.
  package internal(set) var weights: [Tensor]?
  /// b of each layer; nil where the student chooses.
  package internal(set) var biases: [Tensor]?
  package let layout: WeightLayout
  /// The inputs and targets of each sample.
  package internal(set) var inputs: [[Double]]
  package internal(set) var targets: [[Double]]
  /// Which of these numbers are drawn for each student.
  let draws: [Draw]
  /// Whether the data were given as lists of samples, so that values are matrices of columns.
  package let isBatch: Bool
  /// The step of training, where the block has one.
  package internal(set) var update: NetworkUpdate?
  /// λ of the penalty λ/2 · Σ‖W‖² in the loss; nil without one.
  package let penalty: Double?
  /// The layers all of whose units have one bias, a number.
  let sharedBiases: Set<Int>
  /// What no step moves, and no gradient is asked of.
  let frozen: Set<ParameterSet>

  package var learningRate: Double? { update?.learningRate }
  package var layerCount: Int { activations.count }
  package var sampleCount: Int { inputs.count }

  /// Which index of a weight comes first.
  package enum WeightLayout: String, CaseIterable, Sendable {
    case destinationSource = "destination-source"
    case sourceDestination = "source-destination"
  }

  /// Whether all units of a layer, counted from 1, have one bias.
  package func hasSharedBias(_ layer: Int) -> Bool { sharedBiases.contains(layer) }

  /// What a step moves, layer by layer.
  var trained: [ParameterSet] {
    ParameterSet.all(ofLayers: layerCount).filter { !frozen.contains($0) }
  }

  func shape(of parameters: ParameterSet) -> Shape {
    parameters.isBias ? biasShape(parameters.layer) : weightShape(parameters.layer)
  }

  /// The shape of b of a layer, counted from 1.
  package func biasShape(_ layer: Int) -> Shape {
    hasSharedBias(layer) ? .scalar : .vector(sizes[layer])
  }

  /// The shape of W of a layer, counted from 1.
  package func weightShape(_ layer: Int) -> Shape {
    let (outputs, inputs) = (sizes[layer], sizes[layer - 1])
    return layout == .destinationSource ? .matrix(outputs, inputs) : .matrix(inputs, outputs)
  }
}
