import Formulas

/// The halves of formulas, while a space is being built.
struct SpaceForm {
  /// Two pieces and how they are put together.
  struct Half {
    let operation: Pairing.Operation
    let left: Int
    let right: Int
    let bits: Double
    var edits: [Mutation.Edit] = []
  }

  /// The most bits that anything may cost.
  private let farthest: Double
  private(set) var pieces: [Piece] = []
  private(set) var halves: [Half] = []

  init(within farthest: Double) {
    self.farthest = farthest
  }

  /// Adds a formula of the value and what people compute in its place.
  ///
  mutating func add(_ way: Deviation, _ grammar: inout Grammar) {
    let detour = way.bits
    let limit = farthest - detour
    let stripped = Stripped(way.expression)
    let core = stripped.core
    let start = halves.count
    if stripped.hasConstants {
      let dropped = Deviation(
        .number(1), .dropFactor, .dropped(core), bits: Grammar.bitsToForget(core))
      alone(grammar.compiled([dropped]), detour)
    }
    let lefts: [Piece]
    var rights: [Piece] = []
    let links = core.links
    switch core.node {
    case .call(.outer, let arguments):
      lefts = grammar.pieces(of: arguments[0], within: limit)
      rights = grammar.pieces(of: arguments[1], within: limit)
      pair(lefts, rights, .outer, detour, limit)
      pair(rights, lefts, .outer, detour + Prior.transposed, limit, turned(core))
      alone(grammar.wholes(core), detour)
    case .binary(.matrixProduct, let left, let right):
      lefts = grammar.pieces(of: left, within: limit)
      rights = grammar.pieces(of: right, within: limit)
      pair(lefts, rights, .product, detour, limit)
      alone(grammar.wholes(core), detour)
      alone(grammar.compiled(grammar.parts(left, right, of: core)), detour)
      let half = limit - Prior.operandForgotten
      alone(lefts.dropping(right, .dropFactor, Prior.operandForgotten, within: half), detour)
      alone(rights.dropping(left, .dropFactor, Prior.operandForgotten, within: half), detour)
    case .binary where core.chain == .product && !links[links.count - 1].isInverse:
      guard let (rest, last) = core.lastFactor else {
        alone(grammar.pieces(of: core, within: limit), detour)
        alone(grammar.wholes(core), detour)
        break
      }
      lefts = grammar.pieces(of: rest, within: limit)
      rights = grammar.pieces(ofLast: last, within: limit)
      pair(lefts, rights, .multiply, detour, limit)
      let divided = Mutation.Edit(
        kind: .wrongOperation,
        change: .replaced(
          Expression(.binary(.multiply, rest, last)), by: Expression(.binary(.divide, rest, last))),
        cost: Prior.cost(ofBits: 4.5))
      if last.chain == .product {
        let added = Mutation.Edit(
          kind: .wrongOperation,
          change: .replaced(
            Expression(.binary(.multiply, rest, last)), by: Expression(.binary(.add, rest, last))),
          cost: Prior.cost(ofBits: 4.5))
        pair(
          Array(lefts.prefix(1)), Array(rights.prefix(1)), .add, detour + 4.5, limit, [added])
      }
      pair(
        Array(lefts.prefix(40)), Array(rights.prefix(20)), .divide, detour + 4.5, limit, [divided])
      alone(
        lefts.dropping(
          last, .dropFactor, Grammar.bitsToForget(last), within: limit), detour)
      alone(
        rights.dropping(rest, .dropFactor, Prior.operandForgotten, within: limit), detour)
      alone(grammar.wholes(core), detour)
      alone(grammar.functions(ofCore: Array(lefts.prefix(6)), in: core, last), detour)
    case .binary where core.chain == .sum && links.count == 2:
      lefts = grammar.pieces(of: links[0].operand, within: limit)
      rights = grammar.pieces(of: links[1].operand, within: limit)
      let isDifference = links[1].isInverse
      pair(lefts, rights, isDifference ? .subtract : .add, detour, limit)
      let second = links[1].operand
      let negated = Expression(.negate(second))
      let flip = Mutation.Edit(
        kind: .flipSign,
        change: isDifference
          ? .replaced(negated, by: second) : .replaced(second, by: negated),
        cost: Prior.cost(ofBits: Prior.sign))
      pair(
        lefts, rights, isDifference ? .add : .subtract, detour + Prior.sign, limit, [flip])
      let firsts = stripped.hasConstants ? lefts.filter { !$0.deviation.expression.isOne } : lefts
      alone(firsts.dropping(second, .dropTerm, Prior.termForgotten, within: limit), detour)
      // Who writes down what is left keeps its sign, but for the change that an update subtracts.
      if !isDifference || grammar.letters == nil || second.names.contains("eta") {
        alone(
          rights.dropping(
            links[0].operand, .dropTerm, Prior.firstTermForgotten, within: limit), detour)
      }
      alone(grammar.wholes(core), detour)
    default:
      // That rows and columns are exchanged is tried with everything.
      alone(grammar.pieces(of: core, within: limit, Grammar.Place(isTransposed: true)), detour)
      alone(grammar.wholes(core), detour)
    }
    timesFactors(core, detour, &grammar)
    for index in start..<halves.count { halves[index].edits = way.edits + halves[index].edits }
  }

  private func turned(_ outer: Expression) -> [Mutation.Edit] {
    guard case .call(.outer, let arguments) = outer.node else { return [] }
    let swapped = Expression(.call(.outer, arguments.reversed()))
    return [
      Mutation.Edit(
        kind: .swapOperands, change: .replaced(outer, by: swapped),
        cost: Prior.cost(ofBits: Prior.transposed))
    ]
  }

  /// The whole multiplied by something that does not belong there.
  private mutating func timesFactors(
    _ core: Expression, _ detour: Double, _ grammar: inout Grammar
  ) {
    // With a letter of any kind nearly everything would be two edits away.
    let wholes =
      grammar.letters == nil
      ? grammar.pieces(of: core, within: Prior.operandForgotten).prefix(40)
      : grammar.compiled([Deviation(core)])[...]
    pair(
      Array(wholes), grammar.extraFactors(for: core), .multiply, detour, farthest)
  }

  /// Adds a formula multiplied by each of some factors.
  mutating func add(_ formula: Expression, times factors: [Expression], _ grammar: inout Grammar) {
    let core = Stripped(formula).core
    let others = factors.filter { core.mayBeMultiplied(by: $0) }.map { factor in
      Deviation(factor, .extraFactor, .added(factor), bits: Prior.leftOver)
    }
    let right = grammar.compiled([Deviation(core)])
    alone(right, 0)
    pair(
      right, grammar.compiled(others), .multiply, 0, farthest)
  }

  /// Values that have nothing to do with the formula but its shape.
  mutating func addOtherWholes(shape: Shape, _ grammar: inout Grammar) {
    alone(grammar.otherWholes(shape), 0)
  }

  /// The formula with one sum or mean left out, as where a layer shares one bias.
  mutating func addWithoutSums(_ formula: Expression, _ grammar: inout Grammar) {
    let found = Stripped(formula).core.withoutOneSum.map { edited, dropped in
      Deviation(edited, .dropFunction, .dropped(dropped), bits: Prior.sumForgotten)
    }
    alone(grammar.compiled(found), 0)
  }

  private mutating func pair(
    _ lefts: [Piece], _ rights: [Piece], _ operation: Pairing.Operation, _ detour: Double,
    _ limit: Double, _ edits: [Mutation.Edit] = []
  ) {
    let (first, second) = (pieces.count, pieces.count + lefts.count)
    pieces += lefts + rights
    for (i, left) in lefts.enumerated() {
      for (j, right) in rights.enumerated() {
        let bits = detour + left.bits + right.bits
        if bits > limit { break }
        halves.append(
          Half(operation: operation, left: first + i, right: second + j, bits: bits, edits: edits))
      }
    }
  }

  private mutating func alone(_ lefts: [Piece], _ detour: Double) {
    for left in lefts where left.bits + detour <= farthest {
      halves.append(
        Half(
          operation: .alone, left: pieces.count, right: pieces.count, bits: left.bits + detour))
      pieces.append(left)
    }
  }
}

extension Expression {
  /// The last factor of a product and all before it, a slope that is written out being one; nil where
  /// that is all there is.
  fileprivate var lastFactor: (rest: Expression, last: Expression)? {
    var links = links
    let end = links.count - 1
    var last = links[end].operand
    if let slope = WrittenSlope.all(in: links).first(where: { $0.second == end }) {
      last = Expression(.binary(.multiply, links[slope.first].operand, last))
      links.remove(at: slope.first)
    }
    return Expression.product(of: Array(links.dropLast())).map { ($0, last) }
  }
}

extension [Piece] {
  /// The same halves where the other half has been left out.
  fileprivate func dropping(
    _ other: Expression, _ kind: EditKind, _ bits: Double, within limit: Double
  ) -> [Piece] {
    filter { $0.bits + bits <= limit }.map { piece in
      let edit = Mutation.Edit(
        kind: kind, change: .dropped(other), cost: Prior.cost(ofBits: bits))
      let deviation = Deviation(
        piece.deviation.expression, piece.deviation.edits + [edit], bits: piece.bits + bits)
      return Piece(deviation: deviation, part: piece.part, shape: piece.shape)
    }
  }
}
