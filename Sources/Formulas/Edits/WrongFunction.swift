/// Another function is used: tanh for σ, σ for σ′, the sum for the mean, log₁₀ for ln.
enum WrongFunction: FormulaEdit {
  static let kind = EditKind.wrongFunction
  static let examples = [
    EditExample("sigmoid(z1)", "tanh(z1)"),
    EditExample("d * sigmoid'(z1)", "d * sigmoid(z1)"),
    EditExample("-sum(y * log(a))", "-sum(y * (log(a) / log(10)))"),
    EditExample("rowMeans(delta1)", "rowSums(delta1)"),
    EditExample("softmax(z)", "exp(z)"),
  ]

  static func replacements(of node: Expression, in place: EditPlace) -> [Replacement] {
    switch node.node {
    case .call(.log, let arguments):
      let ten = Expression(.call(.log, [.number(10)]))
      let common = Expression(.binary(.divide, node, ten))
      if case .number = arguments[0].node { return [] }
      return [Replacement(common, .replaced(node, by: common))]
    case .call(let function, let arguments):
      return others(function).map { other, cost in
        let call = Expression(.call(other, arguments))
        return Replacement(call, .replaced(node, by: call), cost: cost)
      }
    case .derivative(let function, let argument):
      let plain = Expression(.call(function, [argument]))
      let rest = activations.filter { $0 != function && $0 != .identity }.map { other in
        let derivative = Expression(.derivative(other, argument))
        return Replacement(derivative, .replaced(node, by: derivative), cost: 1.4)
      }
      return [Replacement(plain, .replaced(node, by: plain))] + rest
    default: return []
    }
  }

  private static let activations: [Function] = [.sigmoid, .tanh, .relu, .identity]

  private static func others(_ function: Function) -> [(Function, cost: Double)] {
    switch function {
    case .sigmoid, .tanh, .relu:
      activations.filter { $0 != function && $0 != .identity }.map { ($0, 1.2) }
    case .identity: [(.sigmoid, 1.2), (.relu, 1.2), (.tanh, 1.4)]
    case .softmax: [(.exp, 1), (.sigmoid, 1.4)]
    case .sum: [(.mean, 1)]
    case .mean: [(.sum, 1)]
    case .rowSums: [(.rowMeans, 1)]
    case .rowMeans: [(.rowSums, 1)]
    default: []
    }
  }
}
