/// One layer of a network: `a = f(W a_previous + b)`.
package struct Layer: Equatable, Sendable {
  /// W, one row for each neuron of this layer, one column for each neuron it reads.
  package let weights: Matrix
  package let biases: [Double]
  package let activation: Activation
}
