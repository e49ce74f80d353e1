/// Where a layer's numbers lie in the arrays that hold a whole network's.
///
/// All parameters are in one array, layer after layer, the weights row by row before the biases.
/// The values of a sample (x, then each layer's) are in one array too, so that the input is
/// simply the activation of layer 0.
struct LayerLayout: Equatable, Sendable {
  /// 1 for the first layer that has weights.
  let number: Int
  let inputs: Int
  let outputs: Int
  let activation: Activation
  let weights: Int
  let sources: Int

  var biases: Int { weights + inputs * outputs }
  var neurons: Int { sources + inputs }
  var end: Int { biases + outputs }
  var weightRange: Range<Int> { weights..<biases }
  var biasRange: Range<Int> { biases..<end }
}

extension LayerLayout {
  /// This layer's matrix out of an array that holds a number for every parameter.
  func weightMatrix(in parameters: [Double]) -> Matrix {
    Matrix(rows: outputs, columns: inputs, entries: Array(parameters[weightRange]))
  }

  /// This layer's vector out of an array that holds a number for every parameter.
  func biasVector(in parameters: [Double]) -> [Double] { Array(parameters[biasRange]) }
}
