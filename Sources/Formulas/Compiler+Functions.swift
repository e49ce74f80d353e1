extension Compiler {
  /// The arguments of a function call that have to be computed first.
  func operands(of function: Function, _ arguments: [Expression]) -> [Expression] {
    switch function {
    case .zeros, .ones, .eye: []
    case .onehot, .variance, .maxPool, .averagePool, .maxMask: [arguments[0]]
    case .correlate, .convolve: Array(arguments[..<2])
    case .log: [StableLogarithm(of: arguments[0])?.argument ?? arguments[0]]
    default: arguments
    }
  }

  /// The node of a function call.
  mutating func call(
    _ function: Function, _ arguments: [Expression], _ nodes: [NodeID], at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    switch function {
    case .zeros, .ones, .eye:
      return try filled(function, arguments, at: range)
    case .onehot:
      return try onehot(arguments, place: nodes[0], at: range)
    case .correlate, .convolve:
      return try correlated(function, arguments, nodes, at: range)
    case .maxPool, .averagePool, .maxMask:
      return try pooled(function, arguments, nodes[0], at: range)
    case .concat: return try concatenated(nodes, at: range)
    case .stack: return try stacked(nodes, at: range)
    case .variance: return try variance(arguments, nodes[0], at: range)
    case .clip:
      let raised = try elementwise(.maximum, nodes[0], nodes[1], function.rawValue, at: range)
      return try elementwise(.minimum, raised, nodes[2], function.rawValue, at: range)
    case .log:
      if let logarithm = StableLogarithm(of: arguments[0]) {
        return try stable(logarithm, nodes[0], at: arguments[0].range)
      }
    default: break
    }
    let x = nodes[0]
    let shape = graph.shape(x)
    if let elementwise = Elementwise(function) { return graph.unary(elementwise, x) }
    switch (function, shape) {
    case (.identity, _): return x
    case (.max, _) where nodes.count == 2, (.min, _) where nodes.count == 2:
      return try elementwise(
        function == .max ? .maximum : .minimum, x, nodes[1], function.rawValue, at: range)
    case (.max, _): return graph.append(.largest, [x], .scalar)
    case (.min, _): return graph.append(.smallest, [x], .scalar)
    case (.sum, _): return graph.append(.sum, [x], .scalar)
    case (.norm, _): return graph.append(.norm, [x], .scalar)
    case (.mean, _): return divided(graph.append(.sum, [x], .scalar), by: shape.count)
    case (.transpose, _): return graph.transpose(x)
    case (.softmax, .vector), (.softmax, .matrix): return graph.unary(.softmax, x)
    case (.rowSoftmax, .vector): return graph.unary(.softmax, x)
    case (.rowSoftmax, .matrix):
      return graph.transpose(graph.unary(.softmax, graph.transpose(x)))
    case (.logsumexp, .vector): return graph.append(.logsumexp, [x], .scalar)
    case (.logsumexp, .matrix(_, let columns)):
      return graph.append(.logsumexp, [x], .vector(columns))
    case (.argmax, .vector): return graph.append(.argmax(base: indexBase), [x], .scalar)
    case (.rowSums, .matrix): return graph.rowSums(x)
    case (.rowMeans, .matrix(_, let columns)): return divided(graph.rowSums(x), by: columns)
    case (.columnSums, .matrix): return graph.columnSums(x)
    case (.columnMeans, .matrix(let rows, _)): return divided(graph.columnSums(x), by: rows)
    case (.cumsum, .vector): return graph.unary(.cumulate(backwards: false), x)
    case (.rotate180, .vector), (.rotate180, .matrix): return graph.unary(.reverse, x)
    case (.column, .vector(let n)): return graph.view(x, .matrix(n, 1))
    case (.row, .vector(let n)): return graph.view(x, .matrix(1, n))
    case (.column, .matrix(_, 1)), (.row, .matrix(1, _)): return x
    case (.diag, .vector(let n)):
      try checkSize(.matrix(n, n), at: range)
      return graph.append(.diagonalMatrix, [x], .matrix(n, n))
    case (.diag, .matrix(let rows, let columns)) where rows == columns:
      return graph.append(.diagonal, [x], .vector(rows))
    case (.dot, .vector(let n)) where graph.shape(nodes[1]) == .vector(n):
      return graph.append(.sum, [graph.append(.multiply, nodes, .vector(n))], .scalar)
    case (.outer, .vector(let rows)):
      guard case .vector(let columns) = graph.shape(nodes[1]) else { break }
      try checkSize(.matrix(rows, columns), at: range)
      return graph.product(
        graph.view(x, .matrix(rows, 1)), transposed: false,
        graph.view(nodes[1], .matrix(1, columns)), transposed: false, as: .matrix(rows, columns))
    default: break
    }
    throw .argumentShapes(function, nodes.map { graph.shape($0) }, at: range)
  }

  /// The node of `f'(x)`.
  mutating func derivative(_ function: Function, at x: NodeID) -> NodeID {
    if let slope = Elementwise(function)?.slope { return graph.unary(slope, x) }
    // What is left has a constant slope, or that of the square.
    let shape = graph.shape(x)
    return function == .square
      ? graph.append(.multiply, [graph.constant(2), x], shape)
      : graph.constant(Tensor(shape: shape, entries: .init(repeating: 1, count: shape.count)))
  }

  private mutating func divided(_ node: NodeID, by count: Int) -> NodeID {
    let shape = graph.shape(node)
    return graph.append(.divide, [node, graph.constant(Double(count))], shape)
  }

  /// The mean squared distance from the mean, over n or over n less what is said.
  private mutating func variance(
    _ arguments: [Expression], _ x: NodeID, at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let shape = graph.shape(x)
    var count = shape.count
    if arguments.count > 1 {
      count -= try wholeNumber(arguments[1], "correction", of: .variance, from: 0)
      guard count > 0 else { throw .tooFewEntries(shape, at: range) }
    }
    let mean = divided(graph.append(.sum, [x], .scalar), by: shape.count)
    let distance = graph.append(.subtract, [x, mean], shape)
    return divided(graph.append(.sum, [graph.unary(.square, distance)], .scalar), by: count)
  }

  private mutating func stable(
    _ logarithm: StableLogarithm, _ z: NodeID, at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    switch logarithm {
    case .ofSoftmax:
      guard graph.shape(z).rank > 0 else { throw .argumentShapes(.softmax, [.scalar], at: range) }
      return graph.unary(.logSoftmax, z)
    case .ofRowSoftmax:
      guard graph.shape(z).rank > 0 else {
        throw .argumentShapes(.rowSoftmax, [.scalar], at: range)
      }
      return graph.transpose(graph.unary(.logSoftmax, graph.transpose(z)))
    case .ofSigmoid:
      return graph.unary(.negate, graph.unary(.softplus, graph.unary(.negate, z)))
    case .ofOneMinusSigmoid:
      return graph.unary(.negate, graph.unary(.softplus, z))
    }
  }

  private mutating func filled(
    _ function: Function, _ arguments: [Expression], at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    var sizes: [Int] = []
    for argument in arguments { sizes.append(try size(argument, of: function)) }
    if function == .eye { sizes.append(sizes[0]) }
    let shape: Shape = sizes.count == 1 ? .vector(sizes[0]) : .matrix(sizes[0], sizes[1])
    try checkSize(shape, at: range)
    var entries = [Double](repeating: function == .ones ? 1 : 0, count: shape.count)
    if function == .eye {
      for index in 0..<sizes[0] { entries[index * sizes[0] + index] = 1 }
    }
    return graph.constant(Tensor(shape: shape, entries: entries))
  }

  private mutating func onehot(
    _ arguments: [Expression], place: NodeID, at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let length = try size(arguments[1], of: .onehot)
    if let number = constantNumber(arguments[0]) {
      guard let place = Int(exactly: number), (indexBase..<indexBase + length).contains(place)
      else {
        throw .onehotPlace(indexBase..<length + indexBase, at: arguments[0].range)
      }
    }
    guard graph.shape(place) == .scalar else {
      throw .argumentShapes(.onehot, [graph.shape(place)], at: arguments[0].range)
    }
    return graph.append(.onehot(base: indexBase), [place], .vector(length))
  }

  private func size(
    _ argument: Expression, of function: Function
  ) throws(FormulaError) -> Int {
    try wholeNumber(argument, "size", of: function, from: 1)
  }

  /// An argument that must be known beforehand, such as a size or a stride.
  func wholeNumber(
    _ argument: Expression, _ name: String, of function: Function, from least: Int
  ) throws(FormulaError) -> Int {
    guard let number = constantNumber(argument) else {
      throw .sizeNotKnown(name, function, at: argument.range)
    }
    guard let whole = Int(exactly: number), (least...Formula.largest).contains(whole) else {
      throw .sizeNotWhole(name, function, from: least, at: argument.range)
    }
    return whole
  }
}
