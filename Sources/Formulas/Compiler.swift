import LocatedJSON
import Numerics

/// Turns a tree into nodes, with every name resolved and every shape checked.
struct Compiler {
  var graph: Graph
  /// What each name stands for.
  let scope: [String: NodeID]
  /// The numbers among the inputs that are known when the program is built, for sizes and indices.
  let knownNumbers: [String: Double]
  /// Names that are defined further on, for the message.
  let laterNames: Set<String>
  /// The number from which entries are counted.
  package let indexBase: Int
  /// The first node of the formula.
  private let start: NodeID

  /// The most entries that all values of a program may have together.
  static let most = Limits.entriesInAll
  /// The most operations a formula may need: gradients of gradients multiply quickly.
  static let longest = Limits.formulaOperations

  init(
    graph: Graph, scope: [String: NodeID], knownNumbers: [String: Double],
    laterNames: Set<String>, indexBase: Int
  ) {
    self.graph = graph
    self.scope = scope
    self.knownNumbers = knownNumbers
    self.laterNames = laterNames
    self.indexBase = indexBase
    start = graph.nodes.count
  }

  /// The node that holds the expression's value.
  mutating func compile(_ root: Expression) throws(FormulaError) -> NodeID {
    // A list of its own instead of recursion, which deep formulas would take too far.
    var waiting = [(expression: root, isReady: false)]
    var values: [NodeID] = []
    while let (expression, isReady) = waiting.popLast() {
      let operands = operands(of: expression)
      if isReady {
        let nodes = Array(values.suffix(operands.count))
        values.removeLast(operands.count)
        values.append(try node(of: expression, from: nodes))
        try checkExpense(at: expression.range)
      } else {
        waiting.append((expression, true))
        waiting += operands.reversed().map { ($0, false) }
      }
    }
    return values[0]
  }

  /// The expressions whose values an expression is computed from.
  private func operands(of expression: Expression) -> [Expression] {
    switch expression.node {
    case .number, .name, .span, .all: []
    case .negate(let inner):
      if case .number = inner.node { [] } else { [inner] }
    case .binary(_, let left, let right): [left, right]
    case .call(let function, let arguments): operands(of: function, arguments)
    case .derivative(_, let inner), .applied(_, let inner, _), .transpose(let inner),
      .gradient(let inner, _, _):
      [inner]
    case .index(let base, let indices): isPart(indices) ? [base] : [base] + indices
    case .list(let items): items
    }
  }

  private mutating func node(
    of expression: Expression, from nodes: [NodeID]
  ) throws(FormulaError) -> NodeID {
    let range = expression.range
    switch expression.node {
    case .number(let value, _):
      return graph.constant(value)
    case .name(let name):
      return try lookUp(name, at: range)
    case .negate(let inner):
      if case .number(let value, _) = inner.node { return graph.constant(-value) }
      return graph.unary(.negate, nodes[0])
    case .binary(let symbol, let left, let right):
      do throws(FormulaError) {
        return try binary(symbol, nodes[0], nodes[1], at: range)
      } catch {
        let shapes = nodes.map { graph.shape($0) }
        throw error.advising(symbol, left, right, shapes)
      }
    case .call(let function, let arguments):
      return try call(function, arguments, nodes, at: range)
    case .derivative(let function, _):
      return derivative(function, at: nodes[0])
    case .applied(let name, _, let isSlope):
      return try smooth(name, isSlope: isSlope, of: nodes[0], at: range)
    case .transpose:
      return graph.transpose(nodes[0])
    case .index(_, let indices):
      return nodes.count == 1
        ? try part(of: nodes[0], indices, at: range)
        : try entry(of: nodes[0], indices, Array(nodes.dropFirst()), at: range)
    case .span, .all:
      throw .misplacedPart(at: range)
    case .list(let items):
      return try list(items, nodes, at: range)
    case .gradient(let loss, let parameter, let numerical):
      return try gradient(of: nodes[0], loss, by: parameter, numerical, at: range)
    }
  }

  private func checkExpense(at range: Range<Int>) throws(FormulaError) {
    guard graph.template.count <= Compiler.most else { throw .tooManyEntries(at: range) }
    guard graph.nodes.count - start <= Compiler.longest else {
      throw .tooManyOperations(at: range)
    }
  }

  private mutating func lookUp(_ name: String, at range: Range<Int>) throws(FormulaError) -> NodeID
  {
    if let node = scope[name] { return node }
    if let number = Formula.constant(named: name) { return graph.constant(number) }
    if name == "T" { throw .transposeByName(at: range) }
    if Function(rawValue: name) != nil { throw .functionWithoutArgument(name, at: range) }
    throw laterNames.contains(name)
      ? .notYetDefined(name, at: range)
      : .unknownName(
        name,
        nearest: Spelling.nearest(
          to: name, among: scope.keys.filter { !SmoothFunction.isConstant($0) }.sorted()),
        at: range)
  }

  mutating func binary(
    _ symbol: Expression.Operator, _ a: NodeID, _ b: NodeID, at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    if symbol == .matrixProduct {
      guard let result = Shape.product(graph.shape(a), graph.shape(b)) else {
        throw .productShapes(graph.shape(a), graph.shape(b), at: range)
      }
      try checkSize(result, at: range)
      return graph.product(a, b, as: result)
    }
    if symbol == .power, graph.shape(b) == .scalar, graph.constantEntries(b) == [2] {
      return graph.unary(.square, a)
    }
    if let comparison = Relation(symbol) {
      return try elementwise(.compare(comparison), a, b, symbol.rawValue, at: range)
    }
    let operation: Operation =
      switch symbol {
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      default: .power
      }
    return try elementwise(operation, a, b, symbol.rawValue, at: range)
  }

  mutating func elementwise(
    _ operation: Operation, _ a: NodeID, _ b: NodeID, _ name: String, at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    guard let shape = Shape.broadcast(graph.shape(a), graph.shape(b)) else {
      throw .elementwiseShapes(name, graph.shape(a), graph.shape(b), at: range)
    }
    try checkSize(shape, at: range)
    return graph.append(operation, [a, b], shape)
  }

  func checkSize(_ shape: Shape, at range: Range<Int>) throws(FormulaError) {
    guard shape.count <= Formula.largest else { throw .tooLarge(shape, at: range) }
  }

  /// The value of an expression that is known without evaluating the program, if it is.
  func constantNumber(_ expression: Expression) -> Double? {
    switch expression.node {
    case .number(let value, _): return value
    case .name(let name):
      return knownNumbers[name] ?? (scope[name] == nil ? Formula.constant(named: name) : nil)
    case .negate(let inner): return constantNumber(inner).map { -$0 }
    case .binary(let symbol, let left, let right):
      guard let a = constantNumber(left), let b = constantNumber(right) else { return nil }
      return symbol.apply(a, b)
    default: return nil
    }
  }

  // MARK: Gradients

  private mutating func gradient(
    of lossNode: NodeID, _ loss: Expression, by parameter: Expression, _ numerical: Bool,
    at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    guard graph.shape(lossNode).count == 1 else {
      throw .lossShape(graph.shape(lossNode), at: loss.range)
    }
    guard case .name(let name) = parameter.node else {
      throw .gradientByFormula(at: parameter.range)
    }
    let parameterNode = try lookUp(name, at: parameter.range)
    if numerical {
      let plan = DifferencePlan(of: lossNode, by: parameterNode, in: graph.nodes)
      guard !plan.isNested else { throw .gradientOfDifferences(at: range) }
      return graph.numericalGradient(plan)
    }
    guard let node = graph.gradient(of: lossNode, by: parameterNode) else {
      throw .gradientOfDifferences(at: range)
    }
    return node
  }
}

extension Expression.Operator {
  /// The value of the operator between two numbers; nil for the matrix product.
  package func apply(_ left: Double, _ right: Double) -> Double? {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .power: Kernels.power(left, right)
    case .matrixProduct: nil
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual:
      Relation(self)?(left, right)
    }
  }
}
