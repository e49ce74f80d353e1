import Exercises
import Formulas
import Numerics

/// All explanations of one step by its own formula: halves of formulas that have been compiled, the
/// ways to put them together, and the factors of the whole.
struct Space: Sendable {
  /// Two halves of a formula.
  struct Candidate: Sendable {
    let pairing: Pairing
    let left: Int32
    let right: Int32
    let bits: Double
    let edits: [Mutation.Edit]
  }

  /// A candidate with a factor, as it is or with rows and columns exchanged.
  struct Chosen: Hashable, Sendable {
    let candidate: Int
    let scalar: Int
    let isTransposed: Bool
  }

  let program: Program
  /// The shape of the values that are looked for.
  let shape: Shape
  /// Whether that is the shape of the right one, so that these are the explanations of the value.
  let isOfStep: Bool
  /// The likeliest first; the right formula is the very first.
  let candidates: [Candidate]
  let scalars: [Scalar]
  private let pieces: [Piece]
  /// In which order the halves are computed, the likeliest candidates' first.
  private let order: PartOrder
  /// The learning rate, where there is one.
  private let rate: Program.Slot?
  /// The halves on the key's values, which most answers are first held against.
  private let known = Kept<Evaluation?>(nil)
  /// One that has served for other values, and may again.
  private let spare = Kept<Evaluation?>(nil)
  /// What has explained an answer may explain others.
  private let mutations = KeptTable<Chosen, Mutation>()
  /// The likeliest other values, put in order when first needed.
  private let likeliest = Kept<[Way]?>(nil)
  let plausibility: Plausibility
  /// Whether there was more to try than may be, so that what is likely may be missing.
  let isCutShort: Bool

  /// What is so far-fetched that it is not looked for.
  static let farthest = 10.0
  /// The most candidates that are kept.
  private static let most = 6_000
  /// The most operations that the halves may come to, so that no formula takes long.
  private static let mostOperations = 25_000
  /// Of a formula that itself comes to more, nothing else is tried: compiling it a thousand times
  /// over, a little changed, would take seconds.
  private static let mostOfFormula = 2_000

  /// - Parameters:
  ///   - shape: The shape of the values that are looked for; that of the right one by default.
  ///   - farthest: The most bits that anything in the space may cost.
  ///   - letters: Where the formula is written down and not worked out, what its letters are.
  ///   - leftOver: Factors by which the whole may have been multiplied. Where there are some, that is
  ///     all that is looked for.
  init(
    _ exercise: Exercise, of slot: Program.Slot, _ formula: Expression, shape other: Shape? = nil,
    within farthest: Double = Space.farthest, letters: Letters? = nil,
    leftOver: [Expression] = []
  ) {
    let shape = other ?? exercise.program.shape(of: slot)
    self.shape = shape
    isOfStep = other == nil
    let isLong = exercise.program.operations(of: slot) > Space.mostOfFormula
    var grammar = Grammar(
      exercise, of: slot, budget: isLong ? 0 : Space.mostOperations,
      letters: letters)
    var form = SpaceForm(within: farthest)
    if leftOver.isEmpty {
      if other != nil { form.addWithoutSums(formula, &grammar) }
      // What a slope is called says more than how it is written out.
      if let named = grammar.surroundings.withSlopesNamed(formula) {
        form.add(Deviation(named), &grammar)
      }
      form.add(Deviation(formula), &grammar)
      for way in grammar.surroundings.otherWays(to: slot, formula) { form.add(way, &grammar) }
      form.addOtherWholes(shape: shape, &grammar)
    } else {
      form.add(formula, times: leftOver, &grammar)
    }
    isCutShort = grammar.isSpent
    let program = grammar.builder.build()
    self.program = program
    rate = program.slot(named: "eta")
    pieces = form.pieces
    let stripped = Stripped(formula)
    let scalars = stripped.scalars(
      counts: grammar.surroundings.counts(of: slot, formula),
      hasRate: rate != nil,
      wholeSign: letters == nil ? Prior.wholeSign : Prior.wholeSignWritten)
    self.scalars =
      leftOver.isEmpty
      ? scalars : scalars.filter { $0.edits.allSatisfy { $0.kind == .flipSign } }
    var candidates: [Candidate] = []
    for half in form.halves {
      let (left, right) = (form.pieces[half.left], form.pieces[half.right])
      guard
        let pairing = Pairing(
          half.operation, left.shape, at: program.place(of: left.part), right.shape,
          at: program.place(of: right.part)),
        pairing.shape.serves(for: shape) || pairing.shape.transposed == shape
      else { continue }
      candidates.append(
        Candidate(
          pairing: pairing, left: Int32(half.left), right: Int32(half.right), bits: half.bits,
          edits: half.edits))
    }
    let likeliest = candidates.indices.sorted {
      (candidates[$0].bits, $0) < (candidates[$1].bits, $1)
    }
    candidates = likeliest.prefix(Space.most).map { candidates[$0] }
    self.candidates = candidates
    order = PartOrder(
      candidates.map { candidate in
        let halves = [candidate.left, candidate.right].map { form.pieces[Int($0)].part }
        return candidate.pairing.operation == .alone ? [halves[0]] : halves
      }, of: program)
    let ofScalars = scalars.reduce(0) { $0 + Math.pow(2, -$1.bits) }
    var plausibility = Plausibility()
    for candidate in candidates { plausibility.add(bits: candidate.bits, times: ofScalars) }
    plausibility.add(bits: 0, times: -1)
    self.plausibility = plausibility
  }

  /// The likeliest ways to another value, the likeliest first.
  var ways: [Way] {
    if let known = likeliest.update({ $0 }) { return known }
    let made = likeliestWays
    likeliest.update { $0 = made }
    return made
  }

  /// How many candidates cost no more than this, of which the first are the likeliest.
  func count(within bits: Double) -> Int {
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].bits > bits { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Reads the values of the halves of the first candidates where the exercise's values are these, and
  /// what the factors of the whole come to there.
  ///
  /// - Parameter isKey: Whether the same values will be asked for again.
  func read<Result>(
    on context: Evaluation, isKey: Bool, first count: Int,
    _ body: (_ values: UnsafeBufferPointer<Double>, _ factors: UnsafeBufferPointer<Double>) ->
      Result
  ) -> Result {
    let halves = isKey ? known(on: context) : spare(on: context, first: count)
    defer { if !isKey { spare.update { $0 = halves } } }
    let rate = rate.map { halves.entry(0, of: $0) } ?? 0
    let factors = scalars.map { $0.value(rate: rate) }
    return halves.read { values in
      factors.withUnsafeBufferPointer { body(values, $0) }
    }
  }

  private func known(on context: Evaluation) -> Evaluation {
    if let known = known.update({ $0 }), known.hasAdopted(context) { return known }
    var made = Evaluation(program)
    made.adopt(context)
    made.run(order, groups: candidates.count)
    let evaluation = made
    known.update { $0 = evaluation }
    return evaluation
  }

  /// What is left in it of other values belongs to candidates behind the first ones.
  private func spare(on context: Evaluation, first count: Int) -> Evaluation {
    let used = spare.update { spare in
      defer { spare = nil }
      return spare
    }
    var evaluation = used ?? Evaluation(program)
    evaluation.adopt(context)
    evaluation.run(order, groups: count)
    return evaluation
  }

  /// The formula of what was chosen, and what was done to come to it.
  func mutation(_ chosen: Chosen) -> Mutation {
    mutations.value(of: chosen) { madeMutation(chosen) }
  }

  private func madeMutation(_ chosen: Chosen) -> Mutation {
    let formula = formula(chosen.candidate, chosen.scalar)
    let edits = edits(chosen.candidate, chosen.scalar)
    guard chosen.isTransposed else { return Mutation(formula: Formula(formula), edits: edits) }
    let turned = Expression(.transpose(formula))
    let turn = Mutation.Edit(
      kind: .addTranspose, change: .replaced(formula, by: turned),
      cost: Prior.cost(ofBits: Prior.transposed))
    return Mutation(formula: Formula(turned), edits: edits + [turn])
  }

  /// The formula of a candidate with a factor.
  func formula(_ candidate: Int, _ scalar: Int) -> Expression {
    let chosen = candidates[candidate]
    let core = chosen.pairing.expression(
      pieces[Int(chosen.left)].deviation.expression, pieces[Int(chosen.right)].deviation.expression)
    return scalars[scalar].times(core)
  }

  /// What was done to come to a candidate with a factor.
  func edits(_ candidate: Int, _ scalar: Int) -> [Mutation.Edit] {
    let chosen = candidates[candidate]
    return chosen.edits + pieces[Int(chosen.left)].deviation.edits
      + (chosen.pairing.operation == .alone ? [] : pieces[Int(chosen.right)].deviation.edits)
      + scalars[scalar].edits
  }
}

extension Shape {
  /// Whether a value of this shape is written as one of the other is.
  func serves(for other: Shape) -> Bool {
    self == other || (count == other.count && (rank < 2 || other.rank < 2))
  }
}
