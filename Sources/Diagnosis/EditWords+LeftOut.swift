import Answers
import Exercises
import Formulas

/// The words for what was left out: a factor, a term, a function, a power, a transpose, a minus.
extension EditAccount {
  /// Where |x| stands for x.
  func lost(minusOf value: Expression) -> EditWords {
    let text = shown(value)
    return EditWords("you lost the minus of \(text)", "with the minus of \(text) lost")
  }

  func lost(bracketsAround sum: Expression) -> EditWords {
    let text = shown(sum)
    return EditWords(
      "the brackets around \(text) are missing", "without the brackets around \(text)")
  }

  func dropped(factor: Expression) -> EditWords {
    if let divisor = factor.divisor {
      let by = shown(divisor)
      return EditWords(numbered("you did not divide by \(by)"), "without dividing by \(by)")
    }
    let text = shown(factor)
    if formula.isDivided(by: factor) {
      return EditWords(numbered("you did not divide by \(text)"), "without dividing by \(text)")
    }
    return EditWords(
      numbered("you left out the factor \(text)"), "without the factor \(text)")
  }

  func dropped(term: Expression) -> EditWords {
    let text = shown(term)
    let noun = writer.quantity(of: term)?.isBias == true ? "bias" : "term"
    return EditWords(
      numbered("you left out the \(noun) \(text)"), "without the \(noun) \(text)")
  }

  func dropped(function call: Expression) -> EditWords {
    let argument = shown(call.children[0])
    guard case .call(let function, _) = call.node else {
      return EditWords(
        "you used \(argument) itself where \(reference) has \(shown(call))",
        "with \(argument) itself in place of \(shown(call))")
    }
    if function == .rotate180 {
      return EditWords(
        numbered("you did not turn \(argument) by \(written: "180")°"),
        "without turning \(argument) by \(written: "180")°")
    }
    if function == .sum || function == .rowSums || function == .columnSums {
      return EditWords(numbered("you did not add up \(argument)"), "without adding up \(argument)")
    }
    let name = writer.name(of: function)
    return EditWords(
      numbered("you did not apply \(name) to \(argument)"),
      "without applying \(name) to \(argument)")
  }

  func dropped(power: Expression) -> EditWords {
    let base = shown(power.children[0])
    if case .binary(_, _, let exponent) = power.node, exponent.text != "2" {
      return EditWords(
        "you did not raise \(base) to the power of \(shown(exponent))",
        "without raising \(base) to the power of \(shown(exponent))")
    }
    return EditWords(numbered("you did not square \(base)"), "without squaring \(base)")
  }

  func dropped(transpose transposed: Expression) -> EditWords {
    let base = shown(transposed.children[0])
    return EditWords(
      "you did not transpose \(base); \(reference) has \(shown(transposed))",
      "without transposing \(base)")
  }

  func transposed(_ operand: Expression) -> EditWords {
    let text = shown(operand)
    return EditWords(
      "you transposed \(text); \(reference) has it as it is", "with \(text) transposed")
  }

  func lost(minus negation: Expression) -> EditWords {
    let rest = shown(negation.children[0])
    return EditWords(
      numbered("you lost the minus sign in front of \(rest)"),
      "without the minus sign in front of \(rest)")
  }
}

extension Expression {
  /// Whether something is a factor of what is divided by, and of nothing else.
  func isDivided(by factor: Expression) -> Bool {
    var (isBelow, isAbove) = (false, false)
    var waiting = [(part: self, isDivisor: false)]
    while let (part, isDivisor) = waiting.popLast() {
      guard part.chain == .product else {
        waiting += part.children.map { ($0, isDivisor) }
        continue
      }
      for link in part.links {
        let below = isDivisor != link.isInverse
        if link.operand == factor { if below { isBelow = true } else { isAbove = true } }
        waiting.append((link.operand, below))
      }
    }
    return isBelow && !isAbove
  }
}

extension Quantity {
  /// Whether it is a bias before the update.
  fileprivate var isBias: Bool { role == .bias && !isUpdated }
}
