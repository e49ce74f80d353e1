import Formulas

extension Grammar {
  /// What edits of the last operation itself make of a formula whose halves are looked at apart.
  mutating func wholes(_ core: Expression) -> [Piece] {
    var list = PieceList()
    var own =
      ownEdits(of: core) + rearranged(core) + writtenSlopes(core) + broadcasts(core)
      + shifted(core)
    if let chain = core.chain { own += joined(core.links, chain) }
    for deviation in own { add(deviation, to: &list) }
    let likely = pieces(of: core, within: Prior.termForgotten + 1).map { $0.deviation }
    for deviation in furtherEdited(likely, within: Space.farthest - 3) {
      add(deviation, to: &list)
    }
    for deviation in copied(core) { add(deviation, to: &list) }
    for deviation in renamed(core) + exchanged(core) { add(deviation, to: &list) }
    return list.first(Grammar.most)
  }

  /// The first row, or the first number, written down for all.
  private mutating func copied(_ core: Expression) -> [Deviation] {
    guard let shape = shape(of: core), shape.rank > 0, (2...3).contains(shape.rows) else {
      return []
    }
    let first = Expression(.index(core, [.number(surroundings.program.indexBase)]))
    let ones = Expression(.call(.ones, [.number(shape.rows)]))
    let all =
      shape.rank == 2
      ? Expression(.call(.outer, [ones, first])) : Expression(.binary(.multiply, first, ones))
    return [Deviation(all, .wrongIndex, .replaced(core, by: all), bits: Prior.oneOfMany)]
  }

  /// Those deviations that can be computed.
  mutating func compiled(_ deviations: [Deviation]) -> [Piece] {
    var list = PieceList()
    for deviation in deviations { add(deviation, to: &list) }
    return list.first(Grammar.most)
  }

  /// One value taken for another wherever it stands.
  func renamed(_ core: Expression) -> [Deviation] {
    core.names.filter { core.count(of: $0) > 1 }.flatMap { name in
      surroundings.others(for: name).filter { $0.bits <= Prior.otherRole }.map { other in
        Deviation(
          core.renaming(name, to: other.expression), .wrongName,
          .replaced(Expression(.name(name)), by: other.expression), bits: other.bits)
      }
    }
  }

  /// Two values that have changed places: p σ(q) for σ(p) q.
  private func exchanged(_ core: Expression) -> [Deviation] {
    let names = core.names.sorted()
    return names.indices.flatMap { index in
      surroundings.others(for: names[index]).compactMap { other in
        guard case .name(let second) = other.expression.node,
          names[(index + 1)...].contains(second)
        else { return nil }
        let first = Expression(.name(names[index]))
        return Deviation(
          core.exchanging(names[index], with: second), .swapOperands,
          .replaced(first, by: other.expression),
          bits: letters == nil ? Prior.exchanged : Prior.exchangedLetters)
      }
    }
  }

  /// What does not belong into a formula and is multiplied with it all the same.
  mutating func extraFactors(for core: Expression) -> [Piece] {
    guard let shape = shape(of: core) else { return [] }
    var list = PieceList()
    var factors: [(expression: Expression, bits: Double)] = []
    func factor(_ expression: Expression, _ bits: Double) { factors.append((expression, bits)) }
    for other in surroundings.values(of: shape) {
      factor(other.expression, Prior.extraFactor)
      guard case .name(let name) = other.expression.node, let slot = builder.slot(named: name)
      else { continue }
      if let (function, argument) = surroundings.activation(of: slot), function.hasDerivative {
        factor(Expression(.derivative(function, Expression(.name(argument)))), 3.5)
        for form in slopeForms(at: other.expression, of: function) {
          factor(form.expression, form.bits + 2)
        }
      } else if surroundings.activation(of: slot)?.function == .softmax {
        let rest = Expression(.binary(.subtract, .number(1), other.expression))
        factor(Expression(.binary(.multiply, other.expression, rest)), Prior.rate)
        for form in slopeForms(at: other.expression, of: .softmax) {
          factor(form.expression, form.bits + 2)
        }
      }
    }
    for other in surroundings.inputsOfWeights() { factor(other.expression, other.bits) }
    if let letters { factors += leftOvers(letters, shape) }
    for (expression, bits) in factors where core.mayBeMultiplied(by: expression) {
      add(Deviation(expression, .extraFactor, .added(expression), bits: bits), to: &list)
    }
    return list.first(80)
  }

  /// A function of the wrong thing: σ′ or a slope half remembered, taken of the sum itself.
  mutating func functions(
    ofCore lefts: [Piece], in core: Expression, _ last: Expression
  ) -> [Piece] {
    guard case .derivative(let function, _) = last.node else { return [] }
    var list = PieceList()
    for left in lefts {
      let u = left.deviation.expression
      func call(_ f: Function, _ x: Expression) -> Expression { Expression(.call(f, [x])) }
      let image = call(function, u)
      let rest = Expression(.binary(.subtract, .number(1), image))
      let forms: [(Expression, Double)] = [
        (Expression(.derivative(function, u)), Prior.oddFunction),
        (image, Prior.oddFunction), (call(function, rest), Prior.exoticFunction),
        (Expression(.binary(.multiply, u, Expression(.binary(.subtract, .number(1), u)))), 5),
        (Expression(.binary(.subtract, .number(1), call(.square, u))), 5.5),
        (Expression(.binary(.multiply, u, Expression(.derivative(function, u)))), 5.5),
      ]
      for (form, bits) in forms {
        let edit = Mutation.Edit(
          kind: .wrongFunction, change: .replaced(core, by: form), cost: Prior.cost(ofBits: bits))
        add(
          Deviation(form, left.deviation.edits + [edit], bits: left.bits + bits), to: &list)
      }
    }
    return list.first(60)
  }

  /// Other values in the place of the whole.
  mutating func otherWholes(_ shape: Shape) -> [Piece] {
    var list = PieceList()
    let whole = Expression(.name(surroundings.program.name(of: surroundings.target)))
    var others = surroundings.values(of: shape).map { ($0.expression, Prior.otherWhole) }
    others += surroundings.reductions(to: shape).map { ($0.expression, Prior.oddReduction) }
    if shape.rank == 2, shape != shape.transposed {
      others += surroundings.values(of: shape.transposed).map {
        (Expression(.transpose($0.expression)), Prior.otherWhole + Prior.transposed)
      }
    }
    others += surroundings.losses().map { ($0.expression, $0.bits) }
    for (expression, bits) in others {
      add(
        Deviation(expression, .wrongName, .replaced(whole, by: expression), bits: bits), to: &list)
    }
    return list.first(80)
  }
}

extension Expression {
  /// How often a name occurs.
  fileprivate func count(of name: String) -> Int {
    if case .name(name) = node { return 1 }
    return children.reduce(0) { $0 + $1.count(of: name) }
  }
}
