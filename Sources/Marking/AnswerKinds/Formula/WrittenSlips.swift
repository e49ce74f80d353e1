import Formulas

/// Slips in formulas that are typed: a slope that was written out is forgotten or botched as one
/// thing, a factor is squared, brackets are lost.
struct WrittenSlips {
  /// The variables that are single numbers.
  let variables: [String]

  func mutations(of reference: Formula) -> [Mutation] {
    visit(reference.expression, continuesChain: false).map { expression, edit in
      Mutation(formula: Formula(expression), edits: [edit])
    }
  }

  private typealias Variant = (expression: Expression, edit: Mutation.Edit)

  private func visit(_ node: Expression, continuesChain: Bool) -> [Variant] {
    var found: [Variant] = []
    if node.chain == .product, !continuesChain {
      found += slopes(in: node.links) + squares(in: node.links) + brackets(in: node.links)
    }
    for (index, child) in node.children.enumerated() {
      let isSame = index == 0 && node.chain != nil && node.chain == child.chain
      found += visit(child, continuesChain: isSame).map {
        (node.replacingChild(index, by: $0.expression), $0.edit)
      }
    }
    return found
  }

  private func variant(
    _ links: [Expression.Link], _ kind: EditKind, _ change: Change, _ cost: Double
  ) -> Variant? {
    Expression.product(of: links).map {
      ($0, Mutation.Edit(kind: kind, change: change, cost: cost))
    }
  }

  // MARK: Slopes

  /// u (1 − u) as one thing: left out, or another function of u, or that of another variable.
  private func slopes(in links: [Expression.Link]) -> [Variant] {
    var found: [Variant] = []
    for (first, link) in links.enumerated() {
      guard
        let second = links.indices.first(where: {
          links[$0].isInverse == link.isInverse && links[$0].operand.isOneLess(link.operand)
        })
      else { continue }
      let u = link.operand
      let slope = Expression.sigmoidSlope(of: u)
      var rest = links
      rest.removeAll { $0.operand == links[second].operand && $0.isInverse == link.isInverse }
      func replaced(_ other: Expression, _ cost: Double) -> Variant? {
        var changed = rest
        guard let place = changed.firstIndex(where: { $0.operand == u }) else { return nil }
        changed[place] = Expression.Link(operand: other, isInverse: link.isInverse)
        return variant(changed, .wrongFunction, .replaced(slope, by: other), cost)
      }
      var without = links
      for index in [max(first, second), min(first, second)] { without.remove(at: index) }
      let whole = link.isInverse ? slope.inverse : slope
      var turned = links
      for index in [first, second] {
        turned[index] = Expression.Link(
          operand: links[index].operand, isInverse: !link.isInverse)
      }
      found += [
        variant(without, .dropFactor, .dropped(whole), 1),
        variant(
          turned, .wrongOperation,
          .replaced(whole, by: link.isInverse ? slope : slope.inverse), 1.2),
        replaced(.oneAnd(.subtract, u.squared), 1.2),
        replaced(Expression(.binary(.multiply, u, .oneAnd(.add, u))), 1.3),
        replaced(.oneAnd(.add, u), 1.4), replaced(u.squared, 1.4),
      ].compactMap { $0 }
      found += variables.filter { Expression(.name($0)) != u }.compactMap {
        replaced(.sigmoidSlope(of: Expression(.name($0))), 1.3)
      }
    }
    return found
  }

  // MARK: Factors and brackets

  /// A factor that was squared.
  private func squares(in links: [Expression.Link]) -> [Variant] {
    links.filter { !$0.operand.isNumber }.compactMap { link in
      variant(
        links + [link], .extraFactor,
        .added(link.isInverse ? link.operand.inverse : link.operand), 1.35)
    }
  }

  /// (u − v) w without its brackets.
  private func brackets(in links: [Expression.Link]) -> [Variant] {
    guard links.count > 1 else { return [] }
    return links.indices.flatMap { index -> [Variant] in
      let link = links[index]
      let terms = link.operand.links
      guard link.operand.chain == .sum, terms.count == 2 else { return [] }
      var rest = links
      rest.remove(at: index)
      // What stands before the bracket goes with its first term, what stands behind with its last.
      return [0, 1].compactMap { place in
        var changed = terms
        let own = Expression.Link(operand: terms[place].operand, isInverse: link.isInverse)
        guard !(link.isInverse && place == 1), let product = Expression.product(of: rest + [own])
        else { return nil }
        changed[place] = Expression.Link(operand: product, isInverse: terms[place].isInverse)
        return Expression.sum(of: changed).map {
          (
            $0,
            Mutation.Edit(kind: .wrongOperation, change: .dropped(link.operand), cost: 1.3)
          )
        }
      }
    }
  }
}

extension Mutation {
  /// Whether a factor is put in only to undo a division of the formula.
  func undoesDivision(in formula: Expression) -> Bool {
    edits.contains { edit in
      guard case .added(let factor) = edit.change, factor.inverted == nil else { return false }
      return formula.divisors.contains { divisor in
        divisor == factor
          || factor.factors.allSatisfy { own in divisor.factors.contains { $0 == own } }
      }
    }
  }
}

extension Expression {
  /// What the formula divides by, anywhere.
  fileprivate var divisors: [Expression] {
    var found = children.flatMap { $0.divisors }
    if case .binary(.divide, _, let divisor) = node { found.append(divisor) }
    return found
  }

  fileprivate var factors: [Expression] {
    chain == .product ? links.filter { !$0.isInverse }.map { $0.operand } : [self]
  }

  fileprivate static func oneAnd(_ symbol: Operator, _ other: Expression) -> Expression {
    Expression(.binary(symbol, .one, other))
  }

  fileprivate static func sigmoidSlope(of u: Expression) -> Expression {
    Expression(.binary(.multiply, u, .oneAnd(.subtract, u)))
  }

  fileprivate var squared: Expression {
    Expression(.binary(.power, self, Expression(.number(2, spelling: "2"))))
  }
}
