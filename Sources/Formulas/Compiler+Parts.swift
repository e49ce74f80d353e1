extension Compiler {
  // MARK: Putting together

  mutating func list(
    _ items: [Expression], _ nodes: [NodeID], at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let first = graph.shape(nodes[0])
    for (item, node) in zip(items, nodes) where graph.shape(node) != first {
      throw .raggedList(first, graph.shape(node), at: item.range)
    }
    let shape: Shape
    switch first {
    case .scalar: shape = .vector(items.count)
    case .vector(let length): shape = .matrix(items.count, length)
    case .matrix: throw .listOfMatrices(at: range)
    }
    try checkSize(shape, at: range)
    let constants = nodes.compactMap { graph.constantEntries($0) }
    if constants.count == nodes.count {
      return graph.constant(Tensor(shape: shape, entries: constants.flatMap { $0 }))
    }
    return graph.append(.stack, nodes, shape)
  }

  /// One vector of vectors and numbers, one after the other.
  mutating func concatenated(
    _ nodes: [NodeID], at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let shapes = nodes.map { graph.shape($0) }
    guard !shapes.contains(where: { $0.rank == 2 }) else {
      throw .argumentShapes(.concat, shapes, at: range)
    }
    let shape = Shape.vector(shapes.reduce(0) { $0 + $1.count })
    try checkSize(shape, at: range)
    return graph.append(.stack, nodes, shape)
  }

  /// One matrix of vectors, each a row, and of matrices' rows.
  mutating func stacked(_ nodes: [NodeID], at range: Range<Int>) throws(FormulaError) -> NodeID {
    let shapes = nodes.map { graph.shape($0) }
    guard shapes.allSatisfy({ $0.rank > 0 && $0.columns == shapes[0].columns }) else {
      throw .argumentShapes(.stack, shapes, at: range)
    }
    let shape = Shape.matrix(shapes.reduce(0) { $0 + $1.rows }, shapes[0].columns)
    try checkSize(shape, at: range)
    return graph.append(.stack, nodes, shape)
  }

  // MARK: Taking apart

  /// What one index takes of the places it counts, from 0.
  private enum Selection {
    case one(Int)
    case several(Range<Int>)
  }

  /// Whether the indices say which part is meant before anything is evaluated.
  func isPart(_ indices: [Expression]) -> Bool {
    indices.contains { $0.isSpan } || !indices.contains { constantNumber($0) == nil }
  }

  /// An entry, a row, a column or a block whose place is known beforehand.
  mutating func part(
    of node: NodeID, _ indices: [Expression], at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let shape = graph.shape(node)
    guard indices.count <= shape.rank else { throw .tooManyIndices(shape, at: range) }
    var selections: [Selection] = []
    for (index, size) in zip(indices, shape.sizes) {
      selections.append(try selection(index, size, of: shape))
    }
    if selections.count < shape.rank { selections.append(.several(0..<shape.columns)) }
    switch (selections[0], selections.count > 1 ? selections[1] : nil) {
    case (.one(let place), nil):
      return graph.view(node, .scalar, shift: place)
    case (.several(let places), nil):
      return graph.view(node, .vector(places.count), shift: places.lowerBound)
    case (.one(let row), .one(let column)):
      return graph.view(node, .scalar, shift: row * shape.columns + column)
    case (.one(let row), .several(let columns)):
      return graph.view(
        node, .vector(columns.count), shift: row * shape.columns + columns.lowerBound)
    case (.several(let rows), .one(let column)):
      return graph.block(
        node, .vector(rows.count), shift: rows.lowerBound * shape.columns + column)
    case (.several(let rows), .several(let columns)):
      return graph.block(
        node, .matrix(rows.count, columns.count),
        shift: rows.lowerBound * shape.columns + columns.lowerBound)
    }
  }

  private func selection(
    _ index: Expression, _ size: Int, of shape: Shape
  ) throws(FormulaError) -> Selection {
    switch index.node {
    case .all: return .several(0..<size)
    case .span(let first, let last):
      let (start, end) = (
        try position(first, size, of: shape), try position(last, size, of: shape)
      )
      guard start <= end else { throw .emptyPart(at: index.range) }
      return .several(start..<end + 1)
    default: return .one(try position(index, size, of: shape))
    }
  }

  /// An entry whose place depends on values.
  mutating func entry(
    of node: NodeID, _ indices: [Expression], _ indexNodes: [NodeID], at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let shape = graph.shape(node)
    guard indices.count <= shape.rank else { throw .tooManyIndices(shape, at: range) }
    for (index, size) in zip(indices, shape.sizes) where constantNumber(index) != nil {
      _ = try position(index, size, of: shape)
    }
    guard indices.count == shape.rank else { throw .rowByValue(at: range) }
    for (index, indexNode) in zip(indices, indexNodes) where graph.shape(indexNode) != .scalar {
      throw .indexShape(graph.shape(indexNode), at: index.range)
    }
    return graph.append(.entry(base: indexBase), [node] + indexNodes, .scalar)
  }

  /// The place that an index says, counted from 0.
  private func position(
    _ index: Expression, _ size: Int, of shape: Shape
  ) throws(FormulaError) -> Int {
    guard let number = constantNumber(index) else { throw .partByValue(at: index.range) }
    guard let whole = Int(exactly: number) else { throw .fractionalIndex(at: index.range) }
    guard (indexBase..<indexBase + size).contains(whole) else {
      throw .indexOutside(whole, indexBase..<size + indexBase, shape, at: index.range)
    }
    return whole - indexBase
  }
}

extension Graph {
  /// Some columns of some rows of a matrix; a vector of one column.
  fileprivate mutating func block(_ base: NodeID, _ part: Shape, shift: Int) -> NodeID {
    let whole = shape(base)
    // Whole rows lie one after the other.
    if case .matrix(_, whole.columns) = part { return view(base, part, shift: shift) }
    return append(.block(shift: shift), [base], part)
  }
}
