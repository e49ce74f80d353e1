/// A node made ready for the evaluation: offsets and strides instead of shapes and lists.
struct Instruction: Sendable {
  let operation: Operation
  /// Offsets of the operands and of the result in the arena.
  var a = 0
  var b = 0
  let out: Int
  /// The entries of the result.
  let count: Int
  /// Rows and columns of the result, or of the operand where the operation reduces it.
  var rows = 1
  var columns = 1
  /// The length of the sums in a matrix product.
  package var inner = 1
  /// How far the operands' offsets move with each row and column.
  var aRow = 0
  var aColumn = 0
  var bRow = 0
  var bColumn = 0
  /// Where the arena's `offsets` hold those of the operands of `stack`, each with how many entries
  /// it has, those of the indices, or the sizes of windows.
  var list = 0..<0
  /// Whether both operands have the result's shape.
  var isPlain = false

  /// Makes a node ready; offsets that have no place in the instruction are added to `offsets`.
  init(_ node: Node, in nodes: [Node], offsets: inout [Int]) {
    out = node.offset
    count = node.shape.count
    operation = node.operation
    let operands = node.operands.map { nodes[$0] }
    a = operands.first?.offset ?? 0
    if operands.count > 1 { b = operands[1].offset }
    rows = node.shape.rows
    columns = node.shape.columns
    switch node.operation {
    case .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .compare:
      (aRow, aColumn) = Instruction.strides(operands[0].shape)
      (bRow, bColumn) = Instruction.strides(operands[1].shape)
      isPlain = operands[0].shape.count == count && operands[1].shape.count == count
    case .broadcast:
      (aRow, aColumn) = Instruction.strides(operands[0].shape)
    case .sumTo:
      // The result is what is broadcast over the operand's rows and columns.
      rows = operands[0].shape.rows
      columns = operands[0].shape.columns
      (aRow, aColumn) = Instruction.strides(node.shape)
    case .product(let transposingLeft, let transposingRight):
      let (left, right) = (operands[0].shape, operands[1].shape)
      rows = transposingLeft ? left.columns : left.rows
      inner = transposingLeft ? left.rows : left.columns
      columns = transposingRight ? right.rows : right.columns
      (aRow, aColumn) = transposingLeft ? (1, left.columns) : (left.columns, 1)
      (bRow, bColumn) = transposingRight ? (1, right.columns) : (right.columns, 1)
    case .transpose, .sum, .largest, .smallest, .norm, .largestMask, .smallestMask, .argmax,
      .rowSums, .columnSums, .logsumexp, .diagonal, .numericalGradient:
      rows = operands[0].shape.rows
      columns = operands[0].shape.columns
      if case .vector(let n) = operands[0].shape, node.operation == .logsumexp {
        rows = n
        columns = 1
      }
    case .softmax, .logSoftmax:
      // A vector is one column.
      if case .vector(let n) = node.shape { (rows, columns) = (n, 1) }
    case .stack:
      let start = offsets.count
      for operand in operands { offsets += [operand.offset, operand.shape.count] }
      list = start..<offsets.count
    case .block:
      (rows, columns) = Instruction.sizes(ofBlock: node.shape)
      aRow = operands[0].shape.columns
    case .placeBlock:
      (rows, columns) = Instruction.sizes(ofBlock: operands[0].shape)
      aRow = node.shape.columns
    case .correlate(let sliding):
      list = Windows.append(
        sliding, operands[0].shape, operands[1].shape, node.shape, to: &offsets)
    case .correlatedInput(let sliding):
      list = Windows.append(
        sliding, node.shape, operands[1].shape, operands[0].shape, to: &offsets)
    case .correlatedKernel(let sliding):
      list = Windows.append(
        sliding, operands[1].shape, node.shape, operands[0].shape, to: &offsets)
    case .pick(let pooling):
      list = Windows.append(pooling, operands[1].shape, node.shape, to: &offsets)
    case .unpick(let pooling):
      list = Windows.append(pooling, operands[1].shape, operands[0].shape, to: &offsets)
    case .place:
      inner = operands[0].shape.count
    case .entry:
      rows = operands[0].shape.rows
      columns = operands[0].shape.columns
      list = Instruction.append(operands.dropFirst(), to: &offsets)
    case .placeEntry:
      list = Instruction.append(operands.dropFirst(), to: &offsets)
    default: break
    }
  }

  /// A block that is a vector is one column of a matrix.
  private static func sizes(ofBlock shape: Shape) -> (rows: Int, columns: Int) {
    if case .vector(let n) = shape { (n, 1) } else { (shape.rows, shape.columns) }
  }

  private static func append(_ nodes: some Sequence<Node>, to offsets: inout [Int]) -> Range<Int> {
    let start = offsets.count
    offsets += nodes.map { $0.offset }
    return start..<offsets.count
  }

  private static func strides(_ shape: Shape) -> (row: Int, column: Int) {
    (shape.rows == 1 ? 0 : shape.columns, shape.columns == 1 ? 0 : 1)
  }
}
