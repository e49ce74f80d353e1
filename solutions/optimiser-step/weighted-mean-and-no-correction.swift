import Foundation

struct Gradients {
  var weights: [[[Double]]]
  var biases: [[Double]]
}

/// The gradients of one example, by BP1 to BP4.
func gradients(
  _ weights: [[[Double]]], _ biases: [[Double]], _ x: [Double], _ y: [Double]
) -> Gradients {
  var a = [x]
  for (rows, b) in zip(weights, biases) {
    let before = a[a.count - 1]
    a.append(
      zip(rows, b).map { row, bias in
        let z = zip(row, before).map { $0 * $1 }.reduce(bias, +)
        return 1 / (1 + exp(-z))
      })
  }
  var found = Gradients(weights: weights, biases: biases)
  var delta = zip(a[weights.count], y).map { a, y in (a - y) * a * (1 - a) }
  for l in weights.indices.reversed() {
    for j in delta.indices {
      found.biases[l][j] = delta[j]
      for i in a[l].indices { found.weights[l][j][i] = delta[j] * a[l][i] }
    }
    if l == 0 { break }
    delta = a[l].indices.map { i in
      let carried = delta.indices.map { j in weights[l][j][i] * delta[j] }.reduce(0, +)
      return carried * a[l][i] * (1 - a[l][i])
    }
  }
  return found
}

func momentumStep(
  _ weights: [[[Double]]], _ biases: [[Double]], _ x: [Double], _ y: [Double],
  _ learningRate: Double, _ momentum: Double, _ weightVelocities: [[[Double]]],
  _ biasVelocities: [[Double]]
) -> (
  weights: [[[Double]]], biases: [[Double]], weightVelocities: [[[Double]]],
  biasVelocities: [[Double]]
) {
  let g = gradients(weights, biases, x, y)
  var (w, b, vw, vb) = (weights, biases, weightVelocities, biasVelocities)
  func move(_ parameter: inout Double, _ velocity: inout Double, _ slope: Double) {
    velocity = momentum * velocity + (1 - momentum) * slope
    parameter -= learningRate * velocity
  }
  for l in weights.indices {
    for j in weights[l].indices {
      for i in weights[l][j].indices { move(&w[l][j][i], &vw[l][j][i], g.weights[l][j][i]) }
      move(&b[l][j], &vb[l][j], g.biases[l][j])
    }
  }
  return (w, b, vw, vb)
}

func adamStep(
  _ weights: [[[Double]]], _ biases: [[Double]], _ x: [Double], _ y: [Double],
  _ learningRate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double, _ t: Int,
  _ weightFirstMoments: [[[Double]]], _ biasFirstMoments: [[Double]],
  _ weightSecondMoments: [[[Double]]], _ biasSecondMoments: [[Double]]
) -> (
  weights: [[[Double]]], biases: [[Double]], weightFirstMoments: [[[Double]]],
  biasFirstMoments: [[Double]], weightSecondMoments: [[[Double]]], biasSecondMoments: [[Double]]
) {
  let gradient = gradients(weights, biases, x, y)
  var (w, b, mw, mb) = (weights, biases, weightFirstMoments, biasFirstMoments)
  var (sw, sb) = (weightSecondMoments, biasSecondMoments)
  func move(_ parameter: inout Double, _ m: inout Double, _ s: inout Double, _ g: Double) {
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g * g
    parameter -= learningRate * m / (sqrt(s) + epsilon)
  }
  for l in weights.indices {
    for j in weights[l].indices {
      for i in weights[l][j].indices {
        move(&w[l][j][i], &mw[l][j][i], &sw[l][j][i], gradient.weights[l][j][i])
      }
      move(&b[l][j], &mb[l][j], &sb[l][j], gradient.biases[l][j])
    }
  }
  return (w, b, mw, mb, sw, sb)
}
