import Foundation

func carriedBack(_ W: [[Double]], _ delta: [Double], _ a: [Double]) -> [Double] {
  a.indices.map { i in
    delta.indices.map { j in W[j][i] * delta[j] }.reduce(0, +)
  }
}

func weightGradient(_ delta: [Double], _ a: [Double]) -> [[Double]] {
  delta.map { signal in a.map { signal * $0 } }
}
