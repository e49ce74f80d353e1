// exercise: gradient-check
import Foundation
func slopes(of f: ([Double]) -> Double, at w0: [Double], _ h: Double) -> ([Double],[Double]) {
var w = w0
var s: [Double] = []
for i in w.indices {
let old = w[i]
w[i] = old + h
let up = f(w)
w[i] = old - h
let down = f(w)
w[i] = old
s.append((down - up)/(2*h))
}
return (s, w)
}
func slopesOfLogSumExp(_ w: [Double], _ h: Double) -> (slopes: [Double], parameters: [Double]) {
let r = slopes(of: { log($0.map { exp($0) }.reduce(0,+)) }, at: w, h)
return (r.0, r.1)
}
func slopesOfNeuron(_ w: [Double], _ x: [Double], _ y: Double, _ h: Double) -> (slopes: [Double], parameters: [Double]) {
let r = slopes(of: { let a = 1/(1+exp(-zip($0,x).map(*).reduce(0,+))); return (a-y)*(a-y) }, at: w, h)
return (r.0, r.1)
}
func norm(_ v: [Double]) -> Double { sqrt(v.map { $0*$0 }.reduce(0,+)) }
func relativeError(_ p: [Double], _ q: [Double]) -> Double {
let d = max(norm(p),norm(q))
if d == 0 { return 0 }
return norm(zip(p,q).map { $0 - $1 })/d
}
