/// The list of nodes while a program is being built; it makes sure that shapes fit.
struct Graph: Sendable {
  private(set) var nodes: [Node] = []
  /// The arena as it stands before evaluation: constants in place, zeros elsewhere.
  private(set) var template: [Double] = []
  private(set) var plans: [DifferencePlan] = []
  /// Where equal operations on the same operands are computed once; nil where each has its own node.
  private var shared: SharedNodes?

  /// Appends a node with entries of its own.
  mutating func append(_ operation: Operation, _ operands: [NodeID], _ shape: Shape) -> NodeID {
    let key = SharedNodes.Key(operation: operation, operands: operands, shape: shape)
    if let known = shared?.nodes[key] { return known }
    shared?.nodes[key] = nodes.count
    return append(
      operation, operands, Tensor(shape: shape, entries: .init(repeating: 0, count: shape.count)))
  }

  /// Appends a node whose entries are these until it is computed.
  private mutating func append(
    _ operation: Operation, _ operands: [NodeID], _ value: Tensor
  ) -> NodeID {
    let offset = template.count
    template.append(contentsOf: value.entries)
    nodes.append(
      Node(operation: operation, operands: operands, shape: value.shape, offset: offset))
    return nodes.count - 1
  }

  mutating func constant(_ value: Tensor) -> NodeID {
    if let known = shared?.constants[value] { return known }
    shared?.constants[value] = nodes.count
    return append(.constant, [], value)
  }

  mutating func constant(_ number: Double) -> NodeID { constant(Tensor(number)) }

  /// Part of another node's entries under a shape of their own.
  mutating func view(_ base: NodeID, _ shape: Shape, shift: Int = 0) -> NodeID {
    if shape == nodes[base].shape { return base }
    let key = SharedNodes.Key(operation: .view(shift: shift), operands: [base], shape: shape)
    if let known = shared?.nodes[key] { return known }
    shared?.nodes[key] = nodes.count
    nodes.append(
      Node(
        operation: .view(shift: shift), operands: [base], shape: shape,
        offset: nodes[base].offset + shift))
    return nodes.count - 1
  }

  /// Puts a more exact calculation of a value in the place of that value's entries.
  mutating func refine(_ value: NodeID, by exact: NodeID) -> NodeID {
    nodes.append(
      Node(
        operation: .refine, operands: [exact, value], shape: nodes[value].shape,
        offset: nodes[value].offset))
    return nodes.count - 1
  }

  mutating func numericalGradient(_ plan: DifferencePlan) -> NodeID {
    plans.append(plan)
    return append(
      .numericalGradient(plan: plans.count - 1), [plan.parameter] + plan.sources(in: nodes),
      nodes[plan.parameter].shape)
  }

  /// Takes back every node from `count` on.
  mutating func shorten(to count: Int) {
    guard count < nodes.count else { return }
    // The first node that has entries of its own tells where they began.
    let firstOwn = nodes[count...].first {
      switch $0.operation {
      case .view, .refine: false
      default: true
      }
    }
    if let firstOwn { template.removeSubrange(firstOwn.offset...) }
    nodes.removeSubrange(count...)
    shared?.shorten(to: count)
  }

  /// From here on, equal operations on the same operands are computed once.
  mutating func share() {
    if shared == nil { shared = SharedNodes() }
  }

  /// The node whose entries a node shows under another shape; any other node itself.
  func base(of id: NodeID) -> NodeID {
    var id = id
    while case .view = nodes[id].operation { id = nodes[id].operands[0] }
    return id
  }

  func shape(_ id: NodeID) -> Shape { nodes[id].shape }

  /// The value of a node whose entries are constants.
  func constantEntries(_ id: NodeID) -> [Double]? {
    guard nodes[id].operation == .constant else { return nil }
    return Array(template[nodes[id].offset..<nodes[id].offset + nodes[id].shape.count])
  }

  // MARK: Operations

  mutating func unary(_ operation: Operation, _ operand: NodeID) -> NodeID {
    append(operation, [operand], shape(operand))
  }

  mutating func unary(_ function: Elementwise, _ operand: NodeID) -> NodeID {
    unary(.elementwise(function), operand)
  }

  /// The matrix product of two values whose shapes fit.
  mutating func product(_ left: NodeID, _ right: NodeID, as result: Shape) -> NodeID {
    // A matrix times a vector is a matrix times a column.
    var right = right
    if case .vector(let n) = shape(right) { right = view(right, .matrix(n, 1)) }
    return product(left, transposed: false, right, transposed: false, as: result)
  }

  /// A product of two matrices, either of them read transposed, under any shape of as many entries.
  mutating func product(
    _ left: NodeID, transposed leftTransposed: Bool, _ right: NodeID,
    transposed rightTransposed: Bool, as result: Shape
  ) -> NodeID {
    append(
      .product(transposingLeft: leftTransposed, transposingRight: rightTransposed),
      [left, right], result)
  }

  mutating func transpose(_ operand: NodeID) -> NodeID {
    guard case .matrix(let rows, let columns) = shape(operand) else { return operand }
    if rows == 1 || columns == 1 { return view(operand, .matrix(columns, rows)) }
    return append(.transpose, [operand], .matrix(columns, rows))
  }

  /// The sum of each row of a matrix; of a transposed one, that of each column of what it was.
  mutating func rowSums(_ matrix: NodeID) -> NodeID {
    if nodes[matrix].operation == .transpose { return columnSums(nodes[matrix].operands[0]) }
    return append(.rowSums, [matrix], .vector(shape(matrix).rows))
  }

  /// The sum of each column of a matrix.
  mutating func columnSums(_ matrix: NodeID) -> NodeID {
    if nodes[matrix].operation == .transpose { return rowSums(nodes[matrix].operands[0]) }
    return append(.columnSums, [matrix], .vector(shape(matrix).columns))
  }
}
