/// Another function is used: tanh for σ, σ for σ′, the sum for the mean, log₁₀ for ln, columns for
/// rows, a kernel that is turned for one that is not.
enum WrongFunction: FormulaEditDefinition {
  static let kind = EditKind.wrongFunction
  static let examples = [
    EditExample("sigmoid(z1)", "tanh(z1)"),
    EditExample("d * sigmoid'(z1)", "d * sigmoid(z1)"),
    EditExample("-sum(y * log(a))", "-sum(y * (log(a) / log(10)))"),
    EditExample("y * log(a) + log(1 - a)", "y * (log(a) / log(10)) + log(1 - a) / log(10)"),
    EditExample("rowMeans(delta1)", "rowSums(delta1)"),
    EditExample("softmax(z)", "exp(z)"),
    EditExample("softmax(Z)", "rowSoftmax(Z)"),
    EditExample("rowSums(A)", "columnSums(A)"),
    EditExample("correlate(X, K, 2, 1)", "convolve(X, K, 2, 1)"),
    EditExample("convolve(G, K)", "correlate(G, K)"),
    EditExample("correlate(X, rotate180(K))", "correlate(X, K.T)"),
    EditExample("maxPool(X, 2)", "averagePool(X, 2)"),
    EditExample("grad(sum(G * maxPool(X, 2)), X)", "grad(sum(G * (4 * averagePool(X, 2))), X)"),
    EditExample("sqrt(variance(x) + eps)", "sqrt(variance(x, 1) + eps)"),
    EditExample("variance(x, 1)", "variance(x)"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [NodeReplacement] {
    (place.isRoot ? commonEverywhere(node) : []) + others(of: node)
  }

  private static func others(of node: Expression) -> [NodeReplacement] {
    switch node.node {
    case .call(.log, let arguments):
      if arguments[0].isNumber { return [] }
      return [NodeReplacement(common(node), .replaced(node, by: common(node)))]
    case .call(.variance, let arguments):
      let rest = arguments.count == 1 ? [arguments[0], .number(1)] : [arguments[0]]
      let other = Expression(.call(.variance, rest))
      return [NodeReplacement(other, .replaced(node, by: other))]
    case .call(.rotate180, let arguments):
      let turned = Expression(.transpose(arguments[0]))
      return [NodeReplacement(turned, .replaced(node, by: turned), cost: 1.2)]
    case .call(.maxPool, let arguments): return spread(node, arguments)
    case .call(.correlate, let arguments) where arguments[1].isTurned: return []
    case .call(let function, let arguments):
      return others(function).map { other, cost in
        let call = Expression(.call(other, arguments))
        return NodeReplacement(call, .replaced(node, by: call), cost: cost)
      }
    case .derivative(let function, let argument):
      let plain = Expression(.call(function, [argument]))
      let rest = activations.filter { $0 != function }.map { other in
        let derivative = Expression(.derivative(other, argument))
        let cost = other == .relu ? 1.7 : 1.4
        return NodeReplacement(derivative, .replaced(node, by: derivative), cost: cost)
      }
      return [NodeReplacement(plain, .replaced(node, by: plain))] + rest
    case .applied(let name, let argument, let isSlope):
      let other = Expression(.applied(name, argument, isSlope: !isSlope))
      return [NodeReplacement(other, .replaced(node, by: other))]
    default: return []
    }
  }

  /// The mean of each window for its largest, or the sum: then each entry has the whole gradient.
  private static func spread(_ node: Expression, _ arguments: [Expression]) -> [NodeReplacement] {
    let mean = Expression(.call(.averagePool, arguments))
    guard case .number(let size, _) = arguments[1].node, let size = Int(exactly: size) else {
      return [NodeReplacement(mean, .replaced(node, by: mean), cost: 1.2)]
    }
    // Of a vector and of a matrix.
    let sums = [size, size * size].map { count in
      Expression(.binary(.multiply, .number(count), mean))
    }
    return [NodeReplacement(mean, .replaced(node, by: mean), cost: 1.2)]
      + sums.map { NodeReplacement($0, .replaced(node, by: $0), cost: 1.2) }
  }

  /// The logarithm to base 10, or to another.
  private static func common(_ logarithm: Expression, base: Int = 10) -> Expression {
    Expression(.binary(.divide, logarithm, Expression(.call(.log, [.number(base)]))))
  }

  /// Who takes one logarithm to base 10 takes them all so.
  private static func commonEverywhere(_ formula: Expression) -> [NodeReplacement] {
    [(10, 1), (2, 1.6)].flatMap { everywhere(formula, base: $0.0, cost: $0.1) }
  }

  private static func everywhere(
    _ formula: Expression, base: Int, cost: Double
  ) -> [NodeReplacement] {
    var found: [Expression] = []
    func changed(_ node: Expression) -> Expression {
      var result = node
      for (index, child) in node.children.enumerated() {
        result = result.replacingChild(index, by: changed(child))
      }
      guard case .call(.log, let arguments) = node.node, !arguments[0].isNumber else {
        return result
      }
      found.append(node)
      return common(result, base: base)
    }
    let result = changed(formula)
    guard found.count > 1 else { return [] }
    let first = Change.replaced(found[0], by: common(found[0], base: base))
    return [NodeReplacement(result, first, cost: cost)]
  }

  /// Those of the chapter that work entry by entry, one of which is easily taken for another.
  private static let activations: [Function] = [.sigmoid, .tanh, .relu, .identity]

  private static func others(_ function: Function) -> [(Function, cost: Double)] {
    switch function {
    case .sigmoid, .tanh, .relu:
      activations.filter { $0 != function && $0 != .identity }.map { ($0, 1.2) }
    case .identity: [(.sigmoid, 1.2), (.relu, 1.2), (.tanh, 1.4)]
    case .leakyRelu, .softplus: [(.relu, 1.2), (.sigmoid, 1.6)]
    case .elu: [(.relu, 1.2), (.leakyRelu, 1.4), (.sigmoid, 1.6)]
    case .swish: [(.sigmoid, 1.2), (.relu, 1.4), (.gelu, 1.4)]
    case .gelu: [(.relu, 1.2), (.swish, 1.4)]
    case .softmax: [(.exp, 1), (.rowSoftmax, 1.1), (.sigmoid, 1.4)]
    case .rowSoftmax: [(.exp, 1), (.softmax, 1)]
    case .sum: [(.mean, 1)]
    case .mean: [(.sum, 1)]
    case .rowSums: [(.rowMeans, 1), (.columnSums, 1)]
    case .rowMeans: [(.rowSums, 1), (.columnMeans, 1)]
    case .columnSums: [(.columnMeans, 1), (.rowSums, 1)]
    case .columnMeans: [(.columnSums, 1), (.rowMeans, 1)]
    case .correlate: [(.convolve, 1)]
    case .convolve: [(.correlate, 1)]
    case .averagePool: [(.maxPool, 1.2)]
    case .step: [(.sign, 1.4)]
    case .sign: [(.step, 1.4)]
    default: []
    }
  }
}

extension Expression {
  /// Whether it is a kernel turned by 180°; who does not turn it leaves that out.
  fileprivate var isTurned: Bool {
    if case .call(.rotate180, _) = node { true } else { false }
  }
}
