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
    for id in moves.sorted(by: >) where matters.contains(id) && id != parameter {
      matters.formUnion(list[id].operands)
    }
    nodes = moves.intersection(matters).subtracting([parameter]).sorted()
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

  /// The values w + ε and w − ε of the central differences (L(w + ε) − L(w − ε)) / 2ε.
  ///
  /// ε is 1e-5, as in the course's worked example, and grows with the parameter so that the two
  /// differ. Their difference, rounded as they are, is to be used for 2ε.
  static func neighbours(of value: Double) -> (high: Double, low: Double) {
    let step = 1e-5 * max(1, abs(value))
    return (value + step, value - step)
  }
}
