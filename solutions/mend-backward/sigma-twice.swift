// exercise: mend-backward
import Foundation
func carriedBack(_ W: [[Double]], _ delta: [Double], _ a: [Double]) -> [Double] {
  a.indices.map { i in
    delta.indices.map { j in W[j][i] * delta[j] }.reduce(0, +) * exp(-a[i])/pow(1+exp(-a[i]),2)
  }
}
func weightGradient(_ delta: [Double], _ a: [Double]) -> [[Double]] {
  delta.map { signal in a.map { input in -signal * input } }
}
