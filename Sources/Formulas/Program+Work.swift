extension Program {
  /// About how many additions and multiplications it takes to compute a value anew.
  ///
  /// Central differences count once; they are the author's business, not a student's.
  package func work(of slot: Slot) -> Int {
    entries[slot.index].order.reduce(0) { sum, id in
      let node = code.nodes[id]
      let operands = node.operands.reduce(0) { $0 + code.nodes[$1].shape.count }
      guard case .product(let isTransposed, _) = node.operation else {
        return sum + node.shape.count + operands
      }
      let left = code.nodes[node.operands[0]].shape
      return sum + node.shape.count * (isTransposed ? left.rows : left.columns)
    }
  }
}
