/// A network worked out on paper, rightly or with flaws, on arrays of numbers.
struct AnsweredStep: CustomStringConvertible {
  /// A quantity that is worked out.
  enum Part: Hashable {
    case z(Int), a(Int), loss, delta(Int), dW(Int), db(Int), newW(Int), newB(Int)
  }

  let description: String
  var sizes: [Int]
  var curves: [Curve]
  var loss: String
  /// `[destination][source]`, unless `isSourceFirst`.
  var weights: [[[Double]]]
  var biases: [[Double]]
  var inputs: [[Double]]
  var targets: [[Double]]
  var rate: Double?
  var isBatch = false
  var isSourceFirst = false
  var isChosen = false
  var indexFrom = 1

  var last: Int { curves.count }
  var samples: Double { Double(inputs.count) }
  var outputs: Double { Double(sizes[last]) }

  var parts: [Part] {
    let layers = Array(1...last)
    let backward = layers.reversed().map { Part.delta($0) }
    let updates = rate == nil ? [] : layers.flatMap { [Part.newW($0), .newB($0)] }
    return layers.flatMap { [Part.z($0), .a($0)] } + [.loss] + backward
      + layers.flatMap { [Part.dW($0), .db($0)] } + updates
  }

  func name(_ part: Part) -> String {
    switch part {
    case .z(let l): isBatch ? "Z\(l)" : "z\(l)"
    case .a(0): isBatch ? "X" : "x"
    case .a(let l): isBatch ? "A\(l)" : "a\(l)"
    case .loss: "L"
    case .delta(let l): "delta\(l)"
    case .dW(let l): "dW\(l)"
    case .db(let l): "db\(l)"
    case .newW(let l): "W\(l)_new"
    case .newB(let l): "b\(l)_new"
    }
  }

  /// 0 for a number, 1 for a list, 2 for rows.
  func rank(_ part: Part) -> Int {
    switch part {
    case .loss: 0
    case .dW, .newW: 2
    case .db, .newB: 1
    case .z, .a, .delta: isBatch ? 2 : 1
    }
  }

  /// The members of an exercise file that asks for everything.
  var members: String {
    let own =
      isChosen ? #""weights": "choose""# : #""weights": \#(weights), "biases": \#(biases)"#
    let data =
      isBatch
      ? #""inputs": \#(inputs), "targets": \#(targets)"#
      : #""input": \#(inputs[0]), "target": \#(targets[0])"#
    return #"""
      "indexFrom": \#(indexFrom),
      "network": { "sizes": \#(sizes), "activations": \#(curves.map(\.rawValue)), "loss": "\#(loss)",
        "weightLayout": "\#(isSourceFirst ? "source-destination" : "destination-source")",
        \#(own), \#(data)\#(rate.map { ", \"learningRate\": \($0)" } ?? "") },
      "steps": [\#(parts.map { "{ \"name\": \"\(name($0))\" }" }.joined(separator: ", "))]
      """#
  }

  /// The answers with which chosen weights are handed in.
  var chosen: String {
    guard isChosen else { return "" }
    return (1...last).map { "W\($0) = \(weights[$0 - 1])\nb\($0) = \(biases[$0 - 1])\n" }.joined()
  }

  // MARK: Working

  /// What is known before anything is worked out.
  var givens: [String: Grid] {
    var known = [name(.a(0)): Grid(inputs).turned]
    for l in 1...last {
      known["W\(l)"] = Grid(weights[l - 1])
      known["b\(l)"] = Grid(column: biases[l - 1])
    }
    return known
  }

  private var target: Grid { Grid(targets).turned }

  private func forward(_ weights: Grid) -> Grid { isSourceFirst ? weights.turned : weights }

  /// One quantity, from what has been worked out before it.
  func worked(_ part: Part, from known: [String: Grid], _ flaws: [Flaw] = []) -> Grid {
    func get(_ part: Part) -> Grid { known[name(part)] ?? .impossible }
    func named(_ name: String) -> Grid { known[name] ?? .impossible }
    func has(_ flaw: Flaw) -> Bool { flaws.contains(flaw) }
    switch part {
    case .z(let l):
      var (weights, source, bias) = (named("W\(l)"), get(.a(l - 1)), named("b\(l)"))
      for flaw in flaws {
        switch flaw {
        case .weightsTransposed: weights = weights.turned
        case .otherWeights(let name): weights = named(name)
        case .otherSource(let name): source = named(name)
        case .otherBias(let name): bias = named(name)
        case .biasForgotten: bias = 0 * bias
        case .biasSubtracted: bias = -1 * bias
        default: break
        }
      }
      return forward(weights) * source + bias
    case .a(let l):
      for flaw in flaws {
        if flaw == .activationForgotten { return get(.z(l)) }
        if flaw == .notNormalised { return get(.z(l)).each { Grid.power($0) } }
        if case .otherActivation(let other) = flaw { return other.applied(to: get(.z(l))) }
      }
      return curves[l - 1].applied(to: get(.z(l)))
    case .loss: return lossWorked(get(has(.beforeActivation) ? .z(last) : .a(last)), flaws)
    case .delta(last): return outputError(get(.a(last)), get(.z(last)), flaws)
    case .delta(let l):
      var (weights, delta) = (named("W\(l + 1)"), get(.delta(l + 1)))
      for flaw in flaws {
        switch flaw {
        case .weightsTransposed: weights = weights.turned
        case .otherWeights(let name): weights = named(name)
        case .otherDelta(let name): delta = named(name)
        case .updatedWeights:
          let gradient = worked(.dW(l + 1), from: known)
          weights = weights - (rate ?? 0) * gradient
        default: break
        }
      }
      return sloped(forward(weights).turned * delta, l, get(.a(l)), get(.z(l)), flaws, known)
    case .dW(let l):
      var (source, delta) = (get(.a(l - 1)), get(.delta(l)))
      for flaw in flaws {
        switch flaw {
        case .beforeActivation: source = get(.z(l - 1))
        case .otherSource(let name): source = named(name)
        case .otherDelta(let name): delta = named(name)
        default: break
        }
      }
      let gradient = averaged(delta * source.turned, flaws)
      return isSourceFirst != has(.outerTurned) ? gradient.turned : gradient
    case .db(let l):
      var delta = get(.delta(l))
      for case .otherDelta(let name) in flaws { delta = named(name) }
      for flaw in flaws {
        switch flaw {
        case .timesInput(let k): delta = inputs[0][k] * delta
        case .timesActivation(let name): delta = delta & named(name)
        default: break
        }
      }
      return averaged(delta.rowTotals, flaws)
    case .newW(let l): return updated(named("W\(l)"), get(.dW(l)), flaws, known)
    case .newB(let l): return updated(named("b\(l)"), get(.db(l)), flaws, known)
    }
  }

  private func averaged(_ total: Grid, _ flaws: [Flaw]) -> Grid {
    if flaws.contains(.meanForgotten) { return total }
    return (flaws.contains(.meanTwice) ? 1 / (samples * samples) : 1 / samples) * total
  }

  private func updated(
    _ value: Grid, _ gradient: Grid, _ flaws: [Flaw], _ known: [String: Grid]
  ) -> Grid {
    var gradient = gradient
    var rate = rate ?? 0
    for flaw in flaws {
      switch flaw {
      case .otherGradient(let name): gradient = known[name] ?? gradient
      case .rateForgotten: rate = 1
      case .rateTwice: rate *= rate
      default: break
      }
    }
    return flaws.contains(.uphill) ? value + rate * gradient : value - rate * gradient
  }

  private func lossWorked(_ output: Grid, _ flaws: [Flaw]) -> Grid {
    func has(_ flaw: Flaw) -> Bool { flaws.contains(flaw) }
    func log(_ value: Double) -> Double {
      has(.logForgotten)
        ? value : has(.baseTen) ? Grid.commonLogarithm(value) : Grid.logarithm(value)
    }
    var share = has(.meanForgotten) ? 1 : has(.meanTwice) ? 1 / (samples * samples) : 1 / samples
    switch loss {
    case "half-squared-error", "mean-squared-error":
      let isHalf = loss.hasPrefix("half")
      if !isHalf {
        let count = samples * outputs
        share = has(.meanForgotten) ? 1 : has(.meanTwice) ? 1 / (count * count) : 1 / count
      }
      let difference = has(.targetMinusOutput) ? target - output : output - target
      let parts =
        has(.notSquared)
        ? difference : has(.doubledNotSquared) ? 2 * difference : difference.each { $0 * $0 }
      let half =
        isHalf
        ? (has(.halfForgotten) ? 1 : has(.halfTwice) ? 0.25 : 0.5) : has(.halfAdded) ? 0.5 : 1
      return Grid(half * share * parts.total)
    case "binary-cross-entropy":
      let first = target & output.each(log)
      let second = target.each { 1 - $0 } & output.each { log(1 - $0) }
      let sum = has(.secondTermForgotten) ? first.total : first.total + second.total
      return Grid((has(.minusLost) ? 1 : -1) * share * sum)
    default:
      return Grid((has(.minusLost) ? 1 : -1) * share * (target & output.each(log)).total)
    }
  }

  /// Whether activation and loss cancel to a − y.
  private var cancels: Bool {
    (curves[last - 1] == .sigmoid && loss == "binary-cross-entropy")
      || (curves[last - 1] == .softmax && loss == "cross-entropy")
  }

  private func outputError(_ a: Grid, _ z: Grid, _ flaws: [Flaw]) -> Grid {
    let output = flaws.contains(.beforeActivation) ? z : a
    var error = flaws.contains(.targetMinusOutput) ? target - output : output - target
    if loss == "mean-squared-error" {
      if !flaws.contains(.twoForgotten) { error = 2 * error }
      if !flaws.contains(.meanForgotten) { error = (1 / outputs) * error }
    }
    if flaws.contains(.averagedAlready) { error = (1 / samples) * error }
    if cancels { return flaws.contains(.slopeKept) ? error & curves[last - 1].slope(at: z) : error }
    return sloped(error, last, a, z, flaws, [:])
  }

  private func sloped(
    _ error: Grid, _ l: Int, _ a: Grid, _ z: Grid, _ flaws: [Flaw], _ known: [String: Grid]
  ) -> Grid {
    for flaw in flaws {
      switch flaw {
      case .slopeForgotten: return error
      case .slopeAtActivation: return error & curves[l - 1].slope(at: a)
      case .slopeAsFunction: return error & curves[l - 1].applied(to: z)
      case .slopeOfOther(let other): return error & other.slope(at: z)
      case .slopeOfLayer(let name): return error & curves[l - 1].slope(at: known[name] ?? z)
      default: break
      }
    }
    return error & curves[l - 1].slope(at: z)
  }
}
