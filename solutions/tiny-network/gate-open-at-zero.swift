// exercise: tiny-network
import Foundation
func backward(_ w1: Double, _ b1: Double, _ w2: Double, _ b2: Double, _ x: Double, _ y: Double) -> (dw1: Double, db1: Double, dw2: Double, db2: Double) {
let z1 = w1*x + b1
let a1 = max(0, z1)
let p = 1/(1+exp(-(w2*a1+b2)))
let d2 = p - y
let d1 = d2*w2*(z1 >= 0 ? 1 : 0)
return (d1*x, d1, d2*a1, d2)
}
func epoch(_ w1: Double, _ b1: Double, _ w2: Double, _ b2: Double, _ x: [Double], _ y: [Double], _ learningRate: Double) -> (newW1: Double, newB1: Double, newW2: Double, newB2: Double) {
var s = (0.0,0.0,0.0,0.0)
for (x, y) in zip(x, y) {
let g = backward(w1, b1, w2, b2, x, y)
s.0 += g.dw1; s.1 += g.db1; s.2 += g.dw2; s.3 += g.db2
}
let k = learningRate / Double(x.count)
return (w1 - k*s.0, b1 - k*s.1, w2 - k*s.2, b2 - k*s.3)
}
