/// The nodes that later formulas can have in common, by what they compute.
struct SharedNodes: Sendable {
  /// What a node computes.
  struct Key: Hashable, Sendable {
    let operation: Operation
    let operands: [NodeID]
    let shape: Shape
  }

  var nodes: [Key: NodeID] = [:]
  var constants: [Tensor: NodeID] = [:]

  /// Forgets every node from `count` on.
  mutating func shorten(to count: Int) {
    for (key, node) in nodes where node >= count { nodes[key] = nil }
    for (value, node) in constants where node >= count { constants[value] = nil }
  }
}
