import Foundation

extension Grid {
  static func power(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func commonLogarithm(_ x: Double) -> Double { log10(x) }
}

extension AnsweredStep {
  typealias Named = (flaw: Flaw, namings: [Naming])

  /// The flaws that one step can have, each with the names that feedback may give it.
  ///
  /// The first is the plain one; the others name a computation that is the same for all numbers.
  func flaws(in part: Part) -> [Named] {
    switch part {
    case .z(let l): forwardFlaws(l)
    case .a(let l): activationFlaws(l)
    case .loss: lossFlaws
    case .delta(last): outputFlaws
    case .delta(let l): hiddenFlaws(l)
    case .dW(let l): gradientFlaws(l)
    case .db(let l): biasGradientFlaws(l)
    case .newW(let l):
      updateFlaws("W\(l)")
        + others(of: "dW", l, where: hasSameWeights).map { (.otherGradient($0), [.used($0)]) }
    case .newB(let l):
      updateFlaws("b\(l)")
        + others(of: "db", l, where: hasSameUnits).map { (.otherGradient($0), [.used($0)]) }
    }
  }

  /// A name as feedback prints it.
  static func shown(_ name: String) -> String {
    name.hasPrefix("delta") ? "δ" + name.dropFirst(5) : name
  }

  // MARK: What can be taken for each other

  private func others(of stem: String, _ l: Int, where fits: (Int, Int) -> Bool) -> [String] {
    (1...last).filter { $0 != l && fits(l, $0) }.map { "\(stem)\($0)" }
  }

  private func hasSameUnits(_ l: Int, _ other: Int) -> Bool { sizes[l] == sizes[other] }

  private func hasSameWeights(_ l: Int, _ other: Int) -> Bool {
    sizes[l] == sizes[other] && sizes[l - 1] == sizes[other - 1]
  }

  private func isSquare(_ l: Int) -> Bool { sizes[l] == sizes[l - 1] && sizes[l] > 1 }

  private var input: Naming {
    let x = name(.a(0))
    return Naming("wrong-name", "You used the input \(x) where", "with the input \(x) in place of")
  }

  private func source(_ l: Int) -> Naming { l == 0 ? input : .used(name(.a(l))) }

  // MARK: Forward

  private func forwardFlaws(_ l: Int) -> [Named] {
    let (W, b) = ("W\(l)", "b\(l)")
    var found: [Named] = [
      (
        .biasForgotten,
        [Naming("drop-term", "You left out the bias \(b)", "without the bias \(b)")]
      ),
      (
        .biasSubtracted,
        [Naming("flip-sign", "You subtracted \(b) where", "with \(b) subtracted instead of added")]
      ),
    ]
    if isSquare(l) { found.append((.weightsTransposed, [.transposed(W)])) }
    found += others(of: "W", l, where: hasSameWeights).map { (.otherWeights($0), [.used($0)]) }
    found += others(of: "b", l, where: hasSameUnits).map { (.otherBias($0), [.used($0)]) }
    if l > 1 {
      let z = name(.z(l - 1))
      found.append((.otherSource(z), [.beforeActivation(z)]))
      if sizes[0] == sizes[l - 1] { found.append((.otherSource(name(.a(0))), [input])) }
    }
    return found
  }

  private func activationFlaws(_ l: Int) -> [Named] {
    let (curve, z) = (curves[l - 1], name(.z(l)))
    if curve == .identity { return [] }
    let forgotten: Named = (
      .activationForgotten,
      [
        Naming(
          "drop-function", "You did not apply \(curve.symbol) to \(z)",
          "without applying \(curve.symbol) to \(z)")
      ]
    )
    if curve == .softmax {
      let unnormalised = Naming(
        "wrong-function", "You did not divide the exponentials by their sum",
        "without dividing the exponentials by their sum")
      return [forgotten, (.notNormalised, [unnormalised])]
    }
    return [forgotten]
      + [Curve.sigmoid, .tanh, .relu].filter { $0 != curve }
      .map { (.otherActivation($0), [.used("\($0.symbol)(\(z))", "wrong-function")]) }
  }

  // MARK: The loss

  private var lossFlaws: [Named] {
    let n = inputs.count
    let before: [Named] =
      curves[last - 1] == .identity || loss.hasSuffix("entropy")
      ? [] : [(.beforeActivation, [.beforeActivation(name(.z(last)))])]
    let notSquared: Named = (
      .notSquared, [Naming("drop-power", "You did not square", "without squaring")]
    )
    // The mean of as many entries as the divisor says.
    let meanTwice: [Naming] =
      [.divided(by: n)] + (loss == "half-squared-error" && outputs == 1 ? [.meanTaken] : [])
    let batch: [Named] =
      isBatch ? [(.meanForgotten, [.undivided(by: n)]), (.meanTwice, meanTwice)] : []
    let baseTen: Named = (
      .baseTen,
      [
        Naming(
          "wrong-function", "You took the logarithm to base ten", "with logarithms to base ten")
      ]
    )
    switch loss {
    case "half-squared-error":
      return before + batch + [
        notSquared, (.halfForgotten, [.left(out: "½"), .tooMany("2")]),
        (.halfTwice, [.twice("½")] + (outputs * samples == 2 ? [.meanTaken] : [])),
        (
          .doubledNotSquared,
          [Naming("wrong-operation", "You doubled", "doubled instead of squared")]
        ),
      ]
    case "mean-squared-error":
      return before + [
        notSquared, (.meanForgotten, [.meanForgotten]), (.halfAdded, [.tooMany("½")]),
      ]
    case "binary-cross-entropy":
      return batch + [
        baseTen, (.minusLost, [.minusLost, .signTurned]),
        (
          .secondTermForgotten,
          [Naming("drop-term", "You left out the term (1 − ", "without the term (1 − ")]
        ),
      ]
    default:
      return batch + [
        baseTen, (.minusLost, [.minusLost, .signTurned]),
        (.logForgotten, [Naming("drop-function", "You did not apply log", "without applying log")]),
      ]
    }
  }

  // MARK: Backward

  private var outputFlaws: [Named] {
    let (a, z, y) = (name(.a(last)), name(.z(last)), isBatch ? "Y" : "y")
    let (curve, m) = (curves[last - 1], sizes[last])
    var found: [Named] = [
      (.targetMinusOutput, [.used("\(y) − \(a)", "swap-operands"), .signTurned])
    ]
    if curve != .identity { found.append((.beforeActivation, [.beforeActivation(z)])) }
    if isBatch { found.append((.averagedAlready, [.divided(by: inputs.count)])) }
    if loss == "mean-squared-error" {
      found.append(
        (.twoForgotten, [.left(out: "2"), .tooMany("½")] + (m == 2 ? [.divided(by: 2)] : [])))
      found.append(
        (.meanForgotten, [.undivided(by: m)] + (m == 2 ? [.tooMany("2"), .twice("2")] : [])))
    }
    if curve == .sigmoid, loss == "binary-cross-entropy" {
      found.append(
        (
          .slopeKept,
          [
            Naming(
              "extra-factor", "The factor σ′(\(z)) does not belong here",
              "with the factor σ′(\(z)), though this loss")
          ]
        ))
    } else {
      found += slopeFlaws(last)
    }
    return found
  }

  private func slopeFlaws(_ l: Int) -> [Named] {
    let (curve, a, z) = (curves[l - 1], name(.a(l)), name(.z(l)))
    if curve == .identity || curve == .softmax { return [] }
    let symbol = curve.symbol
    let itself = Naming(
      "wrong-function", "You used \(symbol)(\(z)) itself", "with \(symbol)(\(z)) itself in place of"
    )
    var found: [Named] = [
      (.slopeForgotten, [.left(out: "\(symbol)′(\(z))")]), (.slopeAsFunction, [itself]),
    ]
    if curve != .relu { found.append((.slopeAtActivation, [takenAt(a)])) }
    found += [Curve.sigmoid, .tanh].filter { $0 != curve }
      .map { (.slopeOfOther($0), [.used("\($0.symbol)′(\(z))", "wrong-function")]) }
    return found
  }

  private func takenAt(_ name: String) -> Naming {
    Naming(
      "wrong-argument", "The derivative is taken at \(name);",
      "with the derivative taken at \(name)")
  }

  private func hiddenFlaws(_ l: Int) -> [Named] {
    let W = "W\(l + 1)"
    var found = slopeFlaws(l)
    if isSquare(l + 1) {
      let turned: Naming =
        isSourceFirst ? .transposed(W) : .notTransposed(W)
      found.append((.weightsTransposed, [turned]))
    }
    found += others(of: "W", l + 1, where: hasSameWeights).map {
      (.otherWeights($0), [.used(isSourceFirst ? $0 : "\($0)ᵀ"), .used($0)])
    }
    if rate != nil {
      let updated = Naming(
        "wrong-name", "You used \(W) after the update", "with \(W) as it is after the update")
      found.append((.updatedWeights(W), [updated]))
    }
    found += others(of: "delta", l + 1, where: hasSameUnits).filter { $0 > "delta\(l + 1)" }
      .map { (.otherDelta($0), [.used(AnsweredStep.shown($0))]) }
    found += (1...last).filter { $0 != l && sizes[$0] == sizes[l] && curves[l - 1] != .identity }
      .map { (.slopeOfLayer(name(.z($0))), [takenAt(name(.z($0)))]) }
    return found
  }

  // MARK: Gradients

  private func gradientFlaws(_ l: Int) -> [Named] {
    var found: [Named] = []
    if sizes[l] > 1 || sizes[l - 1] > 1 {
      let turned = Naming(
        "swap-operands", "The outer product is the other way round", "the other way round")
      found.append((.outerTurned, [turned]))
    }
    if l > 1, curves[l - 2] != .identity {
      found.append((.beforeActivation, [.beforeActivation(name(.z(l - 1)))]))
    }
    found += (0...last).filter { $0 != l - 1 && sizes[$0] == sizes[l - 1] }
      .map { (.otherSource(name(.a($0))), [source($0)]) }
    found += others(of: "delta", l, where: hasSameUnits)
      .map { (.otherDelta($0), [.used(AnsweredStep.shown($0))]) }
    if isBatch {
      found.append((.meanForgotten, [.undivided(by: inputs.count)]))
      found.append((.meanTwice, [.divided(by: inputs.count)]))
    }
    return found
  }

  private func biasGradientFlaws(_ l: Int) -> [Named] {
    if isBatch {
      return [
        (.meanForgotten, [.meanForgotten]), (.meanTwice, [.divided(by: inputs.count)]),
      ]
    }
    var found: [Named] = []
    if l == 1 {
      found += inputs[0].indices.map { index in
        let x = name(.a(0))
        // The only entry of an input is the input.
        return (
          .timesInput(index),
          [.tooMany(inputs[0].count == 1 ? x : "\(x)[\(index + indexFrom)]")]
        )
      }
    }
    found += (0...last).filter { sizes[$0] == sizes[l] && ($0 > 0 || l > 1 || sizes[0] > 1) }
      .map { (.timesActivation(name(.a($0))), [.tooMany(name(.a($0)))]) }
    found += others(of: "delta", l, where: hasSameUnits)
      .map { (.otherDelta($0), [.used(AnsweredStep.shown($0))]) }
    return found
  }

  // MARK: The update

  private func updateFlaws(_ value: String) -> [Named] {
    let gradient = "d\(value)"
    return [
      (
        .uphill,
        [Naming("flip-sign", "You added η·\(gradient) where", "with η·\(gradient) added instead")]
      ),
      (.rateForgotten, [.left(out: "η")]), (.rateTwice, [.twice("η")]),
    ]
  }
}
