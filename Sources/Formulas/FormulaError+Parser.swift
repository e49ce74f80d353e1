// The messages of the parser.
extension FormulaError {
  static func empty(at range: Range<Int>) -> FormulaError {
    FormulaError("the formula is empty", at: range)
  }

  static func unexpected(_ token: Token, after previous: Token) -> FormulaError {
    switch token.kind {
    case .symbol(.close), .symbol(.closeList):
      FormulaError("'\(token.spelling)' closes nothing", at: token.range)
    case .symbol(.prime):
      FormulaError(
        "a prime may only follow a function name, as in sigmoid'(z1)", at: token.range)
    case .symbol(.comma):
      FormulaError(
        "a ',' may only stand in a list or between arguments; decimals are written 0.5",
        at: token.range)
    case .symbol(.assign):
      FormulaError("'=' gives nothing a value here; a comparison is written ==", at: token.range)
    case .symbol(.span):
      FormulaError("'..' may only stand between brackets, as in x[2..4]", at: token.range)
    case .symbol(.colon): colon(at: token.range)
    default:
      FormulaError(
        "expected an operator between '\(previous.spelling)' and '\(token.spelling)'",
        at: token.range)
    }
  }

  static func expectedValue(found token: Token, after previous: Token?) -> FormulaError {
    let found = token.kind == .end ? "the formula ends" : "there is '\(token.spelling)'"
    let place = previous.map { "after '\($0.spelling)'" } ?? "at the beginning"
    return FormulaError("expected a value \(place), but \(found)", at: token.range)
  }

  static func unclosed(
    _ opening: Token, _ symbol: Token.Symbol, found: Token
  ) -> FormulaError {
    let place = found.kind == .end ? "the end" : "'\(found.spelling)'"
    return FormulaError(
      "expected '\(symbol.rawValue)' before \(place), to close the '\(opening.spelling)' of column "
        + "\(opening.range.lowerBound + 1)", at: found.range)
  }

  static func tooDeep(at range: Range<Int>) -> FormulaError {
    FormulaError("nested more than \(Formula.deepest) deep", at: range)
  }

  static func tooLongChain(at range: Range<Int>) -> FormulaError {
    FormulaError(
      "more than \(2 * Formula.deepest) operations in one chain; split the formula or add brackets",
      at: range)
  }

  static func colon(at range: Range<Int>) -> FormulaError {
    FormulaError(
      "':' stands for all of a row or column, as in A[:, 1]; a part is written x[2..4], both ends "
        + "included", at: range)
  }

  static func spanOfThree(at range: Range<Int>) -> FormulaError {
    FormulaError("a part has two ends, as in x[2..4]", at: range)
  }

  static func chainedComparison(at range: Range<Int>) -> FormulaError {
    FormulaError(
      "comparisons form no chains; write (a < b) * (b < c) for what is between", at: range)
  }

  static func namelessArgument(at range: Range<Int>) -> FormulaError {
    FormulaError("an argument without a name cannot follow one with a name", at: range)
  }

  static func unknownOption(
    _ option: String, of function: String, _ known: [String], at range: Range<Int>
  ) -> FormulaError {
    let names = known.joined(separator: " and ")
    if ["axis", "dim"].contains(option), let meant = Function(rawValue: function) {
      let advice = FunctionAdvice.onDirection(of: meant)
      return FormulaError("\(function) has no '\(option)'\(advice)", at: range)
    }
    return FormulaError(
      known.isEmpty
        ? "\(function) has no arguments with names; a comparison is written =="
        : "\(function) takes \(names) by name, not '\(option)'", at: range)
  }

  static func repeatedOption(_ option: String, at range: Range<Int>) -> FormulaError {
    FormulaError("'\(option)' stands there already", at: range)
  }

  static func indexCount(at range: Range<Int>) -> FormulaError {
    FormulaError("an entry is written x[i] or W[i, j]", at: range)
  }

  static func emptyList(at range: Range<Int>) -> FormulaError {
    FormulaError("a list needs at least one entry", at: range)
  }

  static func noDerivative(_ name: String, at range: Range<Int>) -> FormulaError {
    let known = Function.differentiable.map { $0.rawValue }.joined(separator: " ")
    return FormulaError("\(name)' is not known; a prime may follow \(known)", at: range)
  }

  static func primeWithoutArgument(
    _ name: String, at range: Range<Int>
  ) -> FormulaError {
    FormulaError("\(name)' needs an argument, as in \(name)'(z1)", at: range)
  }

  static func functionWithoutArgument(
    _ name: String, at range: Range<Int>
  ) -> FormulaError {
    FormulaError("'\(name)' is a function and needs an argument, as in \(name)(z1)", at: range)
  }

  static func gradientArguments(_ name: String, at range: Range<Int>) -> FormulaError {
    FormulaError(
      "\(name) takes a loss and what to differentiate by, as in \(name)(L, W1)", at: range)
  }

  static func argumentCount(
    _ function: Function, _ count: Int, _ token: Token
  ) -> FormulaError {
    let arity = function.arity
    let (least, most) = (arity.lowerBound, arity.upperBound)
    let wanted =
      least == most
      ? "\(least)"
      : most == Function.anyNumber
        ? "at least \(least)" : "\(least)\(most == least + 1 ? " or" : " to") \(most)"
    let noun = (most == Function.anyNumber ? least : most) == 1 ? "argument" : "arguments"
    let advice = count > most ? FunctionAdvice.onDirection(of: function) : ""
    return FormulaError(
      "\(function.rawValue) takes \(wanted) \(noun), but there \(count == 1 ? "is" : "are") \(count)"
        + advice, at: token.range)
  }

  static func oneArgument(_ name: String, _ count: Int, _ token: Token) -> FormulaError {
    FormulaError("\(name) takes 1 argument, but here are \(count)", at: token.range)
  }

  static func unknownFunction(_ name: String, at range: Range<Int>) -> FormulaError {
    let advice = FunctionAdvice.onFunction(name)
    return FormulaError("there is no function '\(name)'\(advice)", at: range)
  }
}
