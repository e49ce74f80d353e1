import Answers
import Exercises
import Formulas

/// What an edit is called wherever it is made: "left out σ′", to follow "12 students".
///
/// Layers, entries and numbers of samples go and the roles of quantities stay, so that the same slip
/// in δ1 of one exercise and in δ2 of another is one reason.
package struct EditGist {
  package let message: Message

  /// - Parameter formula: The right formula.
  package init(_ edit: Mutation.Edit, formula: Expression, writer: FormulaWriter) {
    if let slip = Miscopy(edit, indexBase: writer.indexBase) {
      message = slip.gist
      return
    }
    let writer = RoleWriter(writer: writer)
    switch (edit.kind, edit.change) {
    case (.flipSign, .dropped): message = "lost a minus sign"
    case (.flipSign, .replaced(let before, let after)):
      message = EditGist.flipped(before, after, formula)
    case (.swapOperands, .replaced(let before, let after)):
      message = EditGist.swapped(before, after, writer)
    case (.addTranspose, .replaced(let before, _)):
      message = "transposed \(writer.message(before)) where it stands as it is"
    case (.wrongOperation, .dropped): message = "left out brackets"
    case (_, .dropped(let part)): message = EditGist.dropped(part, edit.kind, writer)
    case (_, .added(let factor)): message = EditGist.added(factor, writer)
    case (_, .replaced(let before, let after)):
      message = EditGist.replaced(before, after, edit.kind, writer)
    }
  }

  package static let wrongSign: Message = "got the sign of a whole value the wrong way round"

  private static func flipped(
    _ before: Expression, _ after: Expression, _ formula: Expression
  ) -> Message {
    if before == formula { return wrongSign }
    if case .negate = before.node { return "added what is subtracted" }
    return "subtracted what is added"
  }

  private static func swapped(
    _ before: Expression, _ after: Expression, _ writer: RoleWriter
  ) -> Message {
    switch before.node {
    case .name where writer.message(before) == writer.message(after):
      "exchanged two values of the same kind"
    case .name: "exchanged \(writer.message(before)) and \(writer.message(after))"
    case .call(.outer, _), .binary(.matrixProduct, _, _):
      "multiplied matrices the other way round"
    case .binary(.subtract, _, _) where !writer.isOfRoles(before):
      "took a difference the wrong way round"
    case .binary(.divide, _, _) where !writer.isOfRoles(before):
      "took a quotient the wrong way round"
    default: "used \(writer.message(after)) in place of \(writer.message(before))"
    }
  }

  private static func dropped(
    _ part: Expression, _ kind: EditKind, _ writer: RoleWriter
  ) -> Message {
    switch (kind, part.node) {
    case (.dropTranspose, .transpose(let base)): return "did not transpose \(writer.message(base))"
    case (.dropPower, _): return "left out a square or another power"
    case (.dropFunction, .call(.rotate180, _)):
      return "did not turn the kernel by \(written: "180")°"
    case (.dropFunction, .call(.sum, _)), (.dropFunction, .call(.rowSums, _)),
      (.dropFunction, .call(.columnSums, _)):
      return "did not add up"
    case (.dropFunction, .call(let function, _)):
      return "did not apply \(writer.name(of: function))"
    case (.dropFactor, .binary(.divide, let one, let divisor)) where one.text == "1":
      return "did not divide by \(writer.count(divisor))"
    default:
      if writer.isBias(part) { return "left out a bias" }
      let noun = part.isSlope ? "" : kind == .dropFactor ? "the factor " : "the term "
      return "left out \(noun)\(writer.message(part))"
    }
  }

  private static func added(_ factor: Expression, _ writer: RoleWriter) -> Message {
    if case .binary(.divide, let one, let divisor) = factor.node, one.text == "1" {
      return "divided by \(writer.count(divisor)) once too often"
    }
    return "put in a factor \(writer.message(factor)) too many"
  }

  /// What was done otherwise with kernels, windows, rows and columns.
  private static func window(_ before: Expression, _ after: Expression) -> Message? {
    guard case .call(let right, _) = before.node else { return nil }
    guard case .call(let wrong, _) = after.node else {
      return right == .maxPool
        ? "counted every entry of a window, and not the largest alone"
        : right == .rotate180
          ? "transposed the kernel in place of turning it by \(written: "180")°" : nil
    }
    switch (right, wrong) {
    case (.correlate, .convolve): return "turned the kernel by \(written: "180")°"
    case (.convolve, .correlate): return "did not turn the kernel by \(written: "180")°"
    case (.rowSums, .columnSums), (.rowMeans, .columnMeans), (.rowSoftmax, .softmax):
      return "went down the columns in place of along the rows"
    case (.columnSums, .rowSums), (.columnMeans, .rowMeans), (.softmax, .rowSoftmax):
      return "went along the rows in place of down the columns"
    case (.variance, .variance): return "divided by another number in a variance"
    case (.correlate, .correlate), (.convolve, .convolve):
      return "used another stride or padding"
    case (.maxPool, .maxPool), (.averagePool, .averagePool):
      return "used windows of another size or stride"
    default: return nil
    }
  }

  private static func replaced(
    _ before: Expression, _ after: Expression, _ kind: EditKind, _ writer: RoleWriter
  ) -> Message {
    if let gist = EditGist.window(before, after) { return gist }
    let (right, wrong) = (writer.message(before), writer.message(after))
    switch (before.node, after.node) {
    case (.call(.mean, _), .call(.sum, _)), (.call(.rowMeans, _), .call(.rowSums, _)),
      (.call(.columnMeans, _), .call(.columnSums, _)):
      return "took the sum in place of the mean"
    case (.call(.sum, _), .call(.mean, _)), (.call(.rowSums, _), .call(.rowMeans, _)),
      (.call(.columnSums, _), .call(.columnMeans, _)):
      return "took the mean in place of the sum"
    case (.call(.log, _), _) where kind == .wrongFunction:
      return "took the logarithm to base ten"
    case (.derivative(let function, _), .derivative(let other, let argument))
    where function == other:
      return "took \(right) at \(writer.message(argument)), where it does not belong"
    case (.call(let function, _), .call(let other, let argument))
    where kind == .wrongArgument && function == other:
      return argument.isEmpty
        ? "applied \(writer.name(of: function)) to something else"
        : "applied \(writer.name(of: function)) to \(writer.message(argument[0])) instead"
    case (.binary(.matrixProduct, _, _), .binary(.multiply, _, _)):
      return "multiplied entry by entry in place of a matrix product"
    case (.binary(let right, let first, let second), .binary(let wrong, let one, let two))
    where kind == .wrongOperation && first == one && second == two && !right.isComparison:
      return "\(wrong.past) where the formula \(right.present)"
    case (.index, .index) where kind == .wrongIndex:
      return "took another entry of \(wrong)"
    default:
      if right == wrong { return "took \(wrong) of another layer or step" }
      return "used \(wrong) in place of \(right)"
    }
  }
}

/// Writes parts of formulas by the roles of what stands in them: `W` for W2, `σ′` for σ′(z1).
private struct RoleWriter {
  let writer: FormulaWriter

  func message(_ expression: Expression) -> Message {
    let text = general(expression).written(.mathematical)
    return Message([.formula(text.pieces(between: "⊙").joined(separator: "·"), numbers: [])])
  }

  func name(of function: Function) -> Message { writer.name(of: function) }

  func isBias(_ expression: Expression) -> Bool {
    writer.quantity(of: expression).map { $0.role == .bias && !$0.isUpdated } ?? false
  }

  /// Whether everything in it has a role that the chapter's equations name.
  func isOfRoles(_ expression: Expression) -> Bool {
    let names = expression.names
    return !names.isEmpty
      && names.allSatisfy { name in
        guard let quantity = writer.quantity(of: Expression(.name(name))) else { return false }
        if case .other = quantity.role { return false }
        return true
      }
  }

  /// A divisor; numbers above 2 are those of samples, outputs or entries.
  func count(_ divisor: Expression) -> Message {
    if case .number(let value, _) = divisor.node, value > 2 { return "how many there are" }
    return message(divisor)
  }

  private func general(_ expression: Expression) -> Expression {
    switch expression.node {
    case .derivative(let function, _):
      let name = Expression.Spelling.mathematical.name(function)
      return Expression(.name("\(name)′"))
    case .index(let base, _): return general(base)
    case .number(_, "0.5"): return Expression(.name("½"))
    case .name(let name):
      guard let quantity = writer.quantity(of: expression) else { return expression }
      let role = Quantity(quantity.role, isUpdated: quantity.isUpdated)
      return role.name.isEmpty ? Expression(.name(name)) : Expression(.name(role.name))
    default:
      return expression.children.enumerated().reduce(expression) { whole, child in
        whole.replacingChild(child.offset, by: general(child.element))
      }
    }
  }
}

extension Expression {
  /// Whether it is the derivative of an activation.
  fileprivate var isSlope: Bool { if case .derivative = node { true } else { false } }
}

extension Expression.Operator {
  /// What somebody did who used it.
  fileprivate var past: Message {
    switch self {
    case .add: "added"
    case .subtract: "subtracted"
    case .multiply: "multiplied"
    case .divide: "divided"
    case .power: "took a power"
    case .matrixProduct: "took a matrix product"
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual: "compared"
    }
  }

  /// What a formula does that has it.
  fileprivate var present: Message {
    switch self {
    case .add: "adds"
    case .subtract: "subtracts"
    case .multiply: "multiplies"
    case .divide: "divides"
    case .power: "takes a power"
    case .matrixProduct: "takes a matrix product"
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual: "compares"
    }
  }
}
