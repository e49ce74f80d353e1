import Foundation

/// The central differences of f at w, and the array they were taken with.
func centralDifferences(
  _ w: [Double], _ h: Double, of f: ([Double]) -> Double
) -> (slopes: [Double], parameters: [Double]) {
  var w = w
  var slopes: [Double] = []
  for i in w.indices {
    let old = w[i]
    w[i] = old + h
    let above = f(w)
    w[i] = old - h
    let below = f(w)
    w[i] = old
    slopes.append((above - below) / 2 * h)
  }
  return (slopes, w)
}

func slopesOfLogSumExp(_ w: [Double], _ h: Double) -> (slopes: [Double], parameters: [Double]) {
  centralDifferences(w, h) { w in log(w.map { exp($0) }.reduce(0, +)) }
}

func slopesOfNeuron(
  _ w: [Double], _ x: [Double], _ y: Double, _ h: Double
) -> (slopes: [Double], parameters: [Double]) {
  centralDifferences(w, h) { w in
    let z = zip(w, x).map { $0 * $1 }.reduce(0, +)
    let error = 1 / (1 + exp(-z)) - y
    return error * error / 2
  }
}

func norm(_ p: [Double]) -> Double { p.map { $0 * $0 }.reduce(0, +).squareRoot() }

func relativeError(_ p: [Double], _ q: [Double]) -> Double {
  let size = norm(p) + norm(q)
  return size == 0 ? 0 : norm(zip(p, q).map { $0 - $1 }) / size
}
