import Foundation
import TestSupport

@testable import FunctionMarking

/// A function as a student writes it in Swift, with a slip in it.
struct WrongProgram: Sendable {
  let exercise: String
  let step: String
  let slip: String
  let play: PlayedFunction

  var testDescription: String { "\(exercise), \(step): \(slip)" }

  private init(_ exercise: String, _ step: String, _ slip: String, _ play: @escaping PlayedFunction)
  {
    (self.exercise, self.step, self.slip, self.play) = (exercise, step, slip, play)
  }

  static let all = networks + sigmoids + jacobians + deltas + checks + tiny

  private static let networks =
    StudentNetwork.ofBackwardPass.map {
      WrongProgram("backward-pass", "gradients", $0, StudentNetwork.play("backward-pass", $0))
    }
    + StudentNetwork.ofTrainStep.map {
      WrongProgram("train-step", "trainStep", $0, StudentNetwork.play("train-step", $0))
    }
    + StudentNetwork.ofBatchGradients.map {
      WrongProgram(
        "batch-gradients", "batchGradients", $0, StudentNetwork.play("batch-gradients", $0))
    }

  // MARK: sigmoid

  private static func s(_ z: Double) -> Double { z < 0 ? exp(z) / (1 + exp(z)) : 1 / (1 + exp(-z)) }

  private static func number(
    _ step: String, _ slip: String, _ f: @escaping @Sendable (Double) -> Double
  ) -> WrongProgram {
    WrongProgram("sigmoid", step, slip) { .returned(.double(f($0[0].numbers[0]))) }
  }

  private static let sigmoids = [
    number("value", "1 - sigma") { 1 - s($0) },
    number("value", "the slope") { s($0) * (1 - s($0)) },
    number("value", "sigma of 2z") { s(2 * $0) },
    number("value", "sigma twice") { s(s($0)) },
    number("value", "a step") { $0 > 0 ? 1 : 0 },
    number("slope", "1 - a") { 1 - s($0) },
    number("slope", "1 - a^2") { 1 - s($0) * s($0) },
    number("slope", "slope of tanh at z") { 1 - tanh($0) * tanh($0) },
    number("slope", "a(a - 1)") { s($0) * (s($0) - 1) },
    number("slope", "a^2") { s($0) * s($0) },
    number("slope", "twice the slope") { 2 * s($0) * (1 - s($0)) },
    number("slope", "squared slope") { pow(s($0) * (1 - s($0)), 2) },
  ]

  // MARK: 16.4-jacobian

  private static func softmax(_ z: [Double]) -> [Double] {
    let largest = z.max() ?? 0
    let e = z.map { exp($0 - largest) }
    let sum = e.reduce(0, +)
    return e.map { $0 / sum }
  }

  private static func jacobian(
    _ slip: String, _ entry: @escaping @Sendable ([Double], Int, Int) -> Double
  ) -> WrongProgram {
    WrongProgram("16.4-jacobian", "softmaxJacobian", slip) { arguments in
      let z = arguments[0].numbers
      return .returned(
        .array(z.indices.map { i in .vector(z.indices.map { j in entry(z, i, j) }) }))
    }
  }

  private static let jacobians = [
    jacobian("aᵢ aⱼ everywhere") { softmax($0)[$1] * softmax($0)[$2] },
    jacobian("minus aᵢ aⱼ everywhere") { -softmax($0)[$1] * softmax($0)[$2] },
    jacobian("a on the diagonal alone") { $1 == $2 ? softmax($0)[$1] : 0 },
    jacobian("of the sigmoid") { $1 == $2 ? s($0[$1]) * (1 - s($0[$1])) : 0 },
    jacobian("σ in place of softmax") {
      let a = $0.map(s)
      return ($1 == $2 ? a[$1] : 0) - a[$1] * a[$2]
    },
    jacobian("doubled") {
      let a = softmax($0)
      return 2 * (($1 == $2 ? a[$1] : 0) - a[$1] * a[$2])
    },
    jacobian("1 on the diagonal") { ($1 == $2 ? 1 : 0) - softmax($0)[$1] * softmax($0)[$2] },
    jacobian("z for a beside the diagonal") {
      ($1 == $2 ? softmax($0)[$1] : 0) - softmax($0)[$1] * $0[$2]
    },
  ]

  // MARK: 16.4-delta

  private static func delta(
    _ step: String, _ slip: String,
    _ f: @escaping @Sendable ([Double], [Double]) -> [Double]
  ) -> WrongProgram {
    WrongProgram("16.4-delta", step, slip) {
      .returned(.vector(f($0[0].numbers, $0[1].numbers)))
    }
  }

  private static func dot(_ u: [Double], _ v: [Double]) -> Double {
    zip(u, v).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static let deltas = [
    delta("deltaThroughSoftmax", "J + instead of −") { z, g in
      let a = softmax(z)
      return zip(a, g).map { $0 * ($1 + dot(a, g)) }
    },
    delta("deltaThroughSoftmax", "the sum of g without a") { z, g in
      zip(softmax(z), g).map { $0 * ($1 - g.reduce(0, +)) }
    },
    delta("deltaThroughSoftmax", "without the a in front") { z, g in
      g.map { $0 - dot(softmax(z), g) }
    },
    delta("deltaThroughSoftmax", "turned sign") { z, g in
      let a = softmax(z)
      return zip(a, g).map { $0 * (dot(a, g) - $1) }
    },
    delta("deltaThroughSoftmax", "g copied through") { _, g in g },
    delta("deltaThroughSoftmax", "σ for softmax") { z, g in
      let a = z.map(s)
      return zip(a, g).map { $0 * ($1 - dot(a, g)) }
    },
    delta("outputDelta", "slope a(1−a) of y") { z, y in
      zip(softmax(z), y).map { ($0 - $1) * $1 }
    },
    delta("outputDelta", "σ for softmax") { z, y in zip(z, y).map { s($0) - $1 } },
    delta("outputDelta", "z − y") { z, y in zip(z, y).map { $0 - $1 } },
    delta("outputDelta", "a + y") { z, y in zip(softmax(z), y).map { $0 + $1 } },
    delta("outputDelta", "minus y/a") { z, y in zip(softmax(z), y).map { -$1 / $0 } },
    delta("outputDelta", "divided by the count") { z, y in
      zip(softmax(z), y).map { ($0 - $1) / Double(z.count) }
    },
  ]

  // MARK: gradient-check

  private static func lse(_ w: [Double]) -> Double {
    let m = w.max() ?? 0
    return m + log(w.reduce(0) { $0 + exp($1 - m) })
  }

  private static func loss(_ w: [Double], _ x: [Double], _ y: Double) -> Double {
    let e = s(dot(w, x)) - y
    return e * e / 2
  }

  private static func moved(_ w: [Double], _ i: Int, _ h: Double) -> [Double] {
    var w = w
    w[i] += h
    return w
  }

  private static func check(
    _ slip: String, left: @escaping @Sendable (Double, Double) -> Double = { w, _ in w },
    _ slope: @escaping @Sendable (@Sendable ([Double]) -> Double, [Double], Int, Double) -> Double
  ) -> [WrongProgram] {
    [
      WrongProgram("gradient-check", "slopesOfLogSumExp", slip) {
        let (w, h) = ($0[0].numbers, $0[1].numbers[0])
        return .returned(
          .tuple([
            .vector(w.indices.map { slope(lse, w, $0, h) }), .vector(w.map { left($0, h) }),
          ]))
      },
      WrongProgram("gradient-check", "slopesOfNeuron", slip) {
        let (w, x, y, h) = ($0[0].numbers, $0[1].numbers, $0[2].numbers[0], $0[3].numbers[0])
        return .returned(
          .tuple([
            .vector(w.indices.map { slope({ loss($0, x, y) }, w, $0, h) }),
            .vector(w.map { left($0, h) }),
          ]))
      },
    ]
  }

  private static let central:
    @Sendable (@Sendable ([Double]) -> Double, [Double], Int, Double) ->
      Double = { f, w, i, h in (f(moved(w, i, h)) - f(moved(w, i, -h))) / (2 * h) }

  private static let checks =
    check("(u − v) / 2 * h") { f, w, i, h in (f(moved(w, i, h)) - f(moved(w, i, -h))) / 2 * h }
    + check("turned sign") { f, w, i, h in -central(f, w, i, h) }
    + check("not divided") { f, w, i, h in f(moved(w, i, h)) - f(moved(w, i, -h)) }
    + check("backward difference") { f, w, i, h in (f(w) - f(moved(w, i, -h))) / h }
    + check("+ for −") { f, w, i, h in (f(moved(w, i, h)) + f(moved(w, i, -h))) / (2 * h) }
    + check("not put back", left: { $0 - $1 }, central)
    + check("divided by 2h twice") { f, w, i, h in central(f, w, i, h) / (2 * h) }
    + [
      error("divided by |p| alone") { p, q in norm(minus(p, q)) / max(norm(p), 1e-300) },
      error("by the difference of norms") { p, q in
        abs(norm(p) - norm(q)) / max(norm(p) + norm(q), 1e-300)
      },
      error("|p + q| below") { p, q in norm(minus(p, q)) / max(norm(plus(p, q)), 1e-300) },
    ]

  private static func error(
    _ slip: String, _ f: @escaping @Sendable ([Double], [Double]) -> Double
  ) -> WrongProgram {
    WrongProgram("gradient-check", "relativeError", slip) {
      .returned(.double(f($0[0].numbers, $0[1].numbers)))
    }
  }

  private static func norm(_ v: [Double]) -> Double { dot(v, v).squareRoot() }
  private static func minus(_ p: [Double], _ q: [Double]) -> [Double] { zip(p, q).map { $0 - $1 } }
  private static func plus(_ p: [Double], _ q: [Double]) -> [Double] { zip(p, q).map { $0 + $1 } }

  // MARK: tiny-network

  private static func backward(
    _ slip: String,
    _ f:
      @escaping @Sendable (_ p: [Double], _ z1: Double, _ a1: Double, _ e: Double, _ a2: Double)
      -> [Double]
  ) -> WrongProgram {
    WrongProgram("tiny-network", "backward", slip) { arguments in
      let p = arguments.map { $0.numbers[0] }
      let z1 = p[0] * p[4] + p[1]
      let a1 = max(0, z1)
      let a2 = s(p[2] * a1 + p[3])
      return .returned(.tuple(f(p, z1, a1, a2 - p[5], a2).map { .double($0) }))
    }
  }

  /// Gradients averaged over the examples, and what is done with them.
  private static func epoch(
    _ slip: String,
    _ f: @escaping @Sendable (_ old: Double, _ mean: Double, _ rate: Double, _ m: Double) -> Double
  ) -> WrongProgram {
    WrongProgram("tiny-network", "epoch", slip) { arguments in
      let p = arguments.prefix(4).map { $0.numbers[0] }
      let (x, y, rate) = (arguments[4].numbers, arguments[5].numbers, arguments[6].numbers[0])
      var sums = [0.0, 0, 0, 0]
      for (x, y) in zip(x, y) {
        let z1 = p[0] * x + p[1]
        let a1 = max(0, z1)
        let e = s(p[2] * a1 + p[3]) - y
        let d = z1 > 0 ? e * p[2] : 0
        sums = zip(sums, [d * x, d, e * a1, e]).map { $0 + $1 }
      }
      let m = Double(x.count)
      return .returned(
        .tuple(zip(p, sums).map { .double(f($0, $1 / m, rate, m)) }))
    }
  }

  /// Steps with single examples, put together somehow.
  private static func stepping(
    _ slip: String, _ whole: @escaping @Sendable ([Double], [([Double]) -> [Double]]) -> [Double]
  ) -> WrongProgram {
    WrongProgram("tiny-network", "epoch", slip) { arguments in
      let old = arguments.prefix(4).map { $0.numbers[0] }
      let rate = arguments[6].numbers[0]
      let steps = zip(arguments[4].numbers, arguments[5].numbers).map { x, y in
        { (p: [Double]) -> [Double] in
          let z1 = p[0] * x + p[1]
          let a1 = max(0, z1)
          let e = s(p[2] * a1 + p[3]) - y
          let d = z1 > 0 ? e * p[2] : 0
          return zip(p, [d * x, d, e * a1, e]).map { $0 - rate * $1 }
        }
      }
      return .returned(.tuple(whole(old, steps).map { .double($0) }))
    }
  }

  private static let tiny = [
    backward("without w2") { p, z1, a1, e, _ in
      let d = z1 > 0 ? e : 0
      return [d * p[4], d, e * a1, e]
    },
    backward("z1 for a1") { p, z1, a1, e, _ in
      let d = z1 > 0 ? e * p[2] : 0
      return [d * p[4], d, e * z1, e]
    },
    backward("a1 for the gate") { p, z1, a1, e, _ in
      [e * p[2] * a1 * p[4], e * p[2] * a1, e * a1, e]
    },
    backward("w1 for w2") { p, z1, a1, e, _ in
      let d = z1 > 0 ? e * p[0] : 0
      return [d * p[4], d, e * a1, e]
    },
    backward("x forgotten") { p, z1, a1, e, _ in
      let d = z1 > 0 ? e * p[2] : 0
      return [d, d, e * a1, e]
    },
    backward("db2 with a1") { p, z1, a1, e, _ in
      let d = z1 > 0 ? e * p[2] : 0
      return [d * p[4], d, e * a1, e * a1]
    },
    backward("squared error") { p, z1, a1, e, _ in
      let d = z1 > 0 ? 2 * e * p[2] : 0
      return [d * p[4], d, 2 * e * a1, 2 * e]
    },
    backward("slope of the sigmoid in the hidden unit") { p, z1, a1, e, _ in
      let d = e * p[2] * s(z1) * (1 - s(z1))
      return [d * p[4], d, e * a1, e]
    },
    stepping("after every example") { old, steps in
      var p = old
      for step in steps { p = step(p) }
      return p
    },
    stepping("last example alone") { old, steps in steps[steps.count - 1](old) },
    epoch("change alone") { _, g, rate, _ in -rate * g },
    epoch("rate forgotten") { w, g, _, _ in w - g },
    epoch("divided twice") { w, g, rate, m in w - rate * g / m },
    epoch("W (1 − η dW)") { w, g, rate, _ in w * (1 - rate * g) },
    epoch("the mean gradients") { _, g, _, _ in g },
  ]
}
