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
  package internal(set) var learningRate: Double?

  package var layerCount: Int { activations.count }
  package var sampleCount: Int { inputs.count }

  /// Which index of a weight comes first.
  package enum WeightLayout: String, CaseIterable, Sendable {
    case destinationSource = "destination-source"
    case sourceDestination = "source-destination"
  }

  /// The shape of W of a layer, counted from 1.
  package func weightShape(_ layer: Int) -> Shape {
    let (outputs, inputs) = (sizes[layer], sizes[layer - 1])
    return layout == .destinationSource ? .matrix(outputs, inputs) : .matrix(inputs, outputs)
  }
}
