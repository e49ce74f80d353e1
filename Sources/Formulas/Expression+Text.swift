extension Expression {
  /// The expression in the formula language, with no more brackets than it needs.
  package var text: String { written(.plain) }

  /// How operators and functions are spelled.
  package enum Spelling: Sendable {
    /// What can be read back: `sigmoid'(z1) * a1.T`.
    case plain
    /// What a page would print: `σ′(z1) ⊙ a1ᵀ`.
    case mathematical
  }

  /// The expression in one of the spellings.
  ///
  /// - Parameter isNumber: Which parts are single numbers: with one of them a product is no product
  ///   entry by entry, and has a dot where mathematics is written.
  package func written(
    _ spelling: Spelling, isNumber: (Expression) -> Bool = { _ in false }
  ) -> String {
    // A list of its own instead of recursion, which deep formulas would take too far.
    var text = ""
    var waiting = [Part.expression(self, least: 0)]
    while let part = waiting.popLast() {
      switch part {
      case .text(let words): text += words
      case .expression(let expression, let least):
        let isBare = expression.precedence >= least
        if !isBare { waiting.append(.text(")")) }
        for part in expression.parts(spelling, isNumber).reversed() { waiting.append(part) }
        if !isBare { waiting.append(.text("(")) }
      }
    }
    return text
  }

  private enum Part {
    case text(String)
    /// An expression, in brackets where it binds less than `least`.
    case expression(Expression, least: Int)
  }

  private func parts(_ spelling: Spelling, _ isNumber: (Expression) -> Bool) -> [Part] {
    switch node {
    case .binary(.multiply, let left, let right)
    where spelling == .mathematical && (isNumber(left) || isNumber(right)):
      let (least, rightLeast) = spelling.bounds(of: .multiply, left)
      let isTight = left.isWord && right.isWord
      return [
        .expression(left, least: least), .text(isTight ? "·" : " · "),
        .expression(right, least: rightLeast),
      ]
    case .binary(.power, let base, let exponent)
    where spelling == .mathematical && exponent.raised != nil:
      let (least, _) = spelling.bounds(of: .power, base)
      return [.expression(base, least: least), .text(exponent.raised ?? "")]
    case .number(_, let digits): return [.text(digits)]
    case .name(let name): return [.text(spelling.name(name))]
    case .negate(let inner):
      return [.text(spelling.minus), .expression(inner, least: Precedence.negation)]
    case .binary(let symbol, let left, let right):
      let (least, rightLeast) = spelling.bounds(of: symbol, left)
      return [
        .expression(left, least: least), .text(spelling.between(symbol)),
        .expression(right, least: rightLeast),
      ]
    case .call(let function, let arguments):
      return [.text(spelling.name(function) + "(")] + Expression.list(arguments) + [.text(")")]
    case .derivative(let function, let argument):
      let name = spelling.name(function) + spelling.prime
      return [.text(name + "("), .expression(argument, least: 0), .text(")")]
    case .applied(let name, let argument, let isSlope):
      return [
        .text(name + (isSlope ? spelling.prime : "") + "("), .expression(argument, least: 0),
        .text(")"),
      ]
    case .transpose(let inner):
      return [.expression(inner, least: Precedence.postfix), .text(spelling.transpose)]
    case .index(let base, let indices):
      return [.expression(base, least: Precedence.postfix), .text("[")]
        + Expression.list(indices) + [.text("]")]
    case .span(let first, let last):
      let least = Precedence.comparison
      return [.expression(first, least: least), .text(".."), .expression(last, least: least)]
    case .all: return [.text(":")]
    case .list(let items):
      return [.text("[")] + Expression.list(items) + [.text("]")]
    case .gradient(let loss, let parameter, let numerical):
      return [.text(numerical ? "numgrad(" : "grad(")]
        + Expression.list([loss, parameter]) + [.text(")")]
    }
  }

  /// What it is as an exponent on a printed page: ² or ³, nil for all others.
  private var raised: String? {
    switch node {
    case .number(_, spelling: "2"): "²"
    case .number(_, spelling: "3"): "³"
    default: nil
    }
  }

  /// Whether nothing can come between it and a dot beside it.
  private var isWord: Bool {
    switch node {
    case .number, .name: true
    case .index(let base, _), .transpose(let base): base.isWord
    default: false
    }
  }

  private static func list(_ items: [Expression]) -> [Part] {
    items.enumerated().flatMap { index, item in
      (index == 0 ? [] : [.text(", ")]) + [.expression(item, least: 0)]
    }
  }

  private var precedence: Int {
    switch node {
    case .binary(let symbol, _, _): symbol.precedence
    case .negate: Precedence.negation
    case .span: Precedence.span
    case .number(_, let digits) where digits.hasPrefix("-"): Precedence.negation
    default: Precedence.postfix
    }
  }
}

extension Expression.Spelling {
  fileprivate var minus: String { self == .plain ? "-" : "−" }
  fileprivate var prime: String { self == .plain ? "'" : "′" }
  fileprivate var transpose: String { self == .plain ? ".T" : "ᵀ" }

  /// How tightly the operands of an operator must bind to stand without brackets.
  fileprivate func bounds(
    of symbol: Expression.Operator, _ left: Expression
  ) -> (left: Int, right: Int) {
    let own = symbol.precedence
    if symbol == .power { return (own + 1, Precedence.negation) }
    // Comparisons form no chains.
    if own == Precedence.comparison { return (own + 1, own + 1) }
    guard self == .mathematical, symbol == .matrixProduct else { return (own, own + 1) }
    // Without a sign of its own, the product seems to bind tighter than ⊙.
    guard case .binary(.matrixProduct, _, _) = left.node else { return (own + 1, Precedence.power) }
    return (own, Precedence.power)
  }

  func between(_ symbol: Expression.Operator) -> String {
    switch (self, symbol) {
    case (_, .power): "^"
    case (.mathematical, .multiply): " ⊙ "
    case (.mathematical, .subtract): " − "
    case (.mathematical, .matrixProduct): " "
    case (.mathematical, .lessOrEqual): " ≤ "
    case (.mathematical, .greaterOrEqual): " ≥ "
    case (.mathematical, .equal): " = "
    case (.mathematical, .notEqual): " ≠ "
    default: " \(symbol.rawValue) "
    }
  }

  /// A function as it is printed: `sigmoid` is σ.
  package func name(_ function: Function) -> String {
    self == .mathematical && function == .sigmoid ? "σ" : function.rawValue
  }

  /// A name as it is printed: `delta1` is δ1, `eta` is η, `beta2` is β2.
  package func name(_ name: String) -> String {
    guard self == .mathematical else { return name }
    return name == "pi" ? "π" : GreekLetter.printed(name) ?? name
  }
}
