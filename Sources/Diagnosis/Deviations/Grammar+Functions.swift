import Formulas
import Numerics

extension Grammar {
  /// Another function of the same argument, or the same of another.
  mutating func functions(
    for function: Function, of arguments: [Expression], in whole: Expression,
    within limit: Double
  ) -> [Deviation] {
    guard arguments.count == 1 else { return spread(whole, arguments, function) }
    let argument = arguments[0]
    var found: [Deviation] = []
    for (other, bits) in Grammar.replacements(for: function, of: argument, shape(of: argument)) {
      found.append(Deviation(other, .wrongFunction, .replaced(whole, by: other), bits: bits))
    }
    for other in ClosedForm.withoutBrackets(of: function, at: argument) {
      found.append(
        Deviation(
          other, .wrongOperation, .replaced(whole, by: other), bits: Prior.exoticFunction))
    }
    if case .name(let name) = argument.node, let slot = builder.slot(named: name),
      let definition = surroundings.program.formula(of: slot)?.expression
    {
      // f(W x) + b for f(z).
      found += applied(function, to: definition).map { other, bits in
        Deviation(other, .wrongOperation, .replaced(whole, by: other), bits: bits)
      }
    }
    if case .name(let name) = argument.node, function.worksEntryByEntry || function == .softmax {
      for other in surroundings.others(for: name) {
        let call = Expression(.call(function, [other.expression]))
        found.append(
          Deviation(call, .wrongArgument, .replaced(whole, by: call), bits: other.bits))
        guard function == .softmax else { continue }
        // Each by the sum of the others' exponentials.
        let sum = Expression(.call(.sum, [Expression(.call(.exp, [other.expression]))]))
        let quotient = Expression(.binary(.divide, Expression(.call(.exp, [argument])), sum))
        found.append(
          Deviation(
            quotient, .wrongFunction, .replaced(whole, by: quotient), bits: other.bits + 2))
      }
    }
    return found
  }

  /// What is computed in the place of a square that is written as a power.
  func others(forSquareOf base: Expression, in whole: Expression) -> [Deviation] {
    let squares = Grammar.ofDifference(base, like: whole)
    let others = [
      (Expression(.call(.abs, [base])), Prior.neighbour),
      (Expression(.call(.sqrt, [Expression(.call(.abs, [base]))])), Prior.exoticFunction),
    ]
    return (others + squares).map { other, bits in
      Deviation(other, .wrongFunction, .replaced(whole, by: other), bits: bits)
    }
  }

  /// A function of which nothing is known but its name, of another argument.
  func others(forArgumentOf whole: Expression) -> [Deviation] {
    guard case .applied(_, let argument, _) = whole.node, case .name(let name) = argument.node
    else { return [] }
    return surroundings.others(for: name).map { other in
      let call = whole.replacingChild(0, by: other.expression)
      return Deviation(call, .wrongArgument, .replaced(whole, by: call), bits: other.bits)
    }
  }

  mutating func shape(of expression: Expression) -> Shape? {
    compiled(Deviation(expression))?.shape
  }

  /// An outer product of which one factor is forgotten and the other spread over the whole.
  private mutating func spread(
    _ whole: Expression, _ arguments: [Expression], _ function: Function
  ) -> [Deviation] {
    if function == .dot {
      return arguments.indices.map { index in
        let sum = Expression(.call(.sum, [arguments[1 - index]]))
        return Deviation(
          sum, .dropFactor, .dropped(arguments[index]), bits: Prior.operandForgotten)
      }
    }
    guard function == .outer else { return [] }
    let lengths = arguments.map { shape(of: $0)?.count }
    return arguments.indices.compactMap { index in
      guard let length = lengths[index] else { return nil }
      let ones = Expression(.call(.ones, [.number(length)]))
      return Deviation(
        whole.replacingChild(index, by: ones), .dropFactor, .dropped(arguments[index]),
        bits: Prior.operandForgotten)
    }
  }

  /// What is computed in the place of a function.
  private static func replacements(
    for function: Function, of u: Expression, _ shape: Shape?
  ) -> [(Expression, Double)] {
    func call(_ f: Function, _ x: Expression) -> Expression { Expression(.call(f, [x])) }
    func over(_ x: Expression, _ y: Expression) -> Expression { Expression(.binary(.divide, x, y)) }
    let negated = Expression(.negate(u))
    let exp = call(.exp, u)
    switch function {
    case .sigmoid, .tanh, .relu, .identity:
      return activations(for: function, u)
    case .softmax:
      let sigmoid = call(.sigmoid, u)
      var found = [
        (over(u, call(.sum, u)), Prior.oddFunction), (call(.tanh, u), Prior.exoticFunction),
        (over(exp, call(.sum, exp)), Prior.oddFunction),
        (call(.softmax, negated), Prior.exoticFunction),
        (call(.softmax, call(.softmax, u)), Prior.exoticFunction),
        (over(exp, call(.max, exp)), Prior.exoticFunction),
        (over(sigmoid, call(.sum, sigmoid)), Prior.exoticFunction),
        (over(u, call(.max, u)), Prior.exoticFunction), (call(.log, call(.softmax, u)), 5),
        (over(call(.abs, u), call(.sum, call(.abs, u))), Prior.exoticFunction),
        (over(call(.square, u), call(.sum, call(.square, u))), Prior.exoticFunction),
        (over(exp, Expression(.binary(.add, .number(1), call(.sum, exp)))), Prior.exoticFunction),
        (call(.exp, Expression(.binary(.subtract, u, call(.max, u)))), Prior.exoticFunction),
      ]
      if shape?.rank == 2 {
        let sums = call(.rowSums, Expression(.transpose(u)))
        found += [
          (Expression(.transpose(call(.softmax, Expression(.transpose(u))))), Prior.oddFunction),
          (over(u, sums), Prior.oddFunction),
        ]
      }
      return found
    case .log:
      return [
        (over(call(.log, u), call(.log, .number(2))), Prior.oddFunction),
        (call(.log, Expression(.binary(.subtract, .number(1), u))), Prior.oddFunction),
        (call(.log, Expression(.binary(.add, .number(1), u))), Prior.exoticFunction),
        (Expression(.binary(.divide, .number(1), u)), Prior.exoticFunction),
      ]
    case .square:
      return [
        (call(.abs, u), Prior.neighbour), (call(.sqrt, call(.abs, u)), Prior.exoticFunction),
      ] + ofDifference(u, like: call(.square, u))
    case .exp:
      return [
        (call(.exp, negated), Prior.oddFunction),
        (Expression(.binary(.power, .number(10), u)), Prior.exoticFunction),
        (Expression(.binary(.power, .number(2), u)), Prior.exoticFunction),
      ]
    case .sum, .mean: return reductions(function, u, shape)
    case .rowSums, .rowMeans: return rowReductions(u, shape)
    case .max: return [(call(.sum, u), Prior.oddReduction), (call(.min, u), Prior.oddReduction)]
    default: return []
    }
  }

  /// a² − y² for (a − y)².
  private static func ofDifference(
    _ u: Expression, like whole: Expression
  ) -> [(Expression, Double)] {
    guard case .binary(let symbol, let left, let right) = u.node,
      symbol == .subtract || symbol == .add
    else { return [] }
    func square(_ term: Expression) -> Expression {
      term.isOne ? term : term.squared(as: whole)
    }
    let squares = Expression(.binary(symbol, square(left), square(right)))
    return [(squares, Prior.oddFunction)]
  }

  private static func activations(
    for function: Function, _ u: Expression
  ) -> [(Expression, Double)] {
    func call(_ f: Function, _ x: Expression) -> Expression { Expression(.call(f, [x])) }
    func binary(
      _ x: Expression, _ symbol: Expression.Operator, _ y: Expression
    ) -> Expression { Expression(.binary(symbol, x, y)) }
    let one = Expression.number(1)
    let negated = Expression(.negate(u))
    let (rising, falling) = (call(.exp, u), call(.exp, negated))
    var found: [(Expression, Double)] = [
      (call(function, negated), Prior.oddFunction),
      (Expression(.derivative(function, u)), Prior.oddFunction),
      (call(function, call(function, u)), Prior.oddFunction),
      (binary(one, .subtract, call(function, u)), Prior.oddFunction),
      (call(.abs, u), Prior.oddFunction),
      (Expression(.derivative(.relu, u)), Prior.oddFunction),
      (call(.softmax, u), Prior.oddFunction),
      (call(.softplus, u), Prior.exoticFunction),
      (rising, Prior.exoticFunction), (falling, Prior.exoticFunction),
      (call(function, binary(.number(2), .multiply, u)), Prior.exoticFunction),
      (call(function, binary(u, .divide, .number(2))), Prior.exoticFunction),
      (call(function, binary(u, .multiply, .degree)), Prior.exoticFunction),
      (call(function, binary(u, .divide, .degree)), Prior.exoticFunction),
      (call(.square, u), Prior.exoticFunction),
    ]
    if function != .relu {
      found.append((call(function, call(.relu, u)), Prior.exoticFunction))
      found.append((call(function, call(.abs, u)), Prior.exoticFunction))
    }
    switch function {
    case .sigmoid:
      found += [
        (binary(one, .add, falling), Prior.oddFunction),
        (binary(one, .divide, binary(one, .subtract, falling)), Prior.oddFunction),
        (binary(one, .divide, falling), Prior.exoticFunction),
        (binary(rising, .divide, binary(one, .subtract, rising)), Prior.exoticFunction),
        (binary(falling, .divide, binary(one, .add, falling)), Prior.oddFunction),
        (binary(one, .divide, binary(one, .add, binary(.number(10), .power, negated))), 5.5),
        (binary(one, .divide, binary(one, .add, binary(.number(2), .power, negated))), 6),
        (binary(one, .divide, binary(one, .subtract, u)), 6),
        (binary(one, .divide, binary(one, .add, u)), 6),
      ]
    case .tanh:
      let sum = binary(rising, .add, falling)
      let difference = binary(rising, .subtract, falling)
      found += [
        (binary(difference, .divide, .number(2)), Prior.exoticFunction),
        (binary(sum, .divide, difference), Prior.exoticFunction),
        (
          binary(
            binary(rising, .subtract, one), .divide, binary(rising, .add, one)),
          Prior.exoticFunction
        ),
        (binary(one, .subtract, call(.square, call(.tanh, u))), Prior.oddFunction),
      ]
    case .relu:
      found += [
        (call(.max, binary(.number(0.01), .multiply, u), u), Prior.oddFunction),
        (call(.min, .number(0), u), Prior.oddFunction),
        (call(.max, .number(1), u), Prior.exoticFunction),
        (call(.min, .number(1), call(.relu, u)), Prior.exoticFunction),
      ]
    default: break
    }
    return found
    func call(_ f: Function, _ x: Expression, _ y: Expression) -> Expression {
      Expression(.call(f, [x, y]))
    }
  }

  private static func reductions(
    _ function: Function, _ u: Expression, _ shape: Shape?
  ) -> [(Expression, Double)] {
    func call(_ x: Expression) -> Expression { Expression(.call(function, [x])) }
    var found: [(Expression, Double)] = [
      (Expression(.call(.norm, [u])), Prior.oddReduction),
      (Expression(.call(.max, [u])), Prior.oddReduction),
    ]
    if let inner = u.squared {
      let sum = Expression(.call(.sum, [inner]))
      found += [
        (sum.squared(as: u), Prior.oddReduction), (sum, Prior.oddReduction),
        (Expression(.call(.norm, [inner])), Prior.oddFunction),
      ]
    }
    switch shape {
    case .vector(let length):
      for index in [0, length - 1] where length > 1 {
        found.append((u.entry(index), Prior.oneEntry))
      }
    case .matrix(let rows, let columns):
      if columns > 1 {
        for index in [0, columns - 1] {
          found.append((call(Expression(.transpose(u)).entry(index)), Prior.oneEntry))
        }
      }
      if rows > 1 {
        for index in [0, rows - 1] { found.append((call(u.entry(index)), Prior.oneEntry)) }
      }
    default: break
    }
    return found
  }

  private static func rowReductions(
    _ u: Expression, _ shape: Shape?
  ) -> [(Expression, Double)] {
    guard case .matrix(let rows, let columns) = shape else { return [] }
    let turned = Expression(.transpose(u))
    var found: [(Expression, Double)] = [0, columns - 1].map {
      (turned.entry($0), Prior.oneEntry)
    }
    for function in [Function.sum, .mean] {
      let all = Expression(.call(function, [u]))
      let ones = Expression(.call(.ones, [.number(rows)]))
      found.append((Expression(.binary(.multiply, all, ones)), Prior.oddReduction))
    }
    return found
  }
}

extension Expression {
  /// An entry or row by its place, counted from 1.
  fileprivate func entry(_ index: Int) -> Expression {
    Expression(.index(self, [.number(index + 1)]))
  }

  fileprivate static func number(_ value: Double) -> Expression {
    Expression(.number(value, spelling: NumberText.shortest(value)))
  }

  /// π / 180.
  fileprivate static var degree: Expression {
    Expression(.number(0.017453292519943295, spelling: "0.017453292519943295"))
  }
}
