import Answers
import Exercises
import Formulas
import LocatedJSON
import Numerics

/// Writes parts of formulas as a page of the chapter would, for sentences about them.
package struct FormulaWriter: Sendable {
  /// The values that are single numbers: they multiply with a dot, not entry by entry.
  private let numbers: Set<Substring>
  private let program: Program
  private let quantities: Quantities

  /// A writer of formulas over the values of an exercise.
  package init(_ exercise: Exercise) {
    self.init(exercise.program, exercise.quantities)
  }

  /// A writer of formulas over variables or parameters, of which their names say what they are.
  package init(_ program: Program) {
    self.init(program, Quantities(reading: program))
  }

  private init(_ program: Program, _ quantities: Quantities) {
    self.program = program
    self.quantities = quantities
    let slots = (program.inputs + program.definitions).filter { program.shape(of: $0) == .scalar }
    numbers = Set(slots.map { Expression.Spelling.mathematical.name(program.name(of: $0))[...] })
  }

  /// From what rows and entries are counted.
  var indexBase: Int { program.indexBase }

  /// Part of a formula, or a name, as part of a sentence.
  package func message(_ expression: Expression) -> Message {
    let text = text(expression)
    if case .name = withoutIdleSums(expression).node { return Message([.name(text)]) }
    if case .number = expression.node, expression.numbers != [0.5] {
      return Message([.number(text)])
    }
    return Message([.formula(text, numbers: expression.numbers)])
  }

  /// What a function is called: `σ`, `tanh`.
  func name(of function: Function) -> Message {
    Message([.name(Expression.Spelling.mathematical.name(function))])
  }

  /// `η·dW2`, `½ · sum(square(a3 − y))`, `(W3ᵀ δ3) ⊙ σ′(z2)`.
  package func text(_ expression: Expression) -> String {
    let text = withoutIdleSums(expression).asRead.written(.mathematical)
    guard text.contains("⊙") else { return text }
    let factors = text.pieces(between: " ⊙ ")
    var result = String(factors[0])
    for factor in factors.dropFirst() {
      let (before, after) = (result.lastWord, factor.firstWord)
      if !isNumber(before), !isNumber(after) {
        result += " ⊙ "
      } else {
        result += factor == after ? "·" : " · "
      }
      result += factor
    }
    return result
  }

  /// The expression with `W` for sums over the rows of a matrix with one column, which add nothing up.
  private func withoutIdleSums(_ expression: Expression) -> Expression {
    if case .call(.rowSums, let arguments) = expression.node {
      switch arguments[0].node {
      case .name(let name) where matrix(named: name)?.columns == 1: return arguments[0]
      case .transpose(let inner):
        if case .name(let name) = inner.node, matrix(named: name)?.rows == 1 { return inner }
      default: break
      }
    }
    return expression.children.enumerated().reduce(expression) { whole, child in
      whole.replacingChild(child.offset, by: withoutIdleSums(child.element))
    }
  }

  /// The shape of a matrix; nil for what is none.
  private func matrix(named name: String) -> Shape? {
    program.slot(named: name).map { program.shape(of: $0) }.flatMap { $0.rank == 2 ? $0 : nil }
  }

  /// What a value is that stands in a formula by its name; nil for everything else.
  func quantity(of expression: Expression) -> Quantity? {
    guard case .name(let name) = expression.asRead.node else { return nil }
    return program.slot(named: name).flatMap { quantities[$0] }
  }

  private func isNumber(_ word: Substring) -> Bool {
    numbers.contains(word) || Double(word) != nil || word == "½" || word.last == "]"
  }
}

extension Expression {
  /// The expression with `b` for `column(b)`, which is still that vector to the reader, and ½.
  fileprivate var asRead: Expression {
    if case .call(.column, let arguments) = node { return arguments[0].asRead }
    if case .number(_, "0.5") = node { return Expression(.name("½")) }
    return children.enumerated().reduce(self) { result, child in
      result.replacingChild(child.offset, by: child.element.asRead)
    }
  }

  /// The numbers written in it, but for indices, which count and do not measure.
  fileprivate var numbers: [Double] {
    switch node {
    case .number(let value, _): [value]
    case .negate(let inner):
      if case .number(let value, _) = inner.node { [-value] } else { inner.numbers }
    case .index(let base, _): base.numbers
    default: children.flatMap { $0.numbers }
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The name or number at the end, with the entry it may be: `a1[2]`.
  fileprivate var lastWord: Substring {
    if last == "]", let open = lastIndex(of: "[") {
      return suffix(self[open...].count + self[..<open].lastWord.count)
    }
    return suffix(reversed().prefix { $0.isPartOfWord }.count)
  }

  /// The name or number at the start; empty for the name of a function.
  fileprivate var firstWord: Substring {
    let word = prefix { $0.isPartOfWord }
    let rest = self[word.endIndex...]
    if rest.first == "[", let close = rest.firstIndex(of: "]") { return self[...close] }
    return rest.first.map { "(′ᵀ".contains($0) } == true ? "" : word
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool {
    isLetter && self != "ᵀ" || isNumber || self == "_" || self == "."
  }
}
