/// What stands between two brackets, as far as it has been read.
struct Group {
  enum Kind {
    /// The whole text, which has no brackets.
    case formula
    case brackets
    case list
    case index(Expression)
    case call(String, Token, isDerivative: Bool)
  }

  /// An operator that waits for what binds tighter on its right.
  enum Pending {
    case negation(Token)
    case infix(Expression.Operator)
    case span

    var precedence: Int {
      switch self {
      case .negation: Precedence.negation
      case .span: Precedence.span
      case .infix(let symbol): symbol.precedence
      }
    }
  }

  let kind: Kind
  let opening: Token
  /// The items before the last comma.
  var items: [Expression] = []
  var values: [Expression] = []
  var operators: [Pending] = []
  /// The names of arguments, as in `stride=2`, by the places where they stand.
  var options: [Int: Token] = [:]

  var isIndex: Bool { if case .index = kind { true } else { false } }
  var isAtStartOfIndex: Bool { isIndex && values.isEmpty && operators.isEmpty }

  var isAtStartOfArgument: Bool {
    guard case .call = kind else { return false }
    return values.isEmpty && operators.isEmpty && options[items.count] == nil
  }

  /// Whether a comparison waits for its right side.
  var hasComparison: Bool {
    operators.contains { $0.precedence == Precedence.comparison }
  }

  /// Whether the closing bracket may follow at once; the complaint is then about the number of items.
  var mayStayEmpty: Bool {
    kind.takesItems && items.isEmpty && values.isEmpty && operators.isEmpty
  }
}

extension Group.Kind {
  var closing: Token.Symbol? {
    switch self {
    case .formula: nil
    case .brackets, .call: .close
    case .list, .index: .closeList
    }
  }

  var takesItems: Bool {
    switch self {
    case .formula, .brackets: false
    case .list, .index, .call: true
    }
  }
}

extension Token.Symbol {
  var infix: Expression.Operator? {
    switch self {
    case .plus: .add
    case .minus: .subtract
    case .times: .multiply
    case .over: .divide
    case .at: .matrixProduct
    case .power: .power
    case .less: .less
    case .greater: .greater
    case .lessOrEqual: .lessOrEqual
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    default: nil
    }
  }
}
