import Answers
import Exercises
import Formulas

/// What an edit of a formula is called when a student is told about it.
package struct EditWords {
  /// "you left out the factor σ′(z1)".
  package let direct: Clause
  /// "without the factor σ′(z1)", to follow "if δ2 is computed".
  let conditional: Message

  init(_ direct: Clause, _ conditional: Message) {
    self.direct = direct
    self.conditional = conditional
  }

  /// - Parameters:
  ///   - edit: What was done to the formula.
  ///   - formula: The right formula.
  ///   - equation: The equation it rests on, such as "BP2".
  ///   - isTold: Whether the sentence has named the equation already.
  package init(
    _ edit: Mutation.Edit, formula: Expression, equation: String?, isTold: Bool = false,
    writer: FormulaWriter
  ) {
    let account = EditAccount(
      formula: formula, equation: equation, isTold: isTold, writer: writer)
    self = account.words(edit)
  }
}

/// The words of each kind of edit, for one formula.
struct EditAccount {
  package let formula: Expression
  let writer: FormulaWriter
  /// Whether the equation has a number, by which it is then called.
  private let isNumbered: Bool
  /// Whether the sentence has named it already.
  private let isTold: Bool
  /// "BP2", "the forward pass" or "the formula".
  let reference: Message
  let equation: String?

  init(formula: Expression, equation: String?, isTold: Bool = false, writer: FormulaWriter) {
    self.formula = formula
    self.writer = writer
    self.equation = equation
    self.isTold = isTold
    isNumbered = equation.map(Equation.isNumbered) ?? false
    reference = isNumbered ? "\(name: equation ?? "")" : EditAccount.words(for: equation)
  }

  /// What an equation without a number is called.
  private static func words(for equation: String?) -> Message {
    switch equation.flatMap({ Equation(rawValue: $0) }) {
    case .forwardPass: "the forward pass"
    case .lossDefinition: "the loss"
    case .gradientDescent: "gradient descent"
    case .bp1, .bp2, .bp3, .bp4, nil: "the formula"
    }
  }

  func words(_ edit: Mutation.Edit) -> EditWords {
    if let slip = Miscopy(edit, indexBase: writer.indexBase) {
      let (direct, conditional) = slip.words(shown)
      return EditWords("\(direct)", conditional)
    }
    return edited(edit)
  }

  private func edited(_ edit: Mutation.Edit) -> EditWords {
    switch (edit.kind, edit.change) {
    case (_, .replaced(let before, let after)) where after.isSize(of: before):
      lost(minusOf: before)
    case (.dropFactor, .dropped(let factor)): dropped(factor: factor)
    case (.wrongOperation, .dropped(let sum)): lost(bracketsAround: sum)
    case (.flipSign, .dropped(let negation)): lost(minus: negation)
    case (.dropFunction, .dropped(let call)): dropped(function: call)
    case (.dropTranspose, .dropped(let transposed)): dropped(transpose: transposed)
    case (.addTranspose, .replaced(let before, _)): transposed(before)
    case (.dropPower, .dropped(let power)): dropped(power: power)
    case (.flipSign, .replaced(let before, let after)): flipped(before, after)
    case (.swapOperands, .replaced(let before, let after)): swapped(before, after)
    case (.wrongFunction, .replaced(let before, let after)): function(before, after)
    case (.wrongArgument, .replaced(let before, let after)): argument(before, after)
    case (.wrongIndex, .replaced(let before, let after)):
      window(before, after) ?? exchanged(before, after)
    case (.wrongName, .replaced(let before, let after)): name(before, after)
    case (.wrongOperation, .replaced(let before, let after)): operation(before, after)
    case (_, .added(let factor)): added(factor)
    case (_, .replaced(let before, let after)): exchanged(before, after)
    case (_, .dropped(let part)): dropped(term: part)
    }
  }

  func shown(_ expression: Expression) -> Message { writer.message(expression) }

  func numbered(_ clause: Clause) -> Clause {
    isNumbered && !isTold ? "\(clause.message) (\(reference))" : clause
  }

  private func exchanged(_ before: Expression, _ after: Expression) -> EditWords {
    EditWords(
      "you used \(shown(after)) where \(reference) has \(shown(before))",
      "with \(shown(after)) in place of \(shown(before))")
  }

  // MARK: The other way round

  private func flipped(_ before: Expression, _ after: Expression) -> EditWords {
    if before == formula {
      return EditWords(
        numbered("the sign of the whole is the wrong way round"),
        "with the sign of the whole the wrong way round")
    }
    if case .negate(let term) = before.node {
      return EditWords(
        "you added \(shown(term)) where \(reference) subtracts it",
        "with \(shown(term)) added instead of subtracted")
    }
    return EditWords(
      "you subtracted \(shown(before)) where \(reference) adds it",
      "with \(shown(before)) subtracted instead of added")
  }

  private func swapped(_ before: Expression, _ after: Expression) -> EditWords {
    let product: Message
    switch before.node {
    case .name:
      let both: Message = "\(shown(before)) and \(shown(after))"
      return EditWords("you exchanged \(both)", "with \(both) exchanged")
    case .call(.outer, let factors):
      product = "\(shown(factors[0])) \(shown(factors[1]))ᵀ"
    case .binary(.matrixProduct, _, let right):
      guard case .transpose = right.node else { return exchanged(before, after) }
      product = shown(before)
    default: return exchanged(before, after)
    }
    return EditWords(
      "the outer product is the other way round: \(reference) has \(product)",
      "with the outer product \(product) the other way round")
  }

  // MARK: Something else in its place

  private func function(_ before: Expression, _ after: Expression) -> EditWords {
    if after.isFunctionItself(of: before) {
      return EditWords(
        "you used \(shown(after)) itself where \(reference) has its derivative \(shown(before))",
        "with \(shown(after)) itself in place of its derivative \(shown(before))")
    }
    guard case .call(let right, _) = before.node else { return exchanged(before, after) }
    if right == .log, let base = after.baseOfLogarithm(of: before) {
      return EditWords(
        "you took the logarithm to base \(base); \(reference) has the natural logarithm",
        "with logarithms to base \(base)")
    }
    if let words = window(before, after) { return words }
    guard case .call(let wrong, _) = after.node else { return exchanged(before, after) }
    switch (right, wrong) {
    case (.mean, .sum), (.rowMeans, .rowSums), (.columnMeans, .columnSums):
      return EditWords(
        "you added up where \(reference) takes the mean", "with the sum in place of the mean")
    case (.sum, .mean), (.rowSums, .rowMeans), (.columnSums, .columnMeans):
      return EditWords(
        "you took the mean where \(reference) adds up", "with the mean in place of the sum")
    case (.rowSums, .columnSums), (.rowMeans, .columnMeans), (.rowSoftmax, .softmax):
      return EditWords(
        "you went down the columns where \(reference) goes along the rows",
        "with columns in place of rows")
    case (.columnSums, .rowSums), (.columnMeans, .rowMeans), (.softmax, .rowSoftmax):
      return EditWords(
        "you went along the rows where \(reference) goes down the columns",
        "with rows in place of columns")
    case (.softmax, .exp), (.rowSoftmax, .exp):
      return EditWords(
        numbered("you did not divide the exponentials by their sum, as softmax does"),
        "without dividing the exponentials by their sum")
    default: return exchanged(before, after)
    }
  }

  private func argument(_ before: Expression, _ after: Expression) -> EditWords {
    let (right, wrong) = (shown(before.children[0]), shown(after.children[0]))
    if before.isDerivative {
      return EditWords(
        "the derivative is taken at \(wrong); \(reference) takes it at \(right)",
        "with the derivative taken at \(wrong) instead of \(right)")
    }
    guard case .call(let called, _) = before.node else { return exchanged(before, after) }
    let function = writer.name(of: called)
    return EditWords(
      "you applied \(function) to \(wrong); \(reference) applies it to \(right)",
      "with \(function) applied to \(wrong) instead of \(right)")
  }

  func name(_ before: Expression, _ after: Expression) -> EditWords {
    let (right, wrong) = (shown(before), shown(after))
    // The value itself: its formula does not have it.
    if case .name(let own) = before.node, !formula.names.contains(own) {
      return EditWords("this is \(wrong), which is not what is asked for", "as \(wrong)")
    }
    let (intended, used) = (writer.quantity(of: before), writer.quantity(of: after))
    guard let intended, let used else { return exchanged(before, after) }
    if !intended.isUpdated, used == intended.updated {
      return EditWords(
        "you used \(right) after the update; \(reference) takes it as it was before",
        "with \(right) as it is after the update")
    }
    if !used.isUpdated, intended == used.updated {
      return EditWords(
        "you used \(wrong) as it was before the update; \(reference) takes it after",
        "with \(wrong) as it was before the update")
    }
    if used.role == .preActivation, intended == used.acrossActivation {
      return EditWords(
        "you used \(wrong), from before the activation, where \(reference) has \(right)",
        "with \(wrong), from before the activation, in place of \(right)")
    }
    if used.role == .input, !used.isUpdated {
      return EditWords(
        "you used the input \(wrong) where \(reference) has \(right)",
        "with the input \(wrong) in place of \(right)")
    }
    return exchanged(before, after)
  }

  private func operation(_ before: Expression, _ after: Expression) -> EditWords {
    let base: Message = before.children.first.map(shown) ?? ""
    if after.divisor == before {
      let text = shown(before)
      return EditWords(
        "you divided by \(text) where \(reference) multiplies by it",
        "with a division by \(text) in place of a multiplication")
    }
    if before.divisor == after {
      let text = shown(after)
      return EditWords(
        "you multiplied by \(text) where \(reference) divides by it",
        "with a multiplication by \(text) in place of a division")
    }
    switch (before.node, after.node) {
    case (.call(.square, _), _):
      return EditWords(
        "you doubled \(base) where \(reference) squares it",
        "with \(base) doubled instead of squared")
    case (.binary(.power, let powered, let exponent), .binary(.multiply, let one, let two))
    where powered == one && exponent == two && exponent.text == "2":
      return EditWords(
        "you doubled \(base) where \(reference) squares it",
        "with \(base) doubled instead of squared")
    case (.binary(let right, let first, let second), .binary(let wrong, let one, let two))
    where first == one && second == two && !right.isComparison:
      let verb = [
        .add: "added", .multiply: "multiplied", .divide: "divided",
      ][wrong, default: "combined"]
      let (left, other) = (shown(first), shown(second))
      if right == .matrixProduct {
        return EditWords(
          """
          you multiplied \(left) and \(other) entry by entry where \(reference) has their matrix \
          product
          """,
          "with \(left) and \(other) multiplied entry by entry")
      }
      let noun = [
        .add: "adds", .multiply: "multiplies", .divide: "divides", .power: "takes a power",
      ][right, default: "does otherwise"]
      let link = wrong == .divide ? "by" : "and"
      return EditWords(
        "you \(verb) \(left) \(link) \(other) where \(reference) \(noun)",
        "with \(left) \(link) \(other) \(verb)")
    default: return exchanged(before, after)
    }
  }
}

extension Expression {
  /// The base in words, where it is a quotient of two logarithms of which one is the other's.
  fileprivate func baseOfLogarithm(of natural: Expression) -> Message? {
    guard case .binary(.divide, natural, let divisor) = node,
      case .call(.log, let arguments) = divisor.node, case .number(let base, _) = arguments[0].node
    else { return nil }
    return base == 10 ? "ten" : base == 2 ? "two" : nil
  }

  /// Whether it is f′(x), of a known function or of any.
  var isDerivative: Bool {
    switch node {
    case .derivative, .applied(_, _, isSlope: true): true
    default: false
    }
  }

  /// Whether it is f(x) where another is f′ of something.
  fileprivate func isFunctionItself(of other: Expression) -> Bool {
    switch (other.node, node) {
    case (.derivative(let function, _), .call(let own, _)): function == own
    case (.applied(let name, _, isSlope: true), .applied(let own, _, isSlope: false)): name == own
    default: false
    }
  }
}

extension Exercise {
  /// The equation by whose name a student knows it: the forward pass is one where there is a network.
  func namedEquation(of slot: Program.Slot) -> String? {
    let equation = equation(of: slot)
    return network == nil && equation == Equation.forwardPass.rawValue ? nil : equation
  }
}

extension Expression {
  /// Whether this is the absolute value of a name.
  fileprivate func isSize(of other: Expression) -> Bool {
    guard case .call(.abs, let arguments) = node, case .name = other.node else { return false }
    return arguments[0].text == other.text
  }
}
