import Foundation
import TestSupport

@testable import FunctionMarking

/// A network as a student programs it in Swift, line after line, with a slip somewhere.
///
/// It is written as the answers to the three exercises are, and shares nothing with the grader.
struct StudentNetwork {
  let weights: [[[Double]]]
  let biases: [[Double]]
  let slip: String
  /// Whether the exercise is the one with ReLU and the binary cross-entropy.
  var isBatch = false

  struct Gradients {
    var dW: [[[Double]]]
    var db: [[Double]]
  }

  private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

  private func activate(_ z: [Double], _ l: Int) -> [Double] {
    let isOutput = l == weights.count - 1
    if slip == "output without activation", isOutput { return z }
    if slip == "tanh forward and back" { return z.map { tanh($0) } }
    if isBatch && !isOutput {
      return slip == "sigmoid for relu" ? z.map(sigmoid) : z.map { max(0, $0) }
    }
    if slip == "sign in the exponent" { return z.map { 1 / (1 + exp($0)) } }
    return z.map(sigmoid)
  }

  private func slope(_ z: [Double], _ a: [Double], _ l: Int) -> [Double] {
    let isOutput = l == weights.count - 1
    switch slip {
    case "z(1-z) for the slope": return z.map { $0 * (1 - $0) }
    case "slope of tanh", "tanh forward and back": return a.map { 1 - $0 * $0 }
    case "sigma prime of a": return a.map { sigmoid($0) * (1 - sigmoid($0)) }
    case "1-a for the slope": return a.map { 1 - $0 }
    case "a for the slope, hidden": if !isOutput { return a }
    case "a(1+a)": return a.map { $0 * (1 + $0) }
    case "a(a-1), output" where isOutput: return a.map { $0 * ($0 - 1) }
    case "no slopes, and a sign": return a.map { _ in 1 }
    case "no slope in hidden layers, and y-a": if !isOutput { return a.map { _ in 1 } }
    case "slope twice, hidden": if !isOutput { return a.map { $0 * $0 * (1 - $0) * (1 - $0) } }
    case "sigmoid slope for relu": return a.map { $0 * (1 - $0) }
    case "relu without its gate": if !isOutput { return a.map { _ in 1 } }
    case "a itself for relu": if !isOutput { return a }
    default: break
    }
    if isBatch && !isOutput { return z.map { $0 > 0 ? 1 : 0 } }
    return a.map { $0 * (1 - $0) }
  }

  /// The gradients of one example.
  func gradients(_ x: [Double], _ y: [Double], eta: Double = 0) -> Gradients? {
    var a = [x]
    var zs: [[Double]] = []
    for l in weights.indices {
      var z = [Double](repeating: 0, count: weights[l].count)
      for j in weights[l].indices {
        for k in a[l].indices { z[j] += weights[l][j][k] * a[l][k] }
        if slip == "no biases, and doubled" || slip == "no biases" { continue }
        z[j] += biases[l][j]
      }
      zs.append(z)
      a.append(activate(z, l))
    }
    let L = weights.count
    let out = a[L]
    var error = [Double](repeating: 0, count: y.count)
    for k in y.indices { error[k] = out[k] - y[k] }
    switch slip {
    case "no slopes, and a sign", "no slope in hidden layers, and y-a", "y-a":
      error = error.map { -$0 }
    case "no biases, and doubled", "2(a-y)": error = error.map { 2 * $0 }
    case "a alone for a-y": error = out
    case "mean over the outputs": error = error.map { $0 / Double(y.count) }
    case "a-y squared": error = error.map { $0 * $0 }
    case "minus y over a": error = zip(y, out).map { -$0 / $1 }
    default: break
    }
    let outSlope = slope(zs[L - 1], out, L - 1)
    var delta: [Double] = error
    if !isBatch || slip == "slope at the output too" || slip == "minus y over a" {
      delta = zip(error, outSlope).map { $0 * $1 }
    }
    var dW = weights
    var db = biases
    var raw = error
    for l in stride(from: L - 1, through: 0, by: -1) {
      var toW = delta
      if slip == "dW without the slope" { toW = raw }
      if slip == "raw error to dW" && l == L - 1 { toW = error }
      for j in dW[l].indices {
        for k in dW[l][j].indices {
          var input = a[l][k]
          if slip == "z for a in dW", l > 0 { input = zs[l - 1][k] }
          if slip == "dW is delta" { input = 1 }
          dW[l][j][k] = toW[j] * input
          if slip == "gradient times weight" { dW[l][j][k] *= weights[l][j][k] }
        }
        db[l][j] = delta[j]
        if slip == "db without the slope" { db[l][j] = raw[j] }
      }
      if slip == "db sums the rows of dW" {
        for j in db[l].indices { db[l][j] = dW[l][j].reduce(0, +) }
      }
      if slip == "db sums delta over the layer" {
        for j in db[l].indices { db[l][j] = delta.reduce(0, +) }
      }
      if slip == "only the output layer" || slip == "loop ends too early" && l == 1 {
        for earlier in 0..<l {
          dW[earlier] = dW[earlier].map { $0.map { _ in 0 } }
          db[earlier] = db[earlier].map { _ in 0 }
        }
        break
      }
      if l == 0 { break }
      var carried = delta
      if slip == "raw error carried back", l == L - 1 { carried = error }
      if slip == "without the slope carried back" { carried = raw }
      var back = [Double](repeating: 0, count: a[l].count)
      for k in back.indices {
        for j in carried.indices {
          var w = weights[l][j][k]
          if slip == "updated too soon, and no rate" { w -= eta * dW[l][j][k] }
          if slip == "weights forgotten on the way back" { w = 1 }
          back[k] += w * carried[j]
          if slip == "first path alone" { break }
        }
        if slip == "= for += on the way back" {
          back[k] = weights[l][carried.count - 1][k] * (carried.last ?? 0)
        }
      }
      raw = back
      delta = zip(back, slope(zs[l - 1], a[l], l - 1)).map { $0 * $1 }
    }
    if slip == "layers in the order of going back" {
      dW.reverse()
      db.reverse()
    }
    if slip == "dW negative" { dW = dW.map { $0.map { $0.map { -$0 } } } }
    if slip == "two thirds of everything" {
      dW = dW.map { $0.map { $0.map { 2 * $0 / 3 } } }
      db = db.map { $0.map { 2 * $0 / 3 } }
    }
    return Gradients(dW: dW, db: db)
  }

  /// One step of training.
  func step(_ x: [Double], _ y: [Double], _ eta: Double) -> Gradients? {
    guard let g = gradients(x, y, eta: eta) else { return nil }
    var (newW, newB) = (weights, biases)
    for l in weights.indices {
      for j in weights[l].indices {
        for k in weights[l][j].indices {
          let (w, d) = (weights[l][j][k], g.dW[l][j][k])
          switch slip {
          case "change alone": newW[l][j][k] = -eta * d
          case "gradient alone": newW[l][j][k] = d
          case "W(1 - eta dW)": newW[l][j][k] = w * (1 - eta * d)
          case "W - eta W": newW[l][j][k] = w - eta * w
          case "eta twice": newW[l][j][k] = w - eta * eta * d
          case "updated too soon, and no rate": newW[l][j][k] = w - d
          case "uphill in the weights": newW[l][j][k] = w + eta * d
          default: newW[l][j][k] = w - eta * d
          }
        }
        let (b, d) = (biases[l][j], g.db[l][j])
        switch slip {
        case "change alone": newB[l][j] = -eta * d
        case "gradient alone": newB[l][j] = d
        case "W(1 - eta dW)": newB[l][j] = b * (1 - eta * d)
        case "W - eta W": newB[l][j] = b - eta * b
        case "eta twice": newB[l][j] = b - eta * eta * d
        case "updated too soon, and no rate": newB[l][j] = b - d
        case "rate forgotten for the biases": newB[l][j] = b - d
        default: newB[l][j] = b - eta * d
        }
      }
    }
    return Gradients(dW: newW, db: newB)
  }

  /// The gradients of a batch whose examples are columns.
  func batch(_ X: [[Double]], _ Y: [[Double]]) -> Gradients? {
    let m = X[0].count
    var (dW, db) = (
      weights.map { $0.map { $0.map { _ in 0.0 } } }, biases.map { $0.map { _ in 0.0 } }
    )
    for s in 0..<m {
      guard let g = gradients(X.map { $0[s] }, Y.map { $0[s] }) else { return nil }
      for l in dW.indices {
        for j in dW[l].indices {
          for k in dW[l][j].indices {
            if slip == "last example alone" { dW[l][j][k] = 0 }
            dW[l][j][k] += g.dW[l][j][k]
          }
          if slip == "last example alone" || slip == "last example alone in db" { db[l][j] = 0 }
          db[l][j] += g.db[l][j]
        }
      }
    }
    let count = Double(m)
    var (shareW, shareB) = (count, count)
    switch slip {
    case "sum": (shareW, shareB) = (1, 1)
    case "db summed": shareB = 1
    case "dW summed": shareW = 1
    case "divided twice": (shareW, shareB) = (count * count, count * count)
    case "divided by the features": (shareW, shareB) = (Double(X.count), Double(X.count))
    case "divided by outputs too":
      (shareW, shareB) = (count * Double(Y.count), count * Double(Y.count))
    case "last example alone in db": shareB = 1
    case "summed, and y-a": (shareW, shareB) = (-1, -1)
    default: break
    }
    return Gradients(
      dW: dW.map { $0.map { $0.map { $0 / shareW } } }, db: db.map { $0.map { $0 / shareB } })
  }
}

extension StudentNetwork {
  /// The slips in `gradients` of backward-pass.
  static let ofBackwardPass = [
    "z(1-z) for the slope", "slope of tanh", "1-a for the slope", "a for the slope, hidden",
    "a(1+a)", "a(a-1), output", "no slopes, and a sign", "no slope in hidden layers, and y-a",
    "slope twice, hidden", "output without activation", "tanh forward and back",
    "sign in the exponent", "no biases, and doubled", "2(a-y)", "a alone for a-y",
    "mean over the outputs", "a-y squared", "raw error to dW", "dW without the slope",
    "z for a in dW", "dW is delta", "gradient times weight", "db without the slope",
    "db sums the rows of dW", "db sums delta over the layer", "only the output layer",
    "raw error carried back", "without the slope carried back", "first path alone",
    "weights forgotten on the way back", "= for += on the way back",
    "layers in the order of going back", "dW negative", "two thirds of everything",
    "loop ends too early",
  ]

  /// The slips in `trainStep`.
  static let ofTrainStep = [
    "change alone", "gradient alone", "W(1 - eta dW)", "W - eta W", "eta twice",
    "updated too soon, and no rate", "uphill in the weights", "rate forgotten for the biases",
    "raw error carried back", "z(1-z) for the slope", "db sums the rows of dW", "2(a-y)",
  ]

  /// The slips in `batchGradients`.
  static let ofBatchGradients = [
    "last example alone", "last example alone in db", "sum", "db summed", "dW summed",
    "divided twice", "divided by the features", "divided by outputs too", "summed, and y-a",
    "slope at the output too", "minus y over a", "sigmoid slope for relu", "relu without its gate",
    "a itself for relu", "sigmoid for relu", "dW is delta", "z for a in dW",
  ]

  /// What a program with a slip returns where an exercise asks for its function.
  static func play(_ exercise: String, _ slip: String) -> PlayedFunction {
    { arguments in
      guard case .array(let layers) = arguments[0], case .array(let rows) = arguments[1] else {
        return .crashed(nil)
      }
      let network = StudentNetwork(
        weights: layers.map { $0.rows }, biases: rows.map { $0.numbers }, slip: slip,
        isBatch: exercise == "batch-gradients")
      let found: Gradients? =
        switch exercise {
        case "train-step":
          network.step(arguments[2].numbers, arguments[3].numbers, arguments[4].numbers[0])
        case "batch-gradients": network.batch(arguments[2].rows, arguments[3].rows)
        default: network.gradients(arguments[2].numbers, arguments[3].numbers)
        }
      guard let found else { return .crashed(nil) }
      return .returned(
        .tuple([
          .array(found.dW.map { .array($0.map(FunctionValue.vector)) }),
          .array(found.db.map(FunctionValue.vector)),
        ]))
    }
  }
}

extension FunctionValue {
  /// The rows of a list of lists.
  var rows: [[Double]] {
    guard case .array(let items) = self else { return [] }
    return items.map { $0.numbers }
  }
}
