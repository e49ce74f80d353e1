import Foundation

func batchGradients(
  _ weights: [[[Double]]], _ biases: [[Double]], _ X: [[Double]], _ Y: [[Double]]
) -> (dW: [[[Double]]], db: [[Double]]) {
  let last = weights.count
  let count = X[0].count
  var dW = weights.map { $0.map { $0.map { _ in 0.0 } } }
  var db = biases.map { $0.map { _ in 0.0 } }
  for example in 0..<count {
    // Forward, for one column.
    var a = [X.map { $0[example] }]
    for l in weights.indices {
      a.append(
        zip(weights[l], biases[l]).map { row, bias in
          let z = zip(row, a[l]).map { $0 * $1 }.reduce(bias, +)
          return l == last - 1 ? 1 / (1 + exp(-z)) : max(0, z)
        })
    }
    // Backward; an activation of ReLU is positive just where its z is.
    var delta = a[last].indices.map { a[last][$0] - Y[$0][example] }
    for l in weights.indices.reversed() {
      for j in delta.indices {
        for i in a[l].indices { dW[l][j][i] = delta[j] * a[l][i] / Double(count) }
        db[l][j] = delta[j] / Double(count)
      }
      if l == 0 { break }
      delta = a[l].indices.map { i in
        if a[l][i] == 0 { return 0 }
        return delta.indices.map { j in weights[l][j][i] * delta[j] }.reduce(0, +)
      }
    }
  }
  return (dW, db)
}
