import Numerics

// Kernels and windows: their sizes are known when a formula is compiled, and so is what they cost.
extension Compiler {
  /// The most products of one correlation or comparisons of one pooling.
  static let mostProducts = Limits.windowProducts

  /// `correlate(X, K, stride, padding)`, and `convolve`, for which the kernel is turned.
  mutating func correlated(
    _ function: Function, _ arguments: [Expression], _ nodes: [NodeID], at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let sliding = Sliding(
      stride: try option(2, of: arguments, "stride", function, from: 1) ?? 1,
      padding: try option(3, of: arguments, "padding", function, from: 0) ?? 0)
    let (input, kernel) = (graph.shape(nodes[0]), graph.shape(nodes[1]))
    guard input.rank > 0, input.rank == kernel.rank else {
      throw .argumentShapes(function, [input, kernel], at: range)
    }
    guard let result = sliding.result(of: input, kernel) else {
      throw .kernelTooLarge(function, input, kernel, padding: sliding.padding, at: range)
    }
    try checkSize(result, at: range)
    try checkProducts(result, kernel, at: range)
    let turned = function == .convolve ? graph.unary(.reverse, nodes[1]) : nodes[1]
    return graph.append(.correlate(sliding), [nodes[0], turned], result)
  }

  /// `maxPool(X, size, stride)`, `averagePool` and `maxMask`; side by side without a stride.
  mutating func pooled(
    _ function: Function, _ arguments: [Expression], _ x: NodeID, at range: Range<Int>
  ) throws(FormulaError) -> NodeID {
    let shape = graph.shape(x)
    guard shape.rank > 0 else { throw .argumentShapes(function, [shape], at: range) }
    guard let size = try option(1, of: arguments, "size", function, from: 1) else {
      return graph.unary(.largestMask, x)
    }
    let pooling = Pooling(
      size: size, stride: try option(2, of: arguments, "stride", function, from: 1) ?? size)
    let window = pooling.window(over: shape)
    guard let result = pooling.result(of: shape) else {
      throw .kernelTooLarge(function, shape, window, padding: 0, at: range)
    }
    try checkProducts(result, window, at: range)
    switch function {
    case .maxPool: return graph.append(.pick(pooling), [x, x], result)
    case .maxMask:
      let ones = graph.constant(
        Tensor(shape: result, entries: .init(repeating: 1, count: result.count)))
      return graph.append(.unpick(pooling), [ones, x], shape)
    default:
      let share = 1 / Double(window.count)
      let kernel = graph.constant(
        Tensor(shape: window, entries: .init(repeating: share, count: window.count)))
      let sliding = Sliding(stride: pooling.stride, padding: 0)
      return graph.append(.correlate(sliding), [x, kernel], result)
    }
  }

  /// An argument that must be known beforehand; nil where it is left out.
  private func option(
    _ place: Int, of arguments: [Expression], _ name: String, _ function: Function, from least: Int
  ) throws(FormulaError) -> Int? {
    guard place < arguments.count else { return nil }
    return try wholeNumber(arguments[place], name, of: function, from: least)
  }

  private func checkProducts(
    _ result: Shape, _ window: Shape, at range: Range<Int>
  ) throws(FormulaError) {
    guard result.count <= Compiler.mostProducts / window.count else {
      throw .tooManyProducts(result, window, at: range)
    }
  }
}
