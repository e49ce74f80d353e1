import Formulas

/// The places of u and 1 − u among the factors of a product: the slope of a sigmoid, written out.
struct WrittenSlope {
  let first: Int
  let second: Int
  /// u, which is the function's own value.
  let value: Expression

  /// u (1 − u).
  var expression: Expression { .sigmoidSlope(of: value) }

  /// All that are in a product, no factor being a part of two.
  static func all(in links: [Expression.Link]) -> [WrittenSlope] {
    var found: [WrittenSlope] = []
    for (place, link) in links.enumerated() where !link.operand.isNumber {
      let isTaken = found.contains { [$0.first, $0.second].contains(place) }
      guard !isTaken,
        let rest = links.indices.first(where: {
          links[$0].isInverse == link.isInverse && links[$0].operand.isOneLess(link.operand)
        })
      else { continue }
      found.append(
        WrittenSlope(first: min(place, rest), second: max(place, rest), value: link.operand))
    }
    return found
  }
}

extension Grammar {
  /// What becomes of a slope that is written out as two factors: of each of them, and of both as one
  /// thing.
  mutating func factors(
    _ slope: WrittenSlope, in links: [Expression.Link], within limit: Double
  ) -> [Choice] {
    let isInverse = links[slope.first].isInverse
    let own = slope.expression
    let whole = isInverse ? Expression.inverse(own) : own
    let lists = [slope.first, slope.second].map { factors(links[$0], within: limit) }
    var choices = Choice.combinations(lists, within: limit, most: Grammar.most)
    choices.append(Choice([], .dropFactor, .dropped(whole), bits: Prior.slopeForgotten))
    let turned = [slope.first, slope.second].map {
      Expression.Link(operand: links[$0].operand, isInverse: !isInverse)
    }
    choices.append(
      Choice(
        turned, .wrongOperation, .replaced(whole, by: isInverse ? own : .inverse(own)),
        bits: letters == nil ? Prior.upsideDown : Prior.leftOverLetter))
    for form in forms(inPlaceOf: own, at: slope.value) {
      choices.append(
        Choice(
          [Expression.Link(operand: form.expression, isInverse: isInverse)], .wrongFunction,
          .replaced(own, by: form.expression), bits: form.bits))
    }
    return choices.inOrder
  }

  /// What stands in the place of a slope that is written out and is the whole: u (1 − u), 1 − u².
  func writtenSlopes(_ expression: Expression) -> [Deviation] {
    guard let value = expression.valueOfWrittenSlope else { return [] }
    return forms(inPlaceOf: expression, at: value).map { form in
      Deviation(
        form.expression, .wrongFunction, .replaced(expression, by: form.expression),
        bits: form.bits)
    }
  }

  /// Other slopes, of the same value or of another, and those that are half remembered.
  private func forms(
    inPlaceOf own: Expression, at u: Expression
  ) -> [(expression: Expression, bits: Double)] {
    func one(_ symbol: Expression.Operator, _ other: Expression) -> Expression {
      Expression(.binary(symbol, .number(1), other))
    }
    var found: [(expression: Expression, bits: Double)] = [
      (.sigmoidSlope(of: u), 2.8), (.tanhSlope(of: u), 2.8),
      (Expression(.binary(.multiply, u, one(.add, u))), 3.2),
      (Expression(.derivative(.sigmoid, u)), 3.2), (one(.add, u), 3.6), (u.toPowerOfTwo, 3.6),
      (one(.subtract, u).toPowerOfTwo, 3.6), (Expression(.derivative(.tanh, u)), 3.6), (u, 4),
    ]
    if case .name(let name) = u.node {
      let isSigmoid = own.chain == .product
      found += surroundings.others(for: name).compactMap { other in
        guard case .name = other.expression.node else { return nil }
        let slope =
          isSigmoid
          ? Expression.sigmoidSlope(of: other.expression) : .tanhSlope(of: other.expression)
        return (slope, max(3.2, other.bits))
      }
    }
    let text = own.text
    let detour = letters == nil ? Prior.workedOut : 0
    return found.filter { $0.expression.text != text }.map { ($0.expression, $0.bits + detour) }
  }
}

extension Expression {
  static func sigmoidSlope(of u: Expression) -> Expression {
    Expression(.binary(.multiply, u, Expression(.binary(.subtract, .number(1), u))))
  }

  static func tanhSlope(of u: Expression) -> Expression {
    Expression(.binary(.subtract, .number(1), u.toPowerOfTwo))
  }

  var toPowerOfTwo: Expression { Expression(.binary(.power, self, .number(2))) }

  /// Its square, as another is written.
  func squared(as other: Expression) -> Expression {
    if case .binary(.power, _, _) = other.node { return toPowerOfTwo }
    return Expression(.call(.square, [self]))
  }

  /// u, where the expression is u (1 − u) or 1 − u².
  var valueOfWrittenSlope: Expression? {
    if chain == .product {
      let links = links
      guard links.count == 2, !links[0].isInverse else { return nil }
      return WrittenSlope.all(in: links).first?.value
    }
    guard case .binary(.subtract, let one, let square) = node, case .number(1, _) = one.node else {
      return nil
    }
    return square.squared
  }
}
