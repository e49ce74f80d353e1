import Formulas

extension Space {
  /// A way to compute the value otherwise.
  struct Way: Sendable {
    let mutation: Mutation
    /// How rarely people do that.
    let bits: Double
  }

  /// The likeliest ways to compute the value otherwise, the plainest first.
  func likeliest(_ most: Int, within limit: Double) -> [Way] {
    var found: [(candidate: Candidate, scalar: Scalar, bits: Double)] = []
    for candidate in candidates {
      if candidate.bits > limit { break }
      for scalar in scalars where candidate.bits + scalar.bits <= limit {
        found.append((candidate, scalar, candidate.bits + scalar.bits))
      }
    }
    let order = found.indices.sorted { (found[$0].bits, $0) < (found[$1].bits, $1) }
    let ways = order.lazy.compactMap { way(found[$0].candidate, found[$0].scalar) }
    return Array(ways.prefix(most))
  }

  /// Those that come out in another shape: a sum is left out, or the stride is another.
  var waysOfOtherShape: [Way] { ofOtherShape.compactMap { way($0, scalars[0]) } }

  /// Nil for the right formula.
  private func way(_ candidate: Candidate, _ scalar: Scalar) -> Way? {
    let edits = edits(candidate, scalar)
    if edits.isEmpty { return nil }
    let formula = Formula(formula(candidate, scalar))
    return Way(
      mutation: Mutation(formula: formula, edits: edits), bits: candidate.bits + scalar.bits)
  }
}
