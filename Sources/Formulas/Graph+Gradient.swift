/// Reverse-mode differentiation: the gradient is more nodes, built from the derivative of each
/// operation, so it is evaluated like everything else and can be differentiated again.
extension Graph {
  /// The node of ∂loss/∂parameter, which has the parameter's shape; nil where an operation on the
  /// way has no derivative.
  mutating func gradient(of loss: NodeID, by parameter: NodeID) -> NodeID? {
    let path = dependents(of: parameter, upTo: loss)
    var adjoints: [NodeID: NodeID] = [:]
    if path.contains(loss) {
      adjoints[loss] = constant(Tensor(shape: shape(loss), entries: [1]))
    }
    for id in path.sorted(by: >) where id != parameter {
      guard let adjoint = adjoints[id] else { continue }
      let node = nodes[id]
      if node.operation.isPiecewiseConstant { continue }
      if case .numericalGradient = node.operation { return nil }
      for (index, operand) in node.operands.enumerated() where path.contains(operand) {
        // The exact calculation counts, but for what only the plain one depends on.
        if node.operation == .refine, index == 1, path.contains(node.operands[0]) { continue }
        guard let share = contribution(of: adjoint, through: id, toOperand: index) else { continue }
        adjoints[operand] =
          adjoints[operand].map { append(.add, [$0, share], shape(operand)) } ?? share
      }
    }
    // A copy keeps the result's entries its own: the node found may belong to another value.
    let result = shape(parameter)
    if let adjoint = adjoints[parameter] { return append(.copy, [adjoint], result) }
    return constant(Tensor(shape: result, entries: .init(repeating: 0, count: result.count)))
  }

  /// The parameter and every node up to `last` that depends on it.
  func dependents(of parameter: NodeID, upTo last: NodeID) -> Set<NodeID> {
    var found: Set<NodeID> = [parameter]
    guard parameter < last else { return found }
    for id in parameter + 1...last where nodes[id].operands.contains(where: found.contains) {
      found.insert(id)
    }
    return found
  }

  /// What the adjoint of a node adds to the adjoint of one of its operands.
  private mutating func contribution(
    of g: NodeID, through id: NodeID, toOperand index: Int
  ) -> NodeID? {
    let node = nodes[id]
    let x = node.operands[index]
    switch node.operation {
    case .view(let shift):
      return node.shape.count == shape(x).count
        ? view(g, shape(x)) : append(.place(shift: shift), [g], shape(x))
    case .place(let shift): return view(g, shape(x), shift: shift)
    case .copy, .refine: return g
    case .elementwise(let function):
      return function.contribution(of: g, through: id, from: x, in: &self)
    case .add: return summed(g, to: shape(x))
    case .subtract: return summed(index == 0 ? g : unary(.negate, g), to: shape(x))
    case .multiply: return summed(times(g, node.operands[1 - index]), to: shape(x))
    case .divide:
      let quotient = append(.divide, [g, node.operands[1]], node.shape)
      return summed(index == 0 ? quotient : unary(.negate, times(quotient, id)), to: shape(x))
    case .power: return powerContribution(of: g, through: id, toOperand: index)
    case .maximum, .minimum:
      return summed(times(g, mask(of: node, operand: index)), to: shape(x))
    case .product(let transposingLeft, let transposingRight):
      return productContribution(of: g, node, index, transposingLeft, transposingRight)
    case .transpose: return transpose(g)
    case .sum, .broadcast, .sumTo:
      return shape(x).count >= node.shape.count
        ? broadcast(g, to: shape(x)) : summed(g, to: shape(x))
    case .largest: return times(g, unary(.largestMask, x))
    case .smallest: return times(g, unary(.smallestMask, x))
    case .norm:
      // At 0, where there is no derivative, 0 rather than 0/0.
      let length = append(.maximum, [id, constant(.leastNormalMagnitude)], .scalar)
      return times(g, append(.divide, [x, length], shape(x)))
    case .rowSums: return broadcast(view(g, .matrix(shape(x).rows, 1)), to: shape(x))
    case .columnSums: return broadcast(g, to: shape(x))
    case .softmax:
      return times(id, append(.subtract, [g, columnTotals(times(g, id))], node.shape))
    case .logSoftmax:
      let share = times(unary(.softmax, x), columnTotals(g))
      return append(.subtract, [g, share], node.shape)
    case .logsumexp: return times(unary(.softmax, x), g)
    case .diagonal: return append(.diagonalMatrix, [g], shape(x))
    case .diagonalMatrix: return append(.diagonal, [g], shape(x))
    case .stack:
      let shift = node.operands[..<index].reduce(0) { $0 + shape($1).count }
      return view(g, shape(x), shift: shift)
    case .reverse: return unary(.reverse, g)
    case .block(let shift): return append(.placeBlock(shift: shift), [g], shape(x))
    case .placeBlock(let shift): return append(.block(shift: shift), [g], shape(x))
    case .cumulate(let backwards): return unary(.cumulate(backwards: !backwards), g)
    case .correlate, .correlatedInput, .correlatedKernel:
      return correlationContribution(of: g, node, index)
    case .pick(let pooling) where index == 0:
      return append(.unpick(pooling), [g, node.operands[1]], shape(x))
    case .unpick(let pooling) where index == 0:
      return append(.pick(pooling), [g, node.operands[1]], shape(x))
    case .entry(let base) where index == 0:
      return append(.placeEntry(base: base), [g] + node.operands.dropFirst(), shape(x))
    case .placeEntry(let base) where index == 0:
      return append(.entry(base: base), [g] + node.operands.dropFirst(), shape(x))
    default: return nil
    }
  }

  private mutating func powerContribution(
    of g: NodeID, through id: NodeID, toOperand index: Int
  ) -> NodeID {
    let node = nodes[id]
    let (base, exponent) = (node.operands[0], node.operands[1])
    if index == 0 {
      // 0 · 0⁻¹ would be NaN.
      if constantEntries(exponent) == [0] { return summed(times(g, constant(0)), to: shape(base)) }
      let less = append(.subtract, [exponent, constant(1)], shape(exponent))
      let slope = times(exponent, append(.power, [base, less], node.shape))
      return summed(times(g, slope), to: shape(base))
    }
    return summed(times(g, times(id, unary(.log, base))), to: shape(exponent))
  }

  /// 1 where a maximum or minimum takes this operand, 0 elsewhere.
  ///
  /// A tie goes to a constant, so that `max(0, z)` is `relu(z)`, and else to the second.
  private mutating func mask(of node: Node, operand index: Int) -> NodeID {
    let lastOnTie = nodes[node.operands[0]].operation == .constant ? 1 : 0
    let (last, first) = (node.operands[lastOnTie], node.operands[1 - lastOnTie])
    let lead = append(
      .subtract, node.operation == .maximum ? [last, first] : [first, last], node.shape)
    let isLast = unary(.reluDerivative, lead)
    return index == lastOnTie ? isLast : append(.subtract, [constant(1), isLast], node.shape)
  }

  /// With C = A B: ∂L/∂A = G Bᵀ and ∂L/∂B = Aᵀ G; likewise for operands read transposed.
  private mutating func productContribution(
    of g: NodeID, _ node: Node, _ index: Int, _ transposingLeft: Bool, _ transposingRight: Bool
  ) -> NodeID {
    let (a, b) = (node.operands[0], node.operands[1])
    let rows = transposingLeft ? shape(a).columns : shape(a).rows
    let columns = transposingRight ? shape(b).rows : shape(b).columns
    let g = view(g, .matrix(rows, columns))
    if index == 0 {
      return transposingLeft
        ? product(b, transposed: transposingRight, g, transposed: true, as: shape(a))
        : product(g, transposed: false, b, transposed: !transposingRight, as: shape(a))
    }
    return transposingRight
      ? product(g, transposed: true, a, transposed: transposingLeft, as: shape(b))
      : product(a, transposed: !transposingLeft, g, transposed: false, as: shape(b))
  }

  /// Σ G X K over all windows is linear in each of the three: the derivative by one of them is the
  /// same sum without it.
  private mutating func correlationContribution(
    of g: NodeID, _ node: Node, _ index: Int
  ) -> NodeID? {
    let (left, right) = (node.operands[0], node.operands[1])
    let result = shape(node.operands[index])
    let (operation, operands): (Operation, [NodeID])
    switch (node.operation, index) {
    case (.correlate(let sliding), 0):
      (operation, operands) = (.correlatedInput(sliding), [g, right])
    case (.correlate(let sliding), _):
      (operation, operands) = (.correlatedKernel(sliding), [g, left])
    case (.correlatedInput(let sliding), 0):
      (operation, operands) = (.correlate(sliding), [g, right])
    case (.correlatedInput(let sliding), _):
      (operation, operands) = (.correlatedKernel(sliding), [left, g])
    case (.correlatedKernel(let sliding), 0):
      (operation, operands) = (.correlate(sliding), [right, g])
    case (.correlatedKernel(let sliding), _):
      (operation, operands) = (.correlatedInput(sliding), [left, g])
    default: return nil
    }
    return append(operation, operands, result)
  }

  // MARK: Small steps

  mutating func times(_ a: NodeID, _ b: NodeID) -> NodeID {
    // The operands come from one node's shapes, so they always fit.
    append(.multiply, [a, b], Shape.broadcast(shape(a), shape(b)) ?? shape(a))
  }

  private mutating func summed(_ node: NodeID, to shape: Shape) -> NodeID {
    self.shape(node) == shape
      ? node
      : self.shape(node).count == shape.count
        ? view(node, shape) : append(.sumTo, [node], shape)
  }

  private mutating func broadcast(_ node: NodeID, to shape: Shape) -> NodeID {
    self.shape(node) == shape ? node : append(.broadcast, [node], shape)
  }

  /// The sum over a vector, or over each column of a matrix.
  private mutating func columnTotals(_ node: NodeID) -> NodeID {
    if case .matrix(_, let columns) = shape(node) {
      append(.columnSums, [node], .vector(columns))
    } else {
      append(.sum, [node], .scalar)
    }
  }
}
