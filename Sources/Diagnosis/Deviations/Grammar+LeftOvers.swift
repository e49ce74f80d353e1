import Formulas

extension Grammar {
  /// What may be left in a formula that is written down: above all slopes that should have cancelled.
  func leftOvers(
    _ letters: Letters, _ shape: Shape
  ) -> [(expression: Expression, bits: Double)] {
    var found: [(expression: Expression, bits: Double)] = []
    for slot in surroundings.values where surroundings.program.isInput(slot) {
      let own = surroundings.program.shape(of: slot)
      guard own == shape || own == .scalar else { continue }
      let name = surroundings.program.name(of: slot)
      let value = Expression(.name(name))
      if letters.givens.contains(name) {
        found.append((value, Prior.extraFactor))
        continue
      }
      found += [
        (value, Prior.leftOverLetter), (.inverse(value), Prior.leftOverLetter),
      ]
      if letters.listed.contains(name) { continue }
      let rest = Expression(.binary(.subtract, .number(1), value))
      let (sigmoid, tanh) = (Expression.sigmoidSlope(of: value), Expression.tanhSlope(of: value))
      let slope = Prior.leftOverSlope
      found += [
        (sigmoid, slope), (.inverse(sigmoid), slope + 0.2), (tanh, slope + 0.2),
        (.inverse(tanh), slope + 0.4), (Expression(.derivative(.sigmoid, value)), slope + 0.2),
        (rest, Prior.leftOverLetter), (.inverse(rest), Prior.leftOverLetter + 0.4),
      ]
    }
    return found
  }
}

extension Expression {
  /// Whether who has another factor has multiplied by it, or divided, and not left out what the formula
  /// divides or multiplies by.
  func mayBeMultiplied(by factor: Expression) -> Bool {
    if let divisor = factor.divisor { return !multiplies(by: divisor) }
    return !divides(by: factor)
  }

  /// Whether it divides, somewhere, by all the factors of another.
  private func divides(by other: Expression) -> Bool {
    if case .binary(.divide, _, let divisor) = node,
      divisor == other || other.factors.allSatisfy(divisor.factors.contains)
    {
      return true
    }
    return children.contains { $0.divides(by: other) }
  }

  /// Whether all the factors of another are factors of the whole.
  private func multiplies(by other: Expression) -> Bool {
    other.factors.allSatisfy(factors.contains)
  }

  private var factors: [Expression] {
    chain == .product ? links.filter { !$0.isInverse }.map { $0.operand } : [self]
  }
}
