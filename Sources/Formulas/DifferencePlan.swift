/// Which nodes have to be evaluated again when a parameter moves, to see how a loss moves.
struct DifferencePlan: Sendable {
  package let loss: NodeID
  let parameter: NodeID
  /// The nodes between the two, in the order of evaluation.
  let nodes: [NodeID]
  /// Those of them whose derivative jumps somewhere.
  let kinks: [NodeID]
  /// Whether other central differences lie between the two.
  let isNested: Bool

  init(of loss: NodeID, by parameter: NodeID, in list: [Node]) {
    self.loss = loss
    self.parameter = parameter
    var moves = Set([parameter])
    if parameter < loss {
      for id in parameter + 1...loss where list[id].operands.contains(where: moves.contains) {
        moves.insert(id)
      }
    }
    var matters = Set([loss])
    var idle: Set = [parameter]
    for id in moves.sorted(by: >) where matters.contains(id) && id != parameter {
      let operands = list[id].operands
      guard list[id].operation == .refine else {
        matters.formUnion(operands)
        continue
      }
      // What only the plain calculation depends on moves the value by that one.
      let isExact = moves.contains(operands[0])
      matters.insert(operands[isExact ? 0 : 1])
      if !isExact { idle.insert(id) }
    }
    nodes = moves.intersection(matters).subtracting(idle).sorted()
    kinks = nodes.filter { list[$0].operation.hasKink }
    isNested = nodes.contains {
      if case .numericalGradient = list[$0].operation { true } else { false }
    }
  }
}

extension DifferencePlan {
  /// The nodes outside whose values the plan's nodes read.
  func sources(in list: [Node]) -> [NodeID] {
    Set(nodes.flatMap { list[$0].operands }).subtracting(nodes).subtracting([parameter]).sorted()
  }
}
