import Formulas

extension Space {
  /// A candidate with a factor, as it stands or with rows and columns exchanged.
  struct Way: Sendable {
    let candidate: Int
    let scalar: Int
    let isTransposed: Bool
    let bits: Double
  }

  /// What is so far-fetched that it is not looked for in a step that was not handed in.
  static let farthestWay = 8.0
  /// What is so far-fetched that it is not looked for where there is too much to try.
  static let farthestPlain = 4.5
  /// The most ways that are kept.
  private static let mostWays = 1_000

  /// The likeliest ways to another value, put in order anew.
  var likeliestWays: [Way] {
    var found: [Way] = []
    for (position, candidate) in candidates.enumerated() {
      for isTransposed in [false, true] {
        let bits = candidate.bits + (isTransposed ? Prior.wholeTransposed : 0)
        if bits > Space.farthestWay { break }
        let given = candidate.pairing.shape
        guard isTransposed ? shape.rank == 2 && given.transposed == shape : given.serves(for: shape)
        else { continue }
        for (index, scalar) in scalars.enumerated() {
          if bits + scalar.bits > Space.farthestWay { break }
          if !isTransposed, edits(position, index).isEmpty { continue }
          found.append(
            Way(
              candidate: position, scalar: index, isTransposed: isTransposed,
              bits: bits + scalar.bits))
        }
      }
    }
    return found.indices.sorted { (found[$0].bits, $0) < (found[$1].bits, $1) }
      .prefix(Space.mostWays).map { found[$0] }
  }

  /// What a way comes to.
  func entries(
    _ way: Way, _ values: UnsafeBufferPointer<Double>, factor: Double
  ) -> [Double] {
    let pairing = candidates[way.candidate].pairing
    return (0..<shape.count).map { index in
      let place =
        way.isTransposed
        ? (index % shape.columns) * shape.rows + index / shape.columns : index
      return pairing.entry(place, in: values) * factor
    }
  }
}

extension Space {
  /// What is so far-fetched that it is not done in every layer.
  private static let farthestEverywhere = 3.0

  /// The likeliest formulas with one edit.
  var plainMutations: [Mutation] {
    var found: [(bits: Double, mutation: Mutation)] = []
    for (position, candidate) in candidates.enumerated() {
      if candidate.bits > Space.farthestEverywhere { break }
      for (index, scalar) in scalars.enumerated() {
        let bits = candidate.bits + scalar.bits
        if bits > Space.farthestEverywhere { break }
        let edits = edits(position, index)
        guard edits.count == 1 else { continue }
        found.append((bits, Mutation(formula: Formula(formula(position, index)), edits: edits)))
      }
    }
    return found.indices.sorted { (found[$0].bits, $0) < (found[$1].bits, $1) }
      .map { found[$0].mutation }
  }
}
