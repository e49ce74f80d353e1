import Backpropagation
import Foundation

@testable import FunctionMarking

/// A backward pass written out by hand, layer by layer, as a student writes it in Swift.
///
/// It shares nothing with the reference engine. A slip makes it wrong in one way; where lists do not
/// fit because of it, there is nothing, as a student's program breaks off.
struct PlainBackward {
  typealias Matrix = [[Double]]

  let weights: [Matrix]
  let biases: Matrix
  let setting: NetworkSetting
  var slip: BackwardSlip?

  private func activation(_ layer: Int) -> Activation {
    layer == weights.count - 1 ? setting.output : setting.hidden
  }

  private func apply(_ f: Activation, _ z: [Double]) -> [Double] {
    switch f {
    case .sigmoid: return z.map { 1 / (1 + exp(-$0)) }
    case .tanh: return z.map { tanh($0) }
    case .relu: return z.map { max(0, $0) }
    case .leakyRelu: return z.map { $0 > 0 ? $0 : $0 / 100 }
    case .elu: return z.map { $0 > 0 ? $0 : exp($0) - 1 }
    case .swish: return z.map { $0 / (1 + exp(-$0)) }
    case .gelu: return z.map { $0 * (1 + erf($0 / 2.0.squareRoot())) / 2 }
    case .softplus: return z.map { log(1 + exp($0)) }
    case .identity: return z
    case .softmax:
      let powers = z.map { exp($0) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
  }

  private func slope(_ f: Activation, _ z: Double) -> Double {
    switch f {
    case .sigmoid: exp(-z) / ((1 + exp(-z)) * (1 + exp(-z)))
    case .tanh: 1 - tanh(z) * tanh(z)
    case .relu: z > 0 ? 1 : 0
    case .leakyRelu: z > 0 ? 1 : 0.01
    case .elu: z > 0 ? 1 : exp(z)
    case .swish: (1 + exp(-z) + z * exp(-z)) / ((1 + exp(-z)) * (1 + exp(-z)))
    case .gelu:
      (1 + erf(z / 2.0.squareRoot())) / 2 + z * exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    case .softplus: 1 / (1 + exp(-z))
    case .identity, .softmax: 1
    }
  }

  /// Pre-activations and activations, the input being the first of these.
  private func forward(_ x: [Double]) -> (z: Matrix, a: Matrix) {
    var (z, a) = ([[Double]](), [x])
    for (layer, W) in weights.enumerated() {
      let sums = zip(W, biases[layer]).map { row, bias in
        zip(row, a[layer]).reduce(bias) { $0 + $1.0 * $1.1 }
      }
      z.append(sums)
      a.append(apply(activation(layer), sums))
    }
    return (z, a)
  }

  func loss(_ x: [Double], _ y: [Double]) -> Double {
    let outputs = forward(x).a[weights.count]
    let squares = zip(outputs, y).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
    switch setting.loss {
    case .halfSquaredError: return squares / 2
    case .meanSquaredError: return squares / Double(y.count)
    case .binaryCrossEntropy:
      return -zip(outputs, y).map { $1 * log($0) + (1 - $1) * log(1 - $0) }.reduce(0, +)
    case .crossEntropy: return -zip(outputs, y).map { $1 * log($0) }.reduce(0, +)
    case .hinge: return zip(outputs, y).map { max(0, 1 - $0 * $1) }.reduce(0, +)
    }
  }

  /// δ of every layer and the activations below it; nil where the slip does not let lists fit.
  private func errors(_ x: [Double], _ y: [Double]) -> (delta: Matrix, a: Matrix)? {
    let (z, a) = forward(x)
    let last = weights.count - 1
    let cancels = setting.loss == .binaryCrossEntropy || setting.loss == .crossEntropy
    var delta = [[Double]](repeating: [], count: weights.count)
    delta[last] = y.indices.map { j in
      let a = a[last + 1][j]
      let ofLoss = setting.loss == .hinge ? (a * y[j] < 1 ? -y[j] : 0) : a - y[j]
      let difference = slip == .targetMinusOutput ? -ofLoss : ofLoss
      if cancels { return difference }
      let factor = setting.loss == .meanSquaredError ? 2 / Double(y.count) : 1
      let place = slip == .slopeAtActivation ? a : z[last][j]
      let isLeftOut = slip == .noOutputSlope || slip == .noSlopes
      return factor * difference * (isLeftOut ? 1 : slope(setting.output, place))
    }
    for layer in stride(from: last - 1, through: 0, by: -1) {
      let W = weights[layer + 1]
      let isSquare = W.count == W[0].count
      if slip == .weightsNotTransposed, !isSquare { return nil }
      let place = slip == .sourceSlope ? z[layer + 1] : z[layer]
      if place.count != z[layer].count { return nil }
      delta[layer] = z[layer].indices.map { k in
        let carried = delta[layer + 1].indices.reduce(0) { sum, j in
          sum + (slip == .weightsNotTransposed ? W[k][j] : W[j][k]) * delta[layer + 1][j]
        }
        if slip == .noHiddenSlopes || slip == .noSlopes { return carried }
        return carried
          * slope(setting.hidden, slip == .slopeAtActivation ? a[layer + 1][k] : place[k])
      }
    }
    return (delta, a)
  }

  /// The gradients averaged over the samples.
  func gradients(_ samples: [(x: [Double], y: [Double])]) -> FunctionValue? {
    var dW = weights.map { $0.map { $0.map { _ in 0.0 } } }
    var db = biases.map { $0.map { _ in 0.0 } }
    let share = 1 / Double(samples.count)
    let (weightShare, biasShare) =
      slip == .summed ? (1, 1) : (share, slip == .biasesSummed ? 1 : share)
    for (x, y) in samples {
      guard let (delta, a) = errors(x, y) else { return nil }
      for layer in delta.indices {
        for j in delta[layer].indices {
          db[layer][j] += delta[layer][j] * biasShare
          for k in a[layer].indices {
            dW[layer][j][k] += delta[layer][j] * a[layer][k] * weightShare
          }
        }
      }
    }
    return .tuple([
      .array(dW.map { .array($0.map(FunctionValue.vector)) }),
      .array(db.map(FunctionValue.vector)),
    ])
  }
}

extension PlainBackward {
  /// - Parameter arguments: Weights and biases, in this order, and whatever follows.
  init(_ arguments: [FunctionValue], _ setting: NetworkSetting, _ slip: BackwardSlip? = nil) {
    weights = arguments[0].items.map(\.matrix)
    biases =
      setting.hasSharedBiases
      ? zip(arguments[1].numbers, weights).map { .init(repeating: $0, count: $1.count) }
      : arguments[1].matrix
    self.setting = setting
    self.slip = slip
  }
}

extension FunctionValue {
  var items: [FunctionValue] {
    switch self {
    case .array(let items), .tuple(let items): items
    case .int, .bool, .double: []
    }
  }

  var matrix: [[Double]] { items.map(\.numbers) }

  /// The columns of a matrix.
  var columns: [[Double]] {
    let rows = matrix
    return (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column] } }
  }
}
