// exercise: finish-descent
import Foundation
func descended(_ w: [Double], _ gradient: [Double], _ rate: Double) -> [Double] {
zip(w, gradient).map { w, g in w - rate * g * w }
}
func mean(_ gradients: [[Double]]) -> [Double] {
var sum = gradients[0]
for g in gradients.dropFirst() { for i in sum.indices { sum[i] += g[i] } }
return sum.map { $0 / Double(sum.count) }
}
