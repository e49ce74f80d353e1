import Formulas

/// What an edit of a formula is called when a student is told about it.
struct EditWords {
  /// "You left out the factor σ′(z1)", without the full stop.
  let direct: String
  /// "without the factor σ′(z1)", to follow "if δ2 is computed".
  let conditional: String

  /// - Parameters:
  ///   - edit: What was done to the formula.
  ///   - formula: The right formula.
  ///   - equation: The equation it rests on, such as "BP2".
  init(_ edit: Mutation.Edit, formula: Expression, equation: String?) {
    let writer = Writer(formula: formula, equation: equation)
    (direct, conditional) = writer.words(edit)
  }
}

/// Writes the words of each kind of edit.
private struct Writer {
  let formula: Expression
  /// Whether the equation has a number, by which it is then called.
  let isNumbered: Bool
  /// "BP2" or "the formula".
  let reference: String

  init(formula: Expression, equation: String?) {
    self.formula = formula
    isNumbered = equation?.hasPrefix("BP") ?? false
    reference = isNumbered ? equation ?? "" : "the formula"
  }

  func words(_ edit: Mutation.Edit) -> (direct: String, conditional: String) {
    switch (edit.kind, edit.change) {
    case (.dropFactor, .dropped(let factor)): dropped(factor: factor)
    case (.dropTerm, .dropped(let term)): dropped(term: term)
    case (.dropFunction, .dropped(let call)): dropped(function: call)
    case (.dropTranspose, .dropped(let transposed)):
      exchanged(transposed, transposed.children[0])
    case (.dropPower, .dropped(let power)): dropped(power: power)
    case (.flipSign, .replaced(let before, let after)): flipped(before, after)
    case (.swapOperands, .replaced(let before, let after)): swapped(before, after)
    case (.wrongFunction, .replaced(let before, let after)): function(before, after)
    case (.wrongArgument, .replaced(let before, let after)): argument(before, after)
    case (.wrongName, .replaced(let before, let after)): name(before, after)
    case (.extraFactor, .added(let factor)): added(factor)
    case (_, .replaced(let before, let after)): exchanged(before, after)
    case (_, .dropped(let part)): dropped(term: part)
    case (_, .added(let part)): added(part)
    }
  }

  private func shown(_ expression: Expression) -> String {
    // A vector made a column is still that vector to the reader.
    expression.written(.mathematical).replacing(/column\((\w+)\)/) { "\($0.1)" }
  }

  private func numbered(_ text: String) -> String {
    isNumbered ? "\(text) (\(reference))" : text
  }

  private func exchanged(_ before: Expression, _ after: Expression) -> (String, String) {
    (
      "You used \(shown(after)) where \(reference) has \(shown(before))",
      "with \(shown(after)) in place of \(shown(before))"
    )
  }

  private func dropped(factor: Expression) -> (String, String) {
    if case .binary(.divide, let one, let divisor) = factor.node, one.text == "1" {
      let by = shown(divisor)
      return (numbered("You did not divide by \(by)"), "without dividing by \(by)")
    }
    let factor = shown(factor)
    return (numbered("You left out the factor \(factor)"), "without the factor \(factor)")
  }

  private func dropped(term: Expression) -> (String, String) {
    let text = shown(term)
    let noun = text.first == "b" && text.dropFirst().first?.isNumber == true ? "bias" : "term"
    return (numbered("You left out the \(noun) \(text)"), "without the \(noun) \(text)")
  }

  private func dropped(function call: Expression) -> (String, String) {
    let argument = shown(call.children[0])
    guard case .call = call.node else {
      return (
        "You used \(argument) itself where \(reference) has \(shown(call))",
        "with \(argument) itself in place of \(shown(call))"
      )
    }
    let name = String(shown(call).prefix { $0 != "(" })
    return (
      numbered("You did not apply \(name) to \(argument)"), "without applying \(name) to \(argument)"
    )
  }

  private func dropped(power: Expression) -> (String, String) {
    let base = shown(power.children[0])
    if case .binary(_, _, let exponent) = power.node, exponent.text != "2" {
      return ("You did not raise \(base) to the power", "without the power of \(base)")
    }
    return (numbered("You did not square \(base)"), "without squaring \(base)")
  }

  private func flipped(_ before: Expression, _ after: Expression) -> (String, String) {
    if before == formula {
      return (
        numbered("The sign of the whole is the wrong way round"),
        "with the sign of the whole turned round"
      )
    }
    if case .negate(let term) = before.node {
      return (
        "You added \(shown(term)) where \(reference) subtracts it",
        "with \(shown(term)) added instead of subtracted"
      )
    }
    return (
      "You subtracted \(shown(before)) where \(reference) adds it",
      "with \(shown(before)) subtracted instead of added"
    )
  }

  private func swapped(_ before: Expression, _ after: Expression) -> (String, String) {
    guard case .call(.outer, let factors) = before.node else { return exchanged(before, after) }
    let (first, second) = (shown(factors[0]), shown(factors[1]))
    return (
      "The outer product is the other way round: \(reference) has \(first) \(second)ᵀ",
      "with the outer product of \(first) and \(second) the other way round"
    )
  }

  private func function(_ before: Expression, _ after: Expression) -> (String, String) {
    guard case .call(let right, _) = before.node else { return exchanged(before, after) }
    if right == .log {
      return (
        "You took the logarithm to base 10; \(reference) has the natural logarithm",
        "with logarithms to base 10"
      )
    }
    guard case .call(let wrong, _) = after.node else { return exchanged(before, after) }
    switch (right, wrong) {
    case (.mean, .sum), (.rowMeans, .rowSums):
      return (
        "You added up where \(reference) takes the mean", "with the sum in place of the mean"
      )
    case (.sum, .mean), (.rowSums, .rowMeans):
      return (
        "You took the mean where \(reference) adds up", "with the mean in place of the sum"
      )
    case (.softmax, .exp):
      return (
        numbered("You did not divide the exponentials by their sum, as softmax does"),
        "without dividing the exponentials by their sum"
      )
    default: return exchanged(before, after)
    }
  }

  private func argument(_ before: Expression, _ after: Expression) -> (String, String) {
    let (right, wrong) = (shown(before.children[0]), shown(after.children[0]))
    if case .derivative = before.node {
      return (
        "The derivative is taken at \(wrong); \(reference) takes it at \(right)",
        "with the derivative taken at \(wrong) instead of \(right)"
      )
    }
    let function = String(shown(before).prefix { $0 != "(" })
    return (
      "You applied \(function) to \(wrong); \(reference) applies it to \(right)",
      "with \(function) applied to \(wrong) instead of \(right)"
    )
  }

  private func name(_ before: Expression, _ after: Expression) -> (String, String) {
    let (right, wrong) = (shown(before), shown(after))
    if wrong == right + "_new" {
      return (
        "You used \(right) after the update; \(reference) takes it as it was before",
        "with \(right) as it is after the update"
      )
    }
    if right == wrong + "_new" {
      return (
        "You used \(wrong) as it was before the update; \(reference) takes it after",
        "with \(wrong) as it was before the update"
      )
    }
    return exchanged(before, after)
  }

  private func added(_ factor: Expression) -> (String, String) {
    if case .binary(.divide, let one, let divisor) = factor.node, one.text == "1" {
      let by = shown(divisor)
      return (numbered("You divided by \(by) once too often"), "with a division by \(by) too many")
    }
    let text = shown(factor)
    if case .derivative = factor.node, formula.chain == .sum {
      return (
        numbered("The factor \(text) does not belong here: it cancels against the loss"),
        "with the factor \(text), which cancels against the loss"
      )
    }
    return (numbered("There is a factor \(text) too many"), "with a factor \(text) too many")
  }
}
