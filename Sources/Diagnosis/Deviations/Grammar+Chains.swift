import Formulas

extension Grammar {
  /// Sums and products: each term with its sign, each factor, or none of it.
  mutating func chained(
    _ expression: Expression, within limit: Double, _ place: Place
  ) -> [Deviation] {
    guard let chain = expression.chain else { return [] }
    var lists: [[Choice]] = []
    let links = expression.links
    let slopes = chain == .product ? WrittenSlope.all(in: links) : []
    for (index, link) in links.enumerated() {
      if let slope = slopes.first(where: { [$0.first, $0.second].contains(index) }) {
        if slope.first == index { lists.append(factors(slope, in: links, within: limit)) }
        continue
      }
      lists.append(
        chain == .sum
          ? terms(link, isFirst: index == 0, within: limit, isArgument: place.isArgument)
          : factors(link, within: limit))
    }
    if chain == .product { lists.append(multiples(of: links)) }
    return Choice.combinations(lists, within: limit, most: Grammar.most).compactMap { choice in
      let whole = chain == .sum ? Expression.sum(of: choice.links) : .product(of: choice.links)
      // Who leaves 1 of 1 − a has left out the factor.
      if chain == .sum, whole?.isOne == true { return nil }
      return whole.map { Deviation($0, choice.edits, bits: choice.bits) }
    } + joined(links, chain)
  }

  /// Two of three or more terms multiplied and not added, or two factors added.
  func joined(_ links: [Expression.Link], _ chain: Expression.Chain) -> [Deviation] {
    guard links.count > 2 else { return [] }
    return links.indices.dropLast().compactMap { index -> Deviation? in
      let (first, second) = (links[index], links[index + 1])
      if first.isInverse || second.isInverse || first.operand.isNumber || second.operand.isNumber {
        return nil
      }
      let isSum = chain == .sum
      let right = Expression(.binary(isSum ? .add : .multiply, first.operand, second.operand))
      let wrong = Expression(.binary(isSum ? .multiply : .add, first.operand, second.operand))
      var changed = links
      changed[index] = Expression.Link(operand: wrong, isInverse: false)
      changed.remove(at: index + 1)
      let whole = isSum ? Expression.sum(of: changed) : .product(of: changed)
      return whole.map {
        Deviation(
          $0, .wrongOperation, .replaced(right, by: wrong),
          bits: Prior.bits(ofCost: isSum ? 1.8 : 1.6))
      }
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
        .map { link.isInverse ? $0.deviation.below : $0.deviation }
        .map { Choice($0, isInverse: link.isInverse) }
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
    } else if letters != nil {
      choices += repeated(link)
    }
    choices.append(
      Choice(
        [Expression.Link(operand: operand, isInverse: !link.isInverse)], .wrongOperation,
        .replaced(whole, by: link.isInverse ? operand : .inverse(operand)),
        bits: Prior.upsideDown))
    return choices.inOrder
  }

  /// A factor that was squared, and a power that was raised by one.
  private func repeated(_ link: Expression.Link) -> [Choice] {
    var again = [link]
    if case .negate = link.operand.node { return [] }
    if case .binary(.power, let base, _) = link.operand.node {
      again.append(Expression.Link(operand: base, isInverse: link.isInverse))
    }
    return again.map { other in
      let factor = other.isInverse ? Expression.inverse(other.operand) : other.operand
      return Choice([link, other], .extraFactor, .added(factor), bits: Prior.factorSquared)
    }
  }

  /// The last factor of a product, and what it may be.
  mutating func pieces(ofLast factor: Expression, within limit: Double) -> [Piece] {
    let pieces = pieces(of: factor, within: limit)
    if letters == nil || factor.chain == .product { return pieces }
    var list = PieceList()
    for piece in pieces { list.add(piece.deviation, piece.part, piece.shape) }
    for choice in repeated(Expression.Link(operand: factor, isInverse: false)) {
      guard let square = Expression.product(of: choice.links) else { continue }
      add(Deviation(square, choice.edits, bits: choice.bits), to: &list)
    }
    return list.first(Grammar.most)
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
    if factor.valueOfWrittenSlope != nil || factor.isComplement { return Prior.slopeForgotten }
    return factor.isConstant ? Prior.constantForgotten : Prior.factorForgotten
  }
}

extension Deviation {
  /// The same for what is divided by: a factor too many there is a division too many.
  fileprivate var below: Deviation {
    let links = expression.links
    let turned = edits.map { edit -> Mutation.Edit in
      guard edit.kind == .extraFactor, case .added(let factor) = edit.change,
        links.contains(where: { !$0.isInverse && $0.operand == factor })
      else { return edit }
      return Mutation.Edit(kind: edit.kind, change: .added(.inverse(factor)), cost: edit.cost)
    }
    return Deviation(expression, turned, bits: bits)
  }
}

extension Expression {
  var isOne: Bool { if case .number(1, _) = node { true } else { false } }
}
