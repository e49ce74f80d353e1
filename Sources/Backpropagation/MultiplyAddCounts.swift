/// How many multiply–adds the matrix products of one step of learning take.
///
/// A multiply–add is one product of a weight (or of δ in BP3) that is added to a sum. Activations,
/// the loss and elementwise products are not counted. For a 5-10-8-3 network: 154 forward,
/// 104 in BP2 and 154 in BP3, so 258 backward, and 308 with ∂ℒ/∂x.
package struct MultiplyAddCounts: Equatable, Sendable {
  /// `W a`, for every layer: Σ n(l)·n(l−1).
  package let forward: Int
  /// BP2, `Wᵀ δ`, down to layer 1: the same sum without the first layer.
  package let errorBackpropagation: Int
  /// BP3, `δ aᵀ`: as many as forward.
  package let weightGradients: Int
  /// BP2 once more, down to the input: n(1)·n(0).
  ///
  /// Learning does not need it.
  package let inputGradient: Int

  /// BP2 and BP3.
  package var backward: Int { errorBackpropagation + weightGradients }
}

extension Architecture {
  /// The multiply–adds of one sample, by formula.
  package var multiplyAddCounts: MultiplyAddCounts {
    let products = zip(sizes, sizes.dropFirst()).map { $0 * $1 }
    let all = products.reduce(0, +)
    let first = products.first ?? 0
    return MultiplyAddCounts(
      forward: all, errorBackpropagation: all - first, weightGradients: all,
      inputGradient: first)
  }
}
