import Backpropagation
import Numerics

/// How the weights are drawn before any training; the biases are 0.
///
/// All are normal; they differ in the variance, by how many numbers a unit reads and how many units
/// read it.
package enum Initialisation: String, CaseIterable, Sendable {
  /// 2 / (inputs + outputs): a signal keeps its size both ways, where f′ is about 1.
  case xavier
  /// 2 / inputs: the same for ReLU, which lets half of it through.
  case he
  /// 1, whatever the sizes.
  case plain
  /// 0.01, whatever the sizes: a deviation of 0.1.
  case small

  /// The standard deviation of the weights between two layers.
  package func deviation(inputs: Int, outputs: Int) -> Double {
    switch self {
    case .xavier: (2 / Double(inputs + outputs)).squareRoot()
    case .he: (2 / Double(inputs)).squareRoot()
    case .plain: 1
    case .small: 0.1
    }
  }

  /// All parameters of a network of these sizes, in the network's order.
  package func parameters(of sizes: [Int], using random: inout SplitMix64) -> [Double] {
    var parameters: [Double] = []
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      let deviation = deviation(inputs: inputs, outputs: outputs)
      for _ in 0..<inputs * outputs { parameters.append(deviation * random.normal()) }
      for _ in 0..<outputs { parameters.append(0) }
    }
    return parameters
  }
}
