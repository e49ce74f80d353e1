import Formulas

/// What a student could have taken for each other in a formula, and what may be left in it.
///
/// Names of the same shape can be confused. Left over are above all derivatives that should have
/// cancelled: a(1 − a) of a sigmoid, 1 − a² of a tanh, σ′(z).
struct FormulaVocabulary: VocabularySource {
  private let builder: ProgramBuilder
  private let variables: [(name: String, shape: Shape)]
  /// The variables with listed values, whose products say little: y² is y where y is 0 or 1.
  private let listed: Set<String>
  private let givens: [(name: String, shape: Shape)]
  private let keyShape: Shape

  init(_ bench: FormulaBench) {
    let program = bench.builder.build()
    builder = bench.builder
    variables = bench.inputs.variables.map { (program.name(of: $0), program.shape(of: $0)) }
    givens = bench.inputs.givens.map { (program.name(of: $0.slot), program.shape(of: $0.slot)) }
    keyShape = bench.keyShape
    listed = bench.listedNames
  }

  func alternatives(to name: String) -> [(name: String, cost: Double)] {
    guard let slot = builder.slot(named: name) else { return [] }
    let shape = builder.shape(of: slot)
    typealias Alternative = (name: String, cost: Double)
    func others(_ list: [(name: String, shape: Shape)], cost: Double) -> [Alternative] {
      list.filter { $0.name != name && $0.shape == shape }.map { ($0.name, cost) }
    }
    return others(variables, cost: 1.1) + others(givens, cost: 1.4)
  }

  func extraFactors(for formula: Expression) -> [(factor: Expression, cost: Double)] {
    typealias Extra = (factor: Expression, cost: Double)
    return variables.filter { $0.shape == .scalar || $0.shape == keyShape }.flatMap {
      name, _ -> [Extra] in
      let value = Expression(.name(name))
      if listed.contains(name) { return [(value, 1.2), (value.inverse, 1.2)] }
      let complement = Expression(.binary(.subtract, .one, value))
      let sigmoid = Expression(.binary(.multiply, value, complement))
      let squared = Expression(.binary(.power, value, Expression(.number(2, spelling: "2"))))
      let tanh = Expression(.binary(.subtract, .one, squared))
      let derivative = Expression(.derivative(.sigmoid, value))
      return [
        (sigmoid, 1.05), (sigmoid.inverse, 1.1), (tanh, 1.1), (tanh.inverse, 1.15),
        (derivative, 1.1), (complement, 1.2), (value, 1.2), (value.inverse, 1.2),
        (complement.inverse, 1.3),
      ]
    }
  }
}

extension Expression {
  static let one = Expression(.number(1, spelling: "1"))

  var inverse: Expression { Expression(.binary(.divide, .one, self)) }

  /// f where the expression is 1 / f.
  var inverted: Expression? {
    guard case .binary(.divide, let one, let divisor) = node, one == .one else { return nil }
    return divisor
  }

  /// Whether this is the derivative of an activation, in one of its forms: σ′(z), a(1 − a), 1 − a².
  var isActivationDerivative: Bool {
    if case .derivative = node { return true }
    guard names.count == 1, let name = names.first else { return false }
    return ["\(name) * (1 - \(name))", "(1 - \(name)) * \(name)", "1 - \(name) ^ 2"]
      .compactMap { try? Formula($0).expression }.contains(self)
  }
}
