import Exercises
import Formulas

/// All that might have been computed in the place of a formula and its parts.
///
/// A formula is a product of choices that have nothing to do with each other: which quantity each
/// operand is, which slope, which terms with which signs. What each choice costs adds up, so two
/// slips at once need no search of their own. Every part is compiled once, however many
/// explanations it is a part of.
struct Grammar {
  private(set) var builder: ProgramBuilder
  let surroundings: Surroundings
  /// How many definitions of earlier values may stand in the place of their names.
  private var inlining = 1
  /// How many operations may still be compiled.
  private var budget: Int
  private var definitions: [String: [Deviation]] = [:]

  /// The most deviations of one part of a formula.
  static let most = 240

  /// - Parameter letters: Where the formula is written down and not worked out, what its letters are.
  init(_ exercise: Exercise, of target: Program.Slot, budget: Int, letters: Letters? = nil) {
    builder = exercise.builder
    surroundings = Surroundings(exercise, of: target, letters: letters)
    if letters != nil { inlining = 2 }
    self.budget = budget
  }

  /// Whether there was more than could be compiled.
  var isSpent: Bool { budget <= 0 }

  /// What letters are, where formulas are written down and not worked out.
  var letters: Letters? { surroundings.letters }

  /// The expression and what people compute in its place, the right one first.
  mutating func pieces(
    of expression: Expression, within limit: Double, _ place: Place = Place()
  ) -> [Piece] {
    var list = PieceList()
    add(Deviation(expression), to: &list)
    if budget <= 0 { return list.first(1) }
    for deviation in deviations(of: expression, within: limit, place) {
      if deviation.bits > limit { continue }
      add(deviation, to: &list)
    }
    return list.first(Grammar.most)
  }

  /// Where an expression stands.
  struct Place {
    /// Whether it is the argument of a function.
    var isArgument = false
    /// Whether it is transposed.
    var isTransposed = false
    /// Whether it is the whole formula.
    var isRoot = false
  }

  /// Compiles a deviation, unless no shape fits or there have been enough.
  mutating func add(_ deviation: Deviation, to list: inout PieceList) {
    guard let piece = compiled(deviation) else { return }
    list.add(piece.deviation, piece.part, piece.shape)
  }

  mutating func compiled(_ deviation: Deviation) -> Piece? {
    let isRight = deviation.edits.isEmpty
    guard isRight || budget > 0 else { return nil }
    let before = builder.entriesOfParts
    guard let part = try? builder.part(deviation.expression) else {
      budget -= 1
      return nil
    }
    budget -= deviation.expression.size + builder.entriesOfParts - before
    return Piece(deviation: deviation, part: part, shape: builder.shape(of: part))
  }

  // MARK: One node

  private mutating func deviations(
    of expression: Expression, within limit: Double, _ place: Place
  ) -> [Deviation] {
    var found = edits(of: expression, place)
    found += rearranged(expression)
    if expression.chain == .sum { found += writtenSlopes(expression) }
    switch expression.node {
    case .number: break
    case .name(let name):
      found += others(for: name, within: limit)
      if !place.isTransposed { found += turned(expression) }
    case .derivative(let function, let argument):
      found += slopes(of: function, at: argument, in: expression, within: limit)
      // One slope for all units.
      found += [Function.sum, .mean].map { function in
        let all = Expression(.call(function, [expression]))
        return Deviation(
          all, .wrongFunction, .replaced(expression, by: all), bits: Prior.exoticFunction)
      }
    case .call(let function, let arguments):
      found += functions(for: function, of: arguments, in: expression, within: limit)
      let inner = inChildren(of: expression, within: limit)
      found += inner
      if arguments.count == 1 { found += furtherEdited(inner, within: limit) }
    case .transpose(let inner):
      for piece in pieces(of: inner, within: limit, Place(isTransposed: true)) {
        let turned = Expression(.transpose(piece.deviation.expression))
        found.append(Deviation(turned, piece.deviation.edits, bits: piece.bits))
        let edit = Mutation.Edit(
          kind: .dropTranspose, change: .dropped(turned), cost: Prior.cost(ofBits: Prior.transposed)
        )
        found.append(
          Deviation(
            piece.deviation.expression, piece.deviation.edits + [edit],
            bits: piece.bits + Prior.transposed))
      }
    case .binary(.matrixProduct, let left, let right):
      found += operands(left, right, of: expression)
      found += parts(left, right, of: expression)
      found += broadcasts(expression)
      found += shifted(expression)
      found += inChildren(of: expression, within: limit)
    case .binary(.power, let base, _) where expression.squared != nil:
      found += others(forSquareOf: base, in: expression)
      found += inChildren(of: expression, within: limit)
    case .applied:
      found += others(forArgumentOf: expression)
      found += inChildren(of: expression, within: limit)
    case .gradient:
      found += throughWindows(expression, within: limit)
      found += inChildren(of: expression, within: limit)
    default:
      if expression.chain == nil {
        found += inChildren(of: expression, within: limit)
      } else {
        found += chained(expression, within: limit, place)
      }
    }
    return found
  }

  /// The likeliest deviations with one more edit of the last operation.
  func furtherEdited(_ deviations: [Deviation], within limit: Double) -> [Deviation] {
    deviations.filter { !$0.edits.isEmpty }.prefix(12).flatMap { first in
      ownEdits(of: first.expression).compactMap { second -> Deviation? in
        let bits = first.bits + second.bits
        guard bits <= limit else { return nil }
        return Deviation(second.expression, first.edits + second.edits, bits: bits)
      }
    }
  }

  /// What one edit of the last operation makes of an expression.
  func ownEdits(of expression: Expression) -> [Deviation] {
    edits(of: expression, Place(isRoot: true)).filter {
      // Signs and factors of the whole are tried with everything.
      $0.edits[0].kind != .extraFactor && $0.bits != Prior.bits(ofCost: 1.5)
    }
  }

  /// What one edit of the node itself makes of it.
  private func edits(of expression: Expression, _ place: Place) -> [Deviation] {
    FormulaEdits.replacements(
      of: expression, isArgument: place.isArgument,
      isRoot: place.isRoot
    ).map { kind, replacement in
      // With vectors, W x the other way round is x W, which says less than that W is not transposed.
      let isTurnedProduct = kind == .swapOperands && replacement.expression.isMatrixProduct
      return Deviation(
        replacement.expression, kind, replacement.change,
        bits: Prior.bits(ofCost: replacement.cost) + (isTurnedProduct ? 0.1 : 0))
    }
  }

  /// The expression with deviations in what it is made of.
  private mutating func inChildren(
    of expression: Expression, within limit: Double
  ) -> [Deviation] {
    let place = Place(isArgument: expression.isElementwise)
    var lists: [[Choice]] = []
    for child in expression.children {
      // Places and sizes are not worked out but counted.
      let isFixed = child.isNumber || child.isSpan
      lists.append(
        isFixed
          ? [Choice(Deviation(child))]
          : pieces(of: child, within: limit, place).map { Choice($0.deviation) })
    }
    return Choice.combinations(lists, within: limit, most: Grammar.most).map { choice in
      var changed = expression
      for (index, link) in choice.links.enumerated() {
        changed = changed.replacingChild(index, by: link.operand)
      }
      return Deviation(changed, choice.edits, bits: choice.bits)
    }
  }

  // MARK: Names

  /// Other values, and what the value itself is if its own formula was got wrong here.
  private mutating func others(for name: String, within limit: Double) -> [Deviation] {
    let whole = Expression(.name(name))
    var found = surroundings.others(for: name).map { other in
      Deviation(
        other.expression, .wrongName, .replaced(whole, by: other.expression), bits: other.bits)
    }
    if let letters, letters.shares.contains(name) {
      let rest = Expression(.binary(.subtract, .number(1), whole))
      found.append(
        Deviation(rest, .wrongOperation, .replaced(whole, by: rest), bits: Prior.complement))
    }
    if let slot = builder.slot(named: name), surroundings.program.isInput(slot) {
      let size = Expression(.call(.abs, [whole]))
      found.append(
        Deviation(size, .wrongName, .replaced(whole, by: size), bits: Prior.signsLost))
    }
    for (other, bits) in functions(ofName: name) {
      found.append(Deviation(other, .wrongName, .replaced(whole, by: other), bits: bits))
    }
    for inner in inlined(name) {
      if letters != nil {
        found.append(inner)
        continue
      }
      found.append(
        Deviation(
          inner.expression, .wrongName, .replaced(whole, by: inner.expression),
          bits: inner.bits + Prior.earlierStep))
    }
    return found
  }

  /// One entry of a value, its sum, its square, or its function once more.
  private func functions(ofName name: String) -> [(Expression, Double)] {
    guard let slot = builder.slot(named: name) else { return [] }
    let whole = Expression(.name(name))
    func call(_ function: Function) -> Expression { Expression(.call(function, [whole])) }
    let shape = builder.shape(of: slot)
    let square = letters == nil ? call(.square) : whole.toPowerOfTwo
    var found = [(square, Prior.oneOfMany)]
    let role = surroundings.exercise.quantity(of: slot)?.role
    if role == .input {
      found += surroundings.activationsInUse.map { (call($0), Prior.elsewhere) }
    }
    if let (function, _) = surroundings.activation(of: slot), function != .identity {
      found.append((call(function), Prior.oddFunction))
    }
    if shape.count > 1 { found += [(call(.sum), Prior.oneOfMany), (call(.mean), Prior.oneOfMany)] }
    if role == .errorSignal, let targets = surroundings.exercise.slot(of: .target),
      builder.shape(of: targets) == shape, shape.count > 1
    {
      // Only the path through the right class.
      let mask = Expression(.name(surroundings.program.name(of: targets)))
      found.append((Expression(.binary(.multiply, whole, mask)), Prior.oneOfMany))
    }
    found += misread(name).map { ($0.expression, $0.bits) }
    if case .vector(let length) = shape, (2...3).contains(length) {
      found += (0..<length).map { index in
        let place = Expression.number(index + surroundings.program.indexBase)
        return (Expression(.index(whole, [place])), Prior.oneOfMany)
      }
    }
    return found
  }

  /// A matrix in which rows and columns are exchanged.
  private mutating func turned(_ whole: Expression) -> [Deviation] {
    guard let shape = compiled(Deviation(whole))?.shape, shape.rank == 2, shape.count > 1 else {
      return []
    }
    let turned = Expression(.transpose(whole))
    return [
      Deviation(turned, .addTranspose, .replaced(whole, by: turned), bits: Prior.transposed)
    ]
  }

  /// What is far-fetched in an earlier step is more so when it is done only here.
  private static let mostWithin = 4.5

  private mutating func inlined(_ name: String) -> [Deviation] {
    if let known = definitions[name] { return known }
    guard inlining > 0, let slot = builder.slot(named: name),
      let formula = surroundings.program.formula(of: slot)?.expression
    else { return [] }
    inlining -= 1
    let shape = builder.shape(of: slot)
    let found = pieces(of: formula, within: Grammar.mostWithin)
      .filter { !$0.deviation.edits.isEmpty && $0.shape == shape }.map { $0.deviation }
    inlining += 1
    definitions[name] = found
    return found
  }

  // MARK: Matrix products

  private func operands(
    _ left: Expression, _ right: Expression, of whole: Expression
  ) -> [Deviation] {
    [
      Deviation(right, .dropFactor, .dropped(left), bits: Prior.operandForgotten),
      Deviation(left, .dropFactor, .dropped(right), bits: Prior.operandForgotten),
    ]
  }
}

extension Expression {
  /// How many nodes it has.
  fileprivate var size: Int { children.reduce(1) { $0 + $1.size } }

  fileprivate var isMatrixProduct: Bool {
    if case .binary(.matrixProduct, _, _) = node { true } else { false }
  }
}
