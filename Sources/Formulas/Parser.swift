/// Reads the tokens of a formula into a tree, by operator precedence.
///
/// As in Python, `-x^2` is `-(x^2)` and `^` groups from the right. What is open stands in a list of
/// its own rather than on the call stack, so that deep nesting is safe on every thread.
struct Parser {
  private let tokens: [Token]
  /// The names of functions beside those of the language.
  let functions: [String]
  private var place = 0
  /// The brackets that are open, within the formula as a whole.
  private var groups: [Group] = []
  /// How many brackets, signs and powers are open.
  private var depth = 0

  init(_ text: String, functions: [String] = []) throws(FormulaError) {
    tokens = try Token.read(text)
    self.functions = functions
  }

  /// The whole text as one expression.
  package mutating func formula() throws(FormulaError) -> Expression {
    if next.kind == .end { throw .empty(at: next.range) }
    groups = [Group(kind: .formula, opening: next)]
    var needsValue = true
    while true {
      if needsValue {
        needsValue = try !readValue()
      } else if next.kind == .end, groups.count == 1 {
        return try finishedItem()
      } else {
        needsValue = try readContinuation()
      }
    }
  }

  private var next: Token { tokens[place] }

  private var group: Group {
    get { groups[groups.count - 1] }
    _modify { yield &groups[groups.count - 1] }
  }

  // MARK: Values

  /// Reads a value, or what may stand before one or within one; true when the value is complete.
  private mutating func readValue() throws(FormulaError) -> Bool {
    let token = next
    switch token.kind {
    case .number(let value):
      place += 1
      let spelling = Token.plain(token.spelling)
      group.values.append(Expression(.number(value, spelling: spelling), at: token.range))
      return true
    case .name(let name):
      place += 1
      return try readName(name, token)
    case .symbol(.minus):
      place += 1
      try goDeeper(at: token)
      group.operators.append(.negation(token))
    case .symbol(.plus):
      place += 1
    case .symbol(.open):
      try open(.brackets)
    case .symbol(.openList):
      try open(.list)
    case .symbol(.colon) where group.isAtStartOfIndex:
      group.values.append(Expression(.all, at: token.range))
      place += 1
      guard next.kind == .symbol(.comma) || next.kind == .symbol(.closeList) else {
        throw .colon(at: token.range)
      }
      return true
    case .symbol(let symbol) where symbol == group.kind.closing && group.mayStayEmpty:
      try close()
      return true
    case .symbol, .end:
      throw .expectedValue(found: token, after: place > 0 ? tokens[place - 1] : nil)
    }
    return false
  }

  /// Reads what follows a name: nothing, or the beginning of `f(x)`, `f'(x)` or `grad(L, W)`; or
  /// the value behind `stride=`.
  private mutating func readName(_ name: String, _ token: Token) throws(FormulaError) -> Bool {
    if next.kind == .symbol(.assign), group.isAtStartOfArgument {
      group.options[group.items.count] = token
      place += 1
      return false
    }
    let isDerivative = next.kind == .symbol(.prime)
    if isDerivative {
      place += 1
      guard functions.contains(name) || Function(rawValue: name)?.hasDerivative == true else {
        throw .noDerivative(name, at: token.range)
      }
      guard next.kind == .symbol(.open) else { throw .primeWithoutArgument(name, at: token.range) }
    }
    if next.kind == .symbol(.open) {
      try open(.call(name, token, isDerivative: isDerivative))
      return false
    }
    if functions.contains(name) || Function(rawValue: name)?.isReserved == true {
      throw .functionWithoutArgument(name, at: token.range)
    }
    group.values.append(Expression(.name(name), at: token.range))
    return true
  }

  // MARK: What follows a value

  /// Reads an operator, a postfix, a comma or a closing bracket; true when a value must follow.
  private mutating func readContinuation() throws(FormulaError) -> Bool {
    guard case .symbol(let symbol) = next.kind else { throw unexpected }
    if let infix = symbol.infix {
      if infix.isComparison, group.hasComparison {
        throw .chainedComparison(at: next.range)
      }
      try reduce(downTo: infix == .power ? Precedence.power + 1 : infix.precedence)
      if infix == .power { try goDeeper(at: next) }
      group.operators.append(.infix(infix))
      place += 1
      return true
    }
    switch symbol {
    case .transpose:
      let base = group.values.removeLast()
      try append(.transpose(base), base.range.lowerBound..<next.range.upperBound)
      place += 1
    case .squared, .cubed:
      let base = group.values.removeLast()
      // Written out, a power of a power has brackets.
      if case .binary(.power, _, _) = base.node, depth + base.depth > Formula.deepest {
        throw .tooDeep(at: next.range)
      }
      let digits = symbol == .squared ? "2" : "3"
      let exponent = Expression(
        .number(symbol == .squared ? 2 : 3, spelling: digits), at: next.range)
      try append(
        .binary(.power, base, exponent), base.range.lowerBound..<next.range.upperBound)
      place += 1
    case .span where group.isIndex:
      try reduce(downTo: Precedence.comparison)
      guard group.operators.isEmpty else { throw .spanOfThree(at: next.range) }
      group.operators.append(.span)
      place += 1
      return true
    case .openList:
      let base = group.values.removeLast()
      try open(.index(base))
      return true
    case .comma where group.kind.takesItems:
      place += 1
      let item = try finishedItem()
      group.items.append(item)
      return true
    case group.kind.closing:
      let item = try finishedItem()
      group.items.append(item)
      try close()
    default:
      throw unexpected
    }
    return false
  }

  /// The error of a token that cannot stand after a value.
  private var unexpected: FormulaError {
    let isMisplaced = [Token.Symbol.colon, .assign, .span].contains { next.kind == .symbol($0) }
    if !isMisplaced, let closing = group.kind.closing {
      return .unclosed(group.opening, closing, found: next)
    }
    return .unexpected(next, after: tokens[place - 1])
  }

  /// Applies the pending operators that bind at least as tightly as `precedence`.
  private mutating func reduce(downTo precedence: Int) throws(FormulaError) {
    while let pending = group.operators.last, pending.precedence >= precedence {
      group.operators.removeLast()
      let right = group.values.removeLast()
      switch pending {
      case .negation(let sign):
        depth -= 1
        try append(.negate(right), sign.range.lowerBound..<right.range.upperBound)
      case .span:
        let first = group.values.removeLast()
        try append(.span(first, right), first.range.lowerBound..<right.range.upperBound)
      case .infix(let symbol):
        if symbol == .power { depth -= 1 }
        let left = group.values.removeLast()
        try append(
          .binary(symbol, left, right), left.range.lowerBound..<right.range.upperBound)
      }
    }
  }

  /// What has been read since the opening bracket or the last comma.
  private mutating func finishedItem() throws(FormulaError) -> Expression {
    try reduce(downTo: Precedence.span)
    return group.values.removeLast()
  }

  private mutating func append(
    _ node: Expression.Node, _ range: Range<Int>
  ) throws(FormulaError) {
    let expression = Expression(node, at: range)
    guard expression.depth <= 2 * Formula.deepest else { throw .tooLongChain(at: range) }
    group.values.append(expression)
  }

  private mutating func goDeeper(at token: Token) throws(FormulaError) {
    depth += 1
    guard depth <= Formula.deepest else { throw .tooDeep(at: token.range) }
  }

  // MARK: Brackets

  private mutating func open(_ kind: Group.Kind) throws(FormulaError) {
    try goDeeper(at: next)
    groups.append(Group(kind: kind, opening: next))
    place += 1
  }

  /// Makes one value of the innermost group, whose closing bracket is next.
  private mutating func close() throws(FormulaError) {
    let (closed, end) = (groups.removeLast(), next.range.upperBound)
    place += 1
    depth -= 1
    let (items, opening) = (closed.items, closed.opening)
    switch closed.kind {
    case .formula, .brackets:
      try append(items[0].node, opening.range.lowerBound..<end)
    case .list:
      guard !items.isEmpty else { throw .emptyList(at: opening.range) }
      try append(.list(items), opening.range.lowerBound..<end)
    case .index(let base):
      guard (1...2).contains(items.count) else { throw .indexCount(at: opening.range) }
      try append(.index(base, items), base.range.lowerBound..<end)
    case .call(let name, let token, let isDerivative):
      let arguments = try Parser.arranged(items, closed.options, of: name)
      try append(
        call(name, arguments, token, isDerivative: isDerivative),
        token.range.lowerBound..<end)
    }
  }
}
