extension Expression {
  /// The same node with one of its children exchanged.
  package func replacingChild(_ index: Int, by child: Expression) -> Expression {
    func exchanged(_ list: [Expression], from first: Int = 0) -> [Expression] {
      list.enumerated().map { $0.offset + first == index ? child : $0.element }
    }
    switch node {
    case .number, .name, .all: return self
    case .negate: return Expression(.negate(child))
    case .binary(let symbol, let left, let right):
      return Expression(.binary(symbol, index == 0 ? child : left, index == 1 ? child : right))
    case .call(let function, let arguments):
      return Expression(.call(function, exchanged(arguments)))
    case .derivative(let function, _): return Expression(.derivative(function, child))
    case .applied(let name, _, let isSlope):
      return Expression(.applied(name, child, isSlope: isSlope))
    case .transpose: return Expression(.transpose(child))
    case .index(let base, let indices):
      return index == 0
        ? Expression(.index(child, indices))
        : Expression(.index(base, exchanged(indices, from: 1)))
    case .span(let first, let last):
      return Expression(.span(index == 0 ? child : first, index == 1 ? child : last))
    case .list(let items): return Expression(.list(exchanged(items)))
    case .gradient(let loss, let parameter, let numerical):
      return Expression(
        .gradient(
          of: index == 0 ? child : loss, by: index == 1 ? child : parameter,
          numerical: numerical))
    }
  }

  /// Sums and differences form one kind of chain, products and quotients the other.
  package enum Chain {
    case sum
    case product
  }

  package var chain: Chain? {
    guard case .binary(let symbol, _, _) = node else { return nil }
    switch symbol {
    case .add, .subtract: return .sum
    case .multiply, .divide: return .product
    case .power, .matrixProduct, .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual:
      return nil
    }
  }

  /// Whether the node is an elementwise function or the derivative of one.
  package var isElementwise: Bool {
    switch node {
    case .derivative, .applied: true
    case .call(let function, _): function.worksEntryByEntry
    default: false
    }
  }

  /// A part of a sum or a product: the operand, and whether it is subtracted or divided by.
  package struct Link {
    package let operand: Expression
    package let isInverse: Bool

    package init(operand: Expression, isInverse: Bool) {
      self.operand = operand
      self.isInverse = isInverse
    }
  }

  /// The terms of a sum or the factors of a product, brackets within the chain opened.
  package var links: [Link] {
    guard let chain, case .binary(let symbol, let left, let right) = node else {
      return [Link(operand: self, isInverse: false)]
    }
    let isInverse = symbol == .subtract || symbol == .divide
    let first = left.chain == chain ? left.links : [Link(operand: left, isInverse: false)]
    return first + [Link(operand: right, isInverse: isInverse)]
  }

  /// Whether it is 1 less another.
  package func isOneLess(_ other: Expression) -> Bool {
    guard case .binary(.subtract, let one, let rest) = node, case .number(1, _) = one.node else {
      return false
    }
    return rest == other
  }

  /// 1 / n.
  package static func inverse(_ divisor: Expression) -> Expression {
    Expression(.binary(.divide, .number(1), divisor))
  }

  /// n, where the expression is 1 / n.
  package var divisor: Expression? {
    guard case .binary(.divide, let one, let divisor) = node, case .number(1, _) = one.node else {
      return nil
    }
    return divisor
  }

  /// Whether it is 1 less something.
  package var isComplement: Bool {
    guard case .binary(.subtract, let one, _) = node, case .number(1, _) = one.node else {
      return false
    }
    return true
  }

  /// The sum of terms, or nil where there are none.
  package static func sum(of links: [Link]) -> Expression? {
    guard let first = links.first else { return nil }
    let start = first.isInverse ? Expression(.negate(first.operand)) : first.operand
    return links.dropFirst().reduce(start) {
      Expression(.binary($1.isInverse ? .subtract : .add, $0, $1.operand))
    }
  }

  /// The expression with another in the place of a name.
  package func renaming(_ name: String, to other: Expression) -> Expression {
    if case .name(name) = node { return other }
    return children.enumerated().reduce(self) { result, child in
      result.replacingChild(child.offset, by: child.element.renaming(name, to: other))
    }
  }

  /// The expression with each of two names in the place of the other.
  package func exchanging(_ first: String, with second: String) -> Expression {
    if case .name(first) = node { return Expression(.name(second)) }
    if case .name(second) = node { return Expression(.name(first)) }
    return children.enumerated().reduce(self) { result, child in
      result.replacingChild(child.offset, by: child.element.exchanging(first, with: second))
    }
  }

  /// The product of factors, or nil where there are none.
  package static func product(of links: [Link]) -> Expression? {
    guard let first = links.first else { return nil }
    let one = Expression(.number(1, spelling: "1"))
    let start = first.isInverse ? Expression(.binary(.divide, one, first.operand)) : first.operand
    return links.dropFirst().reduce(start) {
      Expression(.binary($1.isInverse ? .divide : .multiply, $0, $1.operand))
    }
  }

  package static func number(_ value: Int) -> Expression {
    Expression(.number(Double(value), spelling: "\(value)"))
  }

  /// Whether the expression says which places are meant, and is nothing that is worked out.
  package var isSpan: Bool {
    switch node {
    case .span, .all: true
    default: false
    }
  }

  /// Whether the expression is a number.
  package var isNumber: Bool {
    if case .number = node { true } else { false }
  }
}

extension Function {
  /// Whether the function works on each entry by itself.
  package var worksEntryByEntry: Bool { self == .identity || Elementwise(self) != nil }
}
