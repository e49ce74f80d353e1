/// A feedforward network of any depth: its architecture and its numbers.
///
/// `z(l) = W(l) a(l−1) + b(l)` and `a(l) = f(l)(z(l))`, from `a(0) = x`. Weights are
/// `[destination][source]`.
package struct Network: Equatable, Sendable {
  package let architecture: Architecture
  /// Every weight and bias, in the order of ``Architecture/parameters``.
  package let parameters: [Double]

  /// A network from its parameters in one array.
  ///
  /// - Throws: ``NetworkError`` when there are not exactly as many as the architecture has.
  package init(_ architecture: Architecture, parameters: [Double]) throws(NetworkError) {
    guard parameters.count == architecture.parameterCount else {
      throw .parameterCount(found: parameters.count, expected: architecture.parameterCount)
    }
    self.architecture = architecture
    self.parameters = parameters
  }

  /// A network as an exercise states it: for each layer a matrix and a vector.
  ///
  /// - Throws: ``NetworkError``, which names the layer, what was found and what was expected.
  package init(
    sizes: [Int], activations: [Activation], loss: Loss, penalty: Double = 0,
    weights: [[[Double]]], biases: [[Double]]
  ) throws(NetworkError) {
    let architecture = try Architecture(
      sizes: sizes, activations: activations, loss: loss, penalty: penalty)
    let layers = architecture.layers
    guard weights.count == layers.count else {
      throw .weightMatrixCount(found: weights.count, expected: layers.count)
    }
    guard biases.count == layers.count else {
      throw .biasVectorCount(found: biases.count, expected: layers.count)
    }
    var parameters: [Double] = []
    parameters.reserveCapacity(architecture.parameterCount)
    for ((layer, rows), biases) in zip(zip(layers, weights), biases) {
      parameters += try Self.weights(rows, of: layer).entries
      guard biases.count == layer.outputs else {
        throw .biasCount(layer: layer.number, found: biases.count, expected: layer.outputs)
      }
      parameters += biases
    }
    try self.init(architecture, parameters: parameters)
  }

  private init(checked architecture: Architecture, _ parameters: [Double]) {
    self.architecture = architecture
    self.parameters = parameters
  }

  /// The same architecture with other numbers, as many as before.
  func moved(to parameters: [Double]) -> Network { Network(checked: architecture, parameters) }

  package var sizes: [Int] { architecture.sizes }
  package var loss: Loss { architecture.loss }
  package var parameterCount: Int { architecture.parameterCount }
  package var multiplyAddCounts: MultiplyAddCounts { architecture.multiplyAddCounts }

  package var layers: [Layer] {
    architecture.layers.map { layer in
      Layer(
        weights: layer.weightMatrix(in: parameters), biases: layer.biasVector(in: parameters),
        activation: layer.activation)
    }
  }

  private static func weights(
    _ rows: [[Double]], of layer: LayerLayout
  ) throws(NetworkError) -> Matrix {
    let matrix: Matrix
    do {
      matrix = try Matrix(rows)
    } catch {
      throw .unevenWeights(layer: layer.number, error)
    }
    guard matrix.rows == layer.outputs, matrix.columns == layer.inputs else {
      throw .weightShape(
        layer: layer.number, found: matrix.shape, inputs: layer.inputs, outputs: layer.outputs)
    }
    return matrix
  }
}
