import Foundation

/// The activations of all layers, beginning with the input.
func activations(_ weights: [[[Double]]], _ biases: [[Double]], _ x: [Double]) -> [[Double]] {
  var all = [x]
  for (rows, b) in zip(weights, biases) {
    let a = all[all.count - 1]
    all.append(
      zip(rows, b).map { row, bias in
        let z = zip(row, a).map { $0 * $1 }.reduce(bias, +)
        return 1 / (1 + exp(-z))
      })
  }
  return all
}

func loss(_ weights: [[[Double]]], _ biases: [[Double]], _ x: [Double], _ y: [Double]) -> Double {
  let output = activations(weights, biases, x)[weights.count]
  return zip(output, y).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) / 2
}

func gradients(
  _ weights: [[[Double]]], _ biases: [[Double]], _ x: [Double], _ y: [Double]
) -> (dW: [[[Double]]], db: [[Double]]) {
  let a = activations(weights, biases, x)
  var dW: [[[Double]]] = []
  var db: [[Double]] = []
  let error = zip(a[weights.count], y).map { $0 - $1 }
  var delta = zip(a[weights.count], error).map { a, e in e * a * (1 - a) }
  for l in weights.indices.reversed() {
    dW.insert(delta.map { d in a[l].map { d * $0 } }, at: 0)
    db.insert(delta, at: 0)
    if l == 0 { break }
    delta = a[l].indices.map { i in
      let back = l == weights.count - 1 ? error : delta
      let carried = back.indices.map { j in weights[l][j][i] * back[j] }.reduce(0, +)
      return carried * a[l][i] * (1 - a[l][i])
    }
  }
  return (dW, db)
}
