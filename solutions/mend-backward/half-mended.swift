import Foundation

func carriedBack(_ W: [[Double]], _ delta: [Double], _ a: [Double]) -> [Double] {
  a.indices.map { i in
    delta.indices.map { j in W[j][i] * delta[j] }.reduce(0, +) * a[i]
  }
}

func weightGradient(_ delta: [Double], _ a: [Double]) -> [[Double]] {
  a.map { input in delta.map { signal in signal * input } }
}
