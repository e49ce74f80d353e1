import Answers
import Exercises
import Formulas

/// The words for a factor too many, or a division.
extension EditAccount {
  func added(_ factor: Expression) -> EditWords {
    if let divisor = factor.divisor, divisor.text != "2" {
      let by = shown(divisor)
      let isKnown =
        formula.takesMean
        || formula.links.contains { $0.isInverse && $0.operand.hasFactor(divisor) }
      return isKnown
        ? EditWords(
          numbered("you divided by \(by) once too often"), "with a division by \(by) too many")
        : EditWords(
          numbered("you divided by \(by), which does not belong here"),
          "with a division by \(by) that does not belong there")
    }
    if formula.isDivided(by: factor) {
      let by = shown(factor)
      return EditWords(
        numbered("you divided by \(by) once too often"), "with a division by \(by) too many")
    }
    let half = Expression(.number(0.5, spelling: "0.5"))
    let text = shown(factor.divisor == nil ? factor : half)
    if isRepeated(factor) {
      return EditWords(
        numbered("the factor \(text) is in there twice"), "with the factor \(text) twice")
    }
    if case .derivative = factor.node, equation == Equation.bp1.rawValue, !formula.hasSlope {
      return EditWords(
        numbered("the factor \(text) does not belong here: this loss and this output leave none"),
        "with the factor \(text), though this loss and this output leave none")
    }
    return EditWords(
      numbered("there is a factor \(text) too many"), "with a factor \(text) too many")
  }

  /// Whether the formula multiplies by the factor already; what goes into a function is no factor of
  /// what comes out.
  private func isRepeated(_ factor: Expression) -> Bool {
    var waiting = [formula]
    while let part = waiting.popLast() {
      if part.chain == .product,
        part.links.contains(where: { !$0.isInverse && $0.operand.isSameFactor(as: factor) })
      {
        return true
      }
      if !part.isElementwise { waiting += part.children }
    }
    return false
  }
}

extension Expression {
  /// Whether another is it, or what it is a power of, or one of its factors.
  fileprivate func hasFactor(_ other: Expression) -> Bool {
    if case .binary(.power, let base, _) = node, base == other { return true }
    return self == other
      || (chain == .product && links.contains { !$0.isInverse && $0.operand.hasFactor(other) })
  }

  /// Whether a slope is part of it.
  fileprivate var hasSlope: Bool {
    if isDerivative { return true }
    return children.contains { $0.hasSlope }
  }

  /// Whether the whole is a mean.
  fileprivate var takesMean: Bool {
    switch node {
    case .call(.mean, _), .call(.rowMeans, _): true
    default: false
    }
  }

  fileprivate func isSameFactor(as other: Expression) -> Bool {
    self == other || (text == "0.5" && other.divisor?.text == "2")
  }
}
