import Formulas

extension Grammar {
  /// The same operations in another order: brackets elsewhere, a function applied sooner or later.
  func rearranged(_ expression: Expression) -> [Deviation] {
    let found: [(Expression, Double)] =
      switch expression.node {
      case .call(let function, let arguments) where arguments.count == 1:
        applied(function, to: arguments[0])
      case .binary where expression.chain == .product: functionsOpened(expression.links)
      case .binary where expression.chain == .sum: bracketsSet(expression.links)
      default: []
      }
    let lost = expression.chain == .product ? bracketsLost(expression.links) : []
    return lost
      + found.map { other, bits in
        Deviation(other, .wrongOperation, .replaced(expression, by: other), bits: bits)
      }
  }

  /// f(u) + v and f(u) + f(v) for f(u + v), and f(sum(u)) for sum(f(u)).
  func applied(
    _ function: Function, to argument: Expression
  ) -> [(Expression, Double)] {
    func call(_ function: Function, _ x: Expression) -> Expression {
      Expression(.call(function, [x]))
    }
    if function.reduces, case .call(let inner, let innermost) = argument.node,
      inner.worksEntryByEntry, innermost.count == 1
    {
      return [(call(inner, call(function, innermost[0])), Prior.elsewhere)]
    }
    guard function.worksEntryByEntry, case .binary(let symbol, let left, let right) = argument.node,
      symbol != .power, symbol != .matrixProduct, !left.isNumber, !right.isNumber
    else { return [] }
    func binary(_ x: Expression, _ y: Expression) -> Expression {
      Expression(.binary(symbol, x, y))
    }
    return [
      (binary(call(function, left), right), Prior.elsewhere),
      (binary(left, call(function, right)), Prior.elsewhere + 0.5),
      (binary(call(function, left), call(function, right)), Prior.elsewhere),
    ]
  }

  /// a − y f for (a − y) f, a f − y, and u / v + w for u / (v + w).
  private func bracketsLost(_ links: [Expression.Link]) -> [Deviation] {
    var found: [Deviation] = []
    func add(_ other: Expression?, without brackets: Expression) {
      guard let other else { return }
      found.append(
        Deviation(
          other, .wrongOperation, .dropped(brackets),
          bits: letters == nil ? Prior.elsewhere : Prior.bracketsLost))
    }
    for (index, link) in links.enumerated() where links.count > 1 {
      var rest = links
      rest.remove(at: index)
      let terms = link.operand.links
      if link.isInverse, link.operand.chain == .product {
        // u / v w divides by v alone.
        let opened = terms.enumerated().map { place, factor in
          Expression.Link(operand: factor.operand, isInverse: place == 0 || factor.isInverse)
        }
        add(Expression.product(of: rest + opened), without: link.operand)
      }
      guard link.operand.chain == .sum else { continue }
      // What stands before the bracket goes with its first term, what stands behind with its last.
      for place in link.isInverse ? 0..<1 : terms.indices {
        var changed = terms
        let own = Expression.Link(operand: terms[place].operand, isInverse: link.isInverse)
        guard let product = Expression.product(of: link.isInverse ? rest + [own] : [own] + rest)
        else { continue }
        changed[place] = Expression.Link(operand: product, isInverse: terms[place].isInverse)
        add(Expression.sum(of: changed), without: link.operand)
      }
    }
    return found
  }

  /// u · 1 − a² for u (1 − a²), and f(u v) for f(u) v.
  private func functionsOpened(_ links: [Expression.Link]) -> [(Expression, Double)] {
    var found: [(Expression, Double)] = []
    for (index, link) in links.enumerated() where !link.isInverse {
      var rest = links
      rest.remove(at: index)
      if case .derivative(let function, let argument) = link.operand.node,
        let product = Expression.product(of: rest), !rest[0].isInverse,
        let other = ClosedForm.product(
          of: product, withoutBracketsOf: function, at: value(of: function, at: argument))
      {
        found.append((other, Prior.elsewhere))
      }
      if case .call(let function, let arguments) = link.operand.node, arguments.count == 1,
        function.worksEntryByEntry, rest.contains(where: { !$0.operand.isConstant }),
        let product = Expression.product(
          of: [Expression.Link(operand: arguments[0], isInverse: false)] + rest)
      {
        found.append((Expression(.call(function, [product])), Prior.elsewhere))
      }
    }
    return found
  }

  /// f(z) by its name, where it has one.
  private func value(of function: Function, at argument: Expression) -> Expression {
    if case .name(let name) = argument.node, let slot = builder.slot(named: name),
      let own = surroundings.values.first(where: {
        surroundings.argument(of: $0) == slot
          && surroundings.activation(of: $0)?.function == function
      })
    {
      return Expression(.name(surroundings.program.name(of: own)))
    }
    return Expression(.call(function, [argument]))
  }

  /// (W − η) D for W − η D, and W (x + b) for W x + b.
  private func bracketsSet(_ links: [Expression.Link]) -> [(Expression, Double)] {
    var found: [(Expression, Double)] = []
    for index in links.indices {
      var rest = links
      let link = rest.remove(at: index)
      guard !rest.isEmpty else { continue }
      switch link.operand.node {
      case .binary(.matrixProduct, let left, let right):
        var inner = [Expression.Link(operand: right, isInverse: false)] + rest
        if link.isInverse { inner = [] }
        if let sum = Expression.sum(of: inner) {
          found.append(
            (Expression(.binary(.matrixProduct, left, sum)), Prior.elsewhere))
        }
      case .binary where link.operand.chain == .product:
        let factors = link.operand.links
        rest.insert(
          Expression.Link(operand: factors[0].operand, isInverse: link.isInverse), at: index)
        if let sum = Expression.sum(of: rest),
          let product = Expression.product(
            of: [Expression.Link(operand: sum, isInverse: false)] + factors.dropFirst())
        {
          found.append((product, Prior.elsewhere))
        }
      default: break
      }
    }
    return found
  }

  /// What is done to a factor that is itself worked out: squared, its size, all of it added up.
  func wrapped(_ operand: Expression) -> [Deviation] {
    func call(_ function: Function) -> Expression { Expression(.call(function, [operand])) }
    return [
      (call(.square), Prior.oddFunction), (call(.abs), Prior.oddFunction + 0.5),
      (call(.sum), Prior.exoticFunction), (call(.mean), Prior.exoticFunction),
    ].map { other, bits in
      Deviation(other, .wrongFunction, .replaced(operand, by: other), bits: bits)
    }
  }

  /// One path or one sample in the place of all that a matrix product adds up.
  mutating func parts(
    _ left: Expression, _ right: Expression, of whole: Expression
  ) -> [Deviation] {
    guard let first = shape(of: left), let second = shape(of: right) else { return [] }
    func row(_ matrix: Expression, _ index: Int) -> Expression {
      Expression(.index(matrix, [.number(index + surroundings.program.indexBase)]))
    }
    func turned(_ matrix: Expression) -> Expression {
      if case .transpose(let inner) = matrix.node { return inner }
      return Expression(.transpose(matrix))
    }
    var found: [Expression] = []
    switch (first, second) {
    case (.matrix(_, let inner), .vector) where inner > 1:
      for index in [0, inner - 1] {
        found.append(
          Expression(.binary(.multiply, row(turned(left), index), row(right, index))))
      }
      // All paths but one.
      if (3...4).contains(inner) {
        found += (0..<inner).map { index in
          let path = Expression(.binary(.multiply, row(turned(left), index), row(right, index)))
          return Expression(.binary(.subtract, whole, path))
        }
      }
    case (.matrix(_, let inner), .matrix) where inner > 1:
      let (columns, rows) = (turned(left), right)
      for index in [0, inner - 1] {
        found.append(Expression(.call(.outer, [row(columns, index), row(rows, index)])))
      }
      func sums(_ matrix: Expression) -> Expression { Expression(.call(.rowSums, [matrix])) }
      found.append(Expression(.call(.outer, [sums(left), sums(turned(right))])))
    default: break
    }
    return found.map { part in
      Deviation(part, .wrongIndex, .replaced(whole, by: part), bits: Prior.oneEntry)
    }
  }
}

extension Function {
  /// Whether the function adds up, or takes the mean of, what it is given.
  fileprivate var reduces: Bool {
    switch self {
    case .sum, .mean, .rowSums, .rowMeans: true
    default: false
    }
  }
}
