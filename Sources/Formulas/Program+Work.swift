extension Program {
  /// About how many additions and multiplications it takes to compute a value anew.
  ///
  /// A fraction, since a chain of large products can take more than a whole number holds.
  package func work(of slot: Slot) -> Double {
    entries[slot.index].order.reduce(0) { $0 + work(of: code.nodes[$1]) }
  }

  /// How many operations a value is compiled into.
  package func operations(of slot: Slot) -> Int { entries[slot.index].order.count }

  private func work(of node: Node) -> Double {
    let size = Double(node.shape.count)
    let shapes = node.operands.map { code.nodes[$0].shape }
    func count(_ index: Int) -> Double { Double(shapes[index].count) }
    switch node.operation {
    case .product(let isTransposed, _):
      return size * Double(isTransposed ? shapes[0].rows : shapes[0].columns)
    case .correlate: return size * count(1)
    case .correlatedInput: return count(0) * count(1)
    case .correlatedKernel: return count(0) * size
    case .pick(let pooling): return size * Double(pooling.window(over: shapes[1]).count)
    case .unpick(let pooling): return count(0) * Double(pooling.window(over: shapes[1]).count)
    case .numericalGradient(let plan):
      // Both sides of each entry; differences of differences are refused elsewhere.
      return 2 * size * code.plans[plan].nodes.reduce(0) { $0 + work(of: code.nodes[$1]) }
    case .power, .elementwise:
      // An exponential takes as long as some forty additions.
      return 40 * size
    default: return shapes.reduce(size) { $0 + Double($1.count) }
    }
  }
}
