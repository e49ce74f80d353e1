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

  let program: Program
  /// The likeliest first; the right formula is the very first.
  let candidates: [Candidate]
  let scalars: [Scalar]
  private let pieces: [Piece]
  /// The halves on the key's values, which most answers are first held against.
  private let known = Kept<Evaluation?>(nil)
  private let plausibility: [Double]

  /// What is so far-fetched that it is not looked for.
  static let farthest = 10.0
  /// The most candidates that are kept.
  private static let most = 6_000
  /// The most operations that the halves may come to, so that no formula takes long.
  private static let mostOperations = 25_000
  /// Of a formula that itself comes to more, nothing else is tried: compiling it a thousand times
  /// over, a little changed, would take seconds.
  private static let mostOfFormula = 2_000

  init(_ exercise: Exercise, of slot: Program.Slot, _ formula: Expression) {
    let isLong = exercise.program.operations(of: slot) > Space.mostOfFormula
    var grammar = Grammar(exercise, of: slot, budget: isLong ? 0 : Space.mostOperations)
    var form = SpaceForm()
    // What a slope is called says more than how it is written out.
    if let named = grammar.surroundings.withSlopesNamed(formula) {
      form.add(Deviation(named), &grammar)
    }
    form.add(Deviation(formula), &grammar)
    for way in grammar.surroundings.otherWays(to: slot, formula) { form.add(way, &grammar) }
    form.addOtherWholes(shape: exercise.program.shape(of: slot), &grammar)
    let program = grammar.builder.build()
    self.program = program
    pieces = form.pieces
    let stripped = Stripped(formula)
    scalars = stripped.scalars(
      counts: grammar.surroundings.counts(of: slot, formula),
      hasRate: program.slot(named: "eta") != nil)
    let shape = program.shape(of: slot)
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
    let order = candidates.indices.sorted {
      (candidates[$0].bits, $0) < (candidates[$1].bits, $1)
    }
    self.candidates = order.prefix(Space.most).map { candidates[$0] }
    let ofScalars = scalars.reduce(0) { $0 + Math.pow(2, -$1.bits) }
    plausibility = Space.plausibility(self.candidates, ofScalars)
  }

  /// How plausible all candidates of up to so many bits are together, in steps of one bit.
  private static func plausibility(_ candidates: [Candidate], _ ofScalars: Double) -> [Double] {
    var sums = [Double](repeating: 0, count: Int(farthest) + 1)
    for candidate in candidates {
      sums[min(Int(candidate.bits.rounded(.up)), sums.count - 1)] += Math.pow(2, -candidate.bits)
    }
    var total = 0.0
    return sums.map { sum in
      total += sum * ofScalars
      return total
    }
  }

  /// The most bits that an explanation may cost of an answer that carries so many.
  ///
  /// The plausibilities of all that is tried add up to more than 1; so many bits less an
  /// explanation is worth.
  func limit(ofAnswerOf bits: Double) -> Double {
    var limit = -1.0
    for (whole, sum) in plausibility.enumerated() {
      let left = bits - Belief.margin - Math.log(max(1, sum - 1)) / Math.log(2)
      limit = max(limit, min(left, Double(whole)))
    }
    return limit
  }

  /// How many bits are left over, beyond the margin, where an explanation costs so many.
  func surplus(ofAnswerOf bits: Double, cost: Double) -> Double {
    let sum = plausibility[min(max(Int(cost.rounded(.up)), 0), plausibility.count - 1)]
    return bits - Belief.margin - Math.log(max(1, sum - 1)) / Math.log(2) - cost
  }

  /// The values of all halves where the exercise's values are these.
  ///
  /// - Parameter isKey: Whether the same values will be asked for again.
  func evaluation(on context: Evaluation, isKey: Bool) -> Evaluation {
    if isKey, let known = known.update({ $0 }), known.hasAdopted(context) { return known }
    var evaluation = Evaluation(program)
    evaluation.adopt(context)
    evaluation.runParts()
    if isKey {
      let made = evaluation
      known.update { $0 = made }
    }
    return evaluation
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
