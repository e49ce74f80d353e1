import Exercises
import Formulas
import Numerics

/// What the whole of a formula is multiplied by, rightly or wrongly: a sign, ½, η, 1/n.
///
/// A calculation is compared for each of them without being formed anew.
struct Scalar: Sendable {
  /// The factor without the learning rate.
  let factor: Double
  /// How often it is multiplied by the learning rate.
  let powerOfRate: Int
  /// The constants behind the rest of the formula.
  let links: [Expression.Link]
  let isNegated: Bool
  let edits: [Mutation.Edit]
  let bits: Double

  /// The factor where the learning rate is this.
  func value(rate: Double) -> Double {
    switch powerOfRate {
    case 0: factor
    case 1: factor * rate
    case 2: factor * rate * rate
    default: Double.nan
    }
  }

  /// The rest of a formula with the factor.
  func times(_ rest: Expression) -> Expression {
    var product = rest
    for link in links {
      product = Expression(
        .binary(link.isInverse ? .divide : .multiply, product, link.operand))
    }
    return isNegated ? Expression(.negate(product)) : product
  }
}

/// What a formula is once its constant factors are taken off.
struct Stripped {
  private let formula: Expression
  let core: Expression
  let constants: [Expression.Link]
  let isNegated: Bool

  /// Whether there are constant factors.
  var hasConstants: Bool { !constants.isEmpty }

  init(_ formula: Expression) {
    var (rest, isNegated) = (formula, false)
    while case .negate(let inner) = rest.node { (rest, isNegated) = (inner, !isNegated) }
    var constants: [Expression.Link] = []
    if rest.chain == .product {
      let links = rest.links
      let others = links.filter { !$0.operand.isConstant }
      if let first = others.first, !first.isInverse, let product = Expression.product(of: others) {
        constants = links.filter { $0.operand.isConstant }
        rest = product
      }
    }
    (self.formula, core, self.constants, self.isNegated) = (formula, rest, constants, isNegated)
  }

  /// The factors people put there, the right one first and then the likeliest.
  ///
  /// - Parameters:
  ///   - counts: How many samples, outputs and so on there are.
  ///   - wholeSign: How rarely the whole has the wrong sign.
  func scalars(
    counts: [Int], hasRate: Bool, wholeSign: Double = Prior.wholeSign
  ) -> [Scalar] {
    var found = [Candidate(constants)]
    for index in constants.indices {
      let link = constants[index]
      let whole = link.isInverse ? Expression.inverse(link.operand) : link.operand
      var rest = constants
      rest.remove(at: index)
      found.append(Candidate(rest, .dropFactor, .dropped(whole), Prior.constantForgotten))
      found.append(
        Candidate(constants + [link], .extraFactor, .added(whole), Prior.repeated))
      let turned = Expression.Link(operand: link.operand, isInverse: !link.isInverse)
      let after = turned.isInverse ? Expression.inverse(link.operand) : link.operand
      found.append(
        Candidate(
          rest + [turned], .wrongOperation, .replaced(whole, by: after), Prior.upsideDown))
    }
    for index in constants.indices {
      guard case .number(let value, _) = constants[index].operand.node else { continue }
      for count in counts where Double(count) != value {
        let other = Expression.Link(
          operand: .number(count), isInverse: constants[index].isInverse)
        var changed = constants
        changed[index] = other
        found.append(
          Candidate(
            changed, .wrongName,
            .replaced(constants[index].operand, by: other.operand), Prior.otherCount))
      }
    }
    if constants.count > 1, let all = Expression.product(of: constants) {
      found.append(Candidate([], .dropFactor, .dropped(all), 2 * Prior.constantForgotten))
    }
    if constants.count > 2 {
      for index in constants.indices.dropLast() {
        guard let both = Expression.product(of: Array(constants[index...index + 1])) else {
          continue
        }
        var rest = constants
        rest.removeSubrange(index...index + 1)
        found.append(Candidate(rest, .dropFactor, .dropped(both), 2 * Prior.constantForgotten))
      }
    }
    func extra(_ operand: Expression, isInverse: Bool, _ bits: Double) {
      let link = Expression.Link(operand: operand, isInverse: isInverse)
      let whole = isInverse ? Expression.inverse(operand) : operand
      found.append(Candidate(constants + [link], .extraFactor, .added(whole), bits))
    }
    if hasRate { extra(Expression(.name("eta")), isInverse: false, Prior.rate) }
    extra(.number(2), isInverse: false, Prior.two)
    extra(.number(2), isInverse: true, Prior.two)
    for count in counts where count > 2 {
      extra(.number(count), isInverse: true, Prior.count)
      extra(.number(count), isInverse: false, Prior.count + 1)
    }
    var result: [Scalar] = []
    let turned = Mutation.Edit(
      kind: .flipSign,
      change: isNegated
        ? .dropped(formula) : .replaced(formula, by: Expression(.negate(formula))),
      cost: Prior.cost(ofBits: wholeSign))
    let all = found.flatMap { candidate in
      [
        candidate.scalar(isNegated: isNegated, []),
        candidate.scalar(isNegated: !isNegated, [turned], bits: wholeSign),
      ].compactMap { $0 }
    }
    let order = all.indices.sorted { (all[$0].bits, $0) < (all[$1].bits, $1) }
    for scalar in order.map({ all[$0] }) {
      let isKnown = result.contains {
        $0.powerOfRate == scalar.powerOfRate
          && abs($0.factor - scalar.factor) <= 1e-12 * abs(scalar.factor)
      }
      if !isKnown { result.append(scalar) }
    }
    return result
  }

  private struct Candidate {
    let links: [Expression.Link]
    let edits: [Mutation.Edit]
    let bits: Double

    init(_ links: [Expression.Link]) {
      (self.links, edits, bits) = (links, [], 0)
    }

    init(_ links: [Expression.Link], _ kind: EditKind, _ change: Change, _ bits: Double) {
      self.links = links
      self.bits = bits
      edits = [Mutation.Edit(kind: kind, change: change, cost: Prior.cost(ofBits: bits))]
    }

    func scalar(
      isNegated: Bool, _ sign: [Mutation.Edit], bits ofSign: Double = 0
    ) -> Scalar? {
      var (factor, power) = (isNegated ? -1.0 : 1.0, 0)
      for link in links {
        if case .number(let value, _) = link.operand.node {
          factor = link.isInverse ? factor / value : factor * value
        } else {
          power += link.isInverse ? -1 : 1
        }
      }
      guard (0...2).contains(power), factor.isFinite, factor != 0 else { return nil }
      return Scalar(
        factor: factor, powerOfRate: power, links: links, isNegated: isNegated,
        edits: edits + sign, bits: bits + ofSign)
    }
  }
}
