/// In which order to compute parts of a program, so that the first of them can be had without the rest.
package struct PartOrder: Sendable {
  let nodes: [NodeID]
  /// How many of the nodes have to be run for the first group of parts, for the first two, and so on.
  private let ends: [Int]

  /// - Parameter groups: The parts, those that are wanted together in one list, in the order in which
  ///   they are wanted.
  package init(_ groups: [[Program.Part]], of program: Program) {
    let graph = program.code.nodes
    var isPlaced = [Bool](repeating: false, count: graph.count)
    var nodes: [NodeID] = []
    var ends: [Int] = []
    for group in groups {
      let first = nodes.count
      var waiting = group.map { $0.node }
      while let id = waiting.popLast() {
        // What comes before the parts is there already.
        if id < program.firstPart || isPlaced[id] { continue }
        isPlaced[id] = true
        if !graph[id].operation.isInert { nodes.append(id) }
        waiting += graph[id].operands
      }
      // Operands have smaller numbers.
      nodes[first...].sort()
      ends.append(nodes.count)
    }
    self.nodes = nodes
    self.ends = ends
  }

  /// What has to be run for so many groups.
  func prefix(_ groups: Int) -> ArraySlice<NodeID> {
    groups == 0 ? [] : nodes[..<ends[min(groups, ends.count) - 1]]
  }
}
