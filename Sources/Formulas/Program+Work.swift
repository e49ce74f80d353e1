extension Program {
  /// About how many additions and multiplications it takes to compute a value anew.
  ///
  /// A fraction, since a chain of large products can take more than a whole number holds.
  package func work(of slot: Slot) -> Double {
    entries[slot.index].order.reduce(0) { $0 + work(of: code.nodes[$1]) }
  }

  private func work(of node: Node) -> Double {
    let size = Double(node.shape.count)
    switch node.operation {
    case .product(let isTransposed, _):
      let left = code.nodes[node.operands[0]].shape
      return size * Double(isTransposed ? left.rows : left.columns)
    case .numericalGradient(let plan):
      // Both sides of each entry; differences of differences are refused elsewhere.
      return 2 * size * code.plans[plan].nodes.reduce(0) { $0 + work(of: code.nodes[$1]) }
    default: return node.operands.reduce(size) { $0 + Double(code.nodes[$1].shape.count) }
    }
  }
}
