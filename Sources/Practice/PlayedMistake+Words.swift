import Formulas
import Numerics

extension PlayedMistake {
  /// What is to be seen, in a sentence or two.
  package var words: String {
    let start =
      "The curve is the loss as \(label) moves away from \(NumberText.brief(place)). The line that "
      + "touches it there has the right slope. "
    if slope == 0 { return start + "Yours is 0, and its line leaves the curve." }
    return start
      + "Yours has the slope \(NumberText.brief(slope)): it crosses the curve instead of "
      + "touching it."
  }

  /// What a step of training with one of the gradients does.
  ///
  /// - Parameter isLossKnown: Whether the loss may be told, and not only its change.
  package static func words(of descent: Descent, isLossKnown: Bool) -> String {
    let change = descent.after - descent.before
    guard change.isFinite else { return "the loss is no longer a number" }
    if change == 0 { return "the loss stays the same" }
    let verb = change < 0 ? "falls" : "rises"
    let by = NumberText.brief(abs(change), digits: 2)
    guard isLossKnown else { return "the loss \(verb) by \(by)" }
    // The change is to be seen in two digits.
    let decimals = min(10, max(2, 1 - (PowerOfTen.exponent(of: change) ?? 0)))
    let (before, after) = (
      NumberText.fixed(descent.before, decimals: decimals),
      NumberText.fixed(descent.after, decimals: decimals)
    )
    return "the loss \(verb) from \(NumberText.withTrueMinus(before)) to "
      + "\(NumberText.withTrueMinus(after)), by \(by)"
  }
}
