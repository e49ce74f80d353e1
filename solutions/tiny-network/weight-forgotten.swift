import Foundation

func backward(
  _ w1: Double, _ b1: Double, _ w2: Double, _ b2: Double, _ x: Double, _ y: Double
) -> (dw1: Double, db1: Double, dw2: Double, db2: Double) {
  let z1 = w1 * x + b1
  let a1 = max(0, z1)
  let output = 1 / (1 + exp(-(w2 * a1 + b2)))
  let delta2 = output - y
  let delta1 = z1 > 0 ? delta2 : 0
  return (delta1 * x, delta1, delta2 * a1, delta2)
}

func epoch(
  _ w1: Double, _ b1: Double, _ w2: Double, _ b2: Double, _ x: [Double], _ y: [Double],
  _ learningRate: Double
) -> (newW1: Double, newB1: Double, newW2: Double, newB2: Double) {
  var new = (w1: w1, b1: b1, w2: w2, b2: b2)
  let share = learningRate / Double(x.count)
  for (x, y) in zip(x, y) {
    let gradients = backward(w1, b1, w2, b2, x, y)
    new.w1 -= share * gradients.dw1
    new.b1 -= share * gradients.db1
    new.w2 -= share * gradients.dw2
    new.b2 -= share * gradients.db2
  }
  return (new.w1, new.b1, new.w2, new.b2)
}
