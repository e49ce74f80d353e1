import Foundation

/// The activations of all layers, beginning with the input.
func activations(_ weights: [[[Double]]], _ biases: [Double], _ x: [Double]) -> [[Double]] {
  var all = [x]
  for (rows, b) in zip(weights, biases) {
    let a = all[all.count - 1]
    all.append(
      rows.map { row in
        let z = zip(row, a).map { $0 * $1 }.reduce(b, +)
        return 1 / (1 + exp(-z))
      })
  }
  return all
}

func fineTune(
  _ weights: [[[Double]]], _ biases: [Double], _ x: [Double], _ y: [Double],
  _ learningRate: Double
) -> (weights: [[[Double]]], biases: [Double]) {
  let a = activations(weights, biases, x)
  var newWeights = weights
  var newBiases = biases
  var delta = zip(a[weights.count], y).map { a, y in (a - y) * a * (1 - a) }
  for l in weights.indices.reversed() where l > 0 {
    for j in delta.indices {
      for i in a[l].indices { newWeights[l][j][i] += learningRate * delta[j] * a[l][i] }
    }
    newBiases[l] += learningRate * delta.reduce(0, +)
    delta = a[l].indices.map { i in
      let carried = delta.indices.map { j in weights[l][j][i] * delta[j] }.reduce(0, +)
      return carried * a[l][i] * (1 - a[l][i])
    }
  }
  return (newWeights, newBiases)
}
