import Exercises
import Formulas

extension Grammar {
  /// A gradient through windows with something done otherwise on the way.
  ///
  /// `grad(L, X)` does not say what lies between, so L is written out down to X: who works it out by
  /// hand turns the kernel or not, and gives a window's gradient to its largest entry or to all.
  mutating func throughWindows(_ gradient: Expression, within limit: Double) -> [Deviation] {
    guard case .gradient(let loss, let parameter, let isNumerical) = gradient.node,
      case .name(let name) = parameter.node, let slot = surroundings.program.slot(named: name)
    else { return [] }
    var left = Grammar.mostWrittenOut
    let written = surroundings.writtenOut(
      loss, upTo: surroundings.program.dependents(of: slot), &left)
    guard written.hasWindows, written.text.utf8.count <= Grammar.longestLoss else { return [] }
    return pieces(of: written, within: limit).filter { !$0.deviation.edits.isEmpty }.map { piece in
      let changed = Expression(
        .gradient(of: piece.deviation.expression, by: parameter, numerical: isNumerical))
      return Deviation(changed, piece.deviation.edits, bits: piece.bits)
    }
  }

  /// The longest loss, written out, that is still looked into.
  private static let longestLoss = 300
  /// The most names of a loss that are written out; what is used twice is so twice.
  private static let mostWrittenOut = 30
}

extension Surroundings {
  /// The expression with formulas in the place of names that depend on a value.
  fileprivate func writtenOut(
    _ expression: Expression, upTo dependents: Set<Program.Slot>, _ left: inout Int
  ) -> Expression {
    if case .name(let name) = expression.node {
      guard left > 0, let slot = program.slot(named: name), dependents.contains(slot),
        let formula = program.formula(of: slot)?.expression
      else { return expression }
      left -= 1
      return writtenOut(formula, upTo: dependents, &left)
    }
    var whole = expression
    for (index, child) in expression.children.enumerated() {
      whole = whole.replacingChild(index, by: writtenOut(child, upTo: dependents, &left))
    }
    return whole
  }
}

extension Expression {
  /// Whether a kernel or a window slides over something in it.
  fileprivate var hasWindows: Bool {
    if case .call(let function, _) = node,
      [.correlate, .convolve, .maxPool, .averagePool].contains(function)
    {
      return true
    }
    return children.contains { $0.hasWindows }
  }
}
