import Foundation

func carriedBack(_ W: [[Double]], _ delta: [Double], _ a: [Double]) -> [Double] {
  a.indices.map { i in
    let carried = delta.indices.map { j in W[j][i] * delta[j] }.reduce(0, +)
    return carried * a[i] * (1 - a[i])
  }
}

func weightGradient(_ delta: [Double], _ a: [Double]) -> [[Double]] {
  delta.map { signal in a.map { input in signal * input } }
}
