import Formulas

extension Grammar {
  /// Sums and products: each term with its sign, each factor, or none of it.
  mutating func chained(
    _ expression: Expression, within limit: Double, _ place: Place
  ) -> [Deviation] {
    guard let chain = expression.chain else { return [] }
    var lists: [[Choice]] = []
    let links = expression.links
    for (index, link) in links.enumerated() {
      lists.append(
        chain == .sum
          ? terms(link, isFirst: index == 0, within: limit, isArgument: place.isArgument)
          : factors(link, within: limit))
    }
    if chain == .product { lists.append(multiples(of: links)) }
    return Choice.combinations(lists, within: limit, most: Grammar.most).compactMap { choice in
      let whole = chain == .sum ? Expression.sum(of: choice.links) : .product(of: choice.links)
      return whole.map { Deviation($0, choice.edits, bits: choice.bits) }
    }
  }

  /// What a term may be, with its sign.
  mutating func terms(
    _ link: Expression.Link, isFirst: Bool, within limit: Double, isArgument: Bool = false
  ) -> [Choice] {
    let place = Place()
    var choices: [Choice] = []
    for piece in pieces(of: link.operand, within: limit, place) {
      let operand = piece.deviation.expression
      choices.append(Choice(piece.deviation, isInverse: link.isInverse))
      let bits = isFirst ? Prior.signOfFirst : Prior.sign
      let before = link.isInverse ? Expression(.negate(operand)) : operand
      let after = link.isInverse ? operand : Expression(.negate(operand))
      let flipped = Mutation.Edit(
        kind: .flipSign, change: .replaced(before, by: after), cost: Prior.cost(ofBits: bits))
      choices.append(
        Choice(
          [Expression.Link(operand: operand, isInverse: !link.isInverse)],
          piece.deviation.edits + [flipped], bits: piece.bits + bits))
    }
    let bits = (isFirst ? Prior.firstTermForgotten : Prior.termForgotten) + (isArgument ? 1.6 : 0)
    choices.append(Choice([], .dropTerm, .dropped(link.operand), bits: bits))
    return choices.inOrder
  }

  /// What a factor may be.
  mutating func factors(_ link: Expression.Link, within limit: Double) -> [Choice] {
    let operand = link.operand
    var choices = [Choice(Deviation(operand), isInverse: link.isInverse)]
    if !operand.isNumber {
      choices += pieces(of: operand, within: limit).dropFirst()
        .map { Choice($0.deviation, isInverse: link.isInverse) }
      if operand.chain == .sum {
        choices += wrapped(operand).map { Choice($0, isInverse: link.isInverse) }
      }
    }
    let whole = link.isInverse ? Expression(.binary(.divide, .number(1), operand)) : operand
    choices.append(
      Choice([], .dropFactor, .dropped(whole), bits: Grammar.bitsToForget(operand)))
    if case .negate(let inner) = operand.node, !link.isInverse {
      // The sign of a factor may stay when it goes.
      choices.append(
        Choice(
          [Expression.Link(operand: Expression(.negate(.number(1))), isInverse: false)],
          .dropFactor, .dropped(inner), bits: Grammar.bitsToForget(inner)))
    }
    if operand.isConstant {
      choices.append(
        Choice([link, link], .extraFactor, .added(whole), bits: Prior.repeated))
    }
    choices.append(
      Choice(
        [Expression.Link(operand: operand, isInverse: !link.isInverse)], .wrongOperation,
        .replaced(whole, by: link.isInverse ? operand : .inverse(operand)),
        bits: Prior.upsideDown))
    return choices.inOrder
  }

  /// A product that is counted twice or halved, and a rate with its point in another place.
  private func multiples(of links: [Expression.Link]) -> [Choice] {
    var factors = [(2, Prior.two + 1)]
    if links.contains(where: { $0.operand.names.contains("eta") }) {
      factors.append((10, Prior.oneOfMany))
    }
    return
      ([Choice([])]
      + factors.flatMap { factor, bits in
        let number = Expression.number(factor)
        return [false, true].map { isInverse in
          Choice(
            [Expression.Link(operand: number, isInverse: isInverse)], .extraFactor,
            .added(isInverse ? .inverse(number) : number), bits: bits)
        }
      }).inOrder
  }

  /// Slopes and constants are forgotten more often than what a formula is about.
  static func bitsToForget(_ factor: Expression) -> Double {
    if case .derivative = factor.node { return Prior.slopeForgotten }
    return factor.isConstant ? Prior.constantForgotten : Prior.factorForgotten
  }
}

extension Expression {
  static func inverse(_ divisor: Expression) -> Expression {
    Expression(.binary(.divide, .number(1), divisor))
  }
}
