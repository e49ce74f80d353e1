import Exercises
import Formulas

extension Diagnostician {
  /// Edits by which a value has the shape that was typed: another stride or padding, another axis, or
  /// a sum that was left out.
  ///
  /// What is looked for otherwise has the shape of the key.
  func ofOtherShape(_ wrong: Case) -> [Account] {
    let typed = wrong.value.tensor.shape
    let slot = wrong.step.slot
    guard !exercise.program.shape(of: slot).serves(for: typed),
      let formula = exercise.program.formula(of: slot)?.expression
    else { return [] }
    let space = Space(exercise, of: slot, formula, shape: typed)
    return explain(wrong, in: space, space.plausibility)
  }
}

extension Expression {
  /// With one function left out that makes fewer numbers of many, and what was left out.
  var withoutOneSum: [(edited: Expression, dropped: Expression)] {
    var found: [(edited: Expression, dropped: Expression)] = []
    if case .call(let function, let arguments) = node, function.makesFewer, arguments.count == 1 {
      found.append((arguments[0], self))
    }
    for (index, child) in children.enumerated() {
      found += child.withoutOneSum.map { (replacingChild(index, by: $0.edited), $0.dropped) }
    }
    return found
  }
}

extension Function {
  fileprivate var makesFewer: Bool {
    switch self {
    case .sum, .mean, .rowSums, .rowMeans, .columnSums, .columnMeans: true
    default: false
    }
  }
}
