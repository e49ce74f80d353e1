import Numerics

/// The instructions of a program, one for each node.
///
/// It never changes; a class, so that running some of it does not count six lists first.
final class Code: Sendable {
  let nodes: [Node]
  private let instructions: [Instruction]
  private let offsets: [Int]
  let plans: [DifferencePlan]
  /// The nodes that places of entries are computed from.
  private let places: Set<NodeID>

  init(_ graph: Graph) {
    var offsets: [Int] = []
    nodes = graph.nodes
    instructions = graph.nodes.map { Instruction($0, in: graph.nodes, offsets: &offsets) }
    self.offsets = offsets
    plans = graph.plans
    places = Code.places(in: graph.nodes)
  }

  private static func places(in nodes: [Node]) -> Set<NodeID> {
    var places: Set<NodeID> = []
    var waiting = nodes.flatMap { node -> [NodeID] in
      switch node.operation {
      case .entry, .placeEntry: Array(node.operands.dropFirst())
      case .onehot: node.operands
      default: []
      }
    }
    while let place = waiting.popLast() {
      if places.insert(place).inserted { waiting += nodes[place].operands }
    }
    return places
  }

  /// Evaluates nodes in the given order.
  func run(_ order: ArraySlice<NodeID>, on storage: inout [Double]) {
    withArena(of: &storage) { run(order, $0) }
  }

  /// Evaluates nodes in the given order, each entry a little beside what it comes to.
  func runShaken(_ order: [NodeID], on storage: inout [Double], using random: inout SplitMix64) {
    withArena(of: &storage) { arena in
      for id in order {
        run(id, arena)
        let node = nodes[id]
        if node.operation.isPiecewiseConstant || isPlace(id) { continue }
        let error = node.operation.lastPlace
        for place in node.offset..<node.offset + node.shape.count {
          arena[place] = random.shaken(arena[place], by: error)
        }
      }
    }
  }

  /// Whether a node says where an entry stands, so that only whole numbers will do.
  func isPlace(_ id: NodeID) -> Bool { places.contains(id) }

  /// The slopes that a plan finds, and the entries where there is none.
  package func differences(
    _ plan: DifferencePlan, entries: Range<Int>?, step: Double, on storage: inout [Double]
  ) -> (slopes: [Double], kinks: Set<Int>) {
    withArena(of: &storage) { differences(plan, entries: entries, step: step, $0) }
  }

  private func withArena<Result>(
    of storage: inout [Double], _ body: (Arena) -> Result
  ) -> Result {
    storage.withUnsafeMutableBufferPointer { entries in
      offsets.withUnsafeBufferPointer { body(Arena(entries: entries, offsets: $0)) }
    }
  }

  private func run(_ order: ArraySlice<NodeID>, _ arena: Arena) {
    for id in order { run(id, arena) }
  }

  private func run(_ id: NodeID, _ arena: Arena) {
    guard case .numericalGradient(let plan) = instructions[id].operation else {
      Kernels.run(instructions[id], arena)
      return
    }
    let (slopes, _) = differences(
      plans[plan], entries: nil, step: CentralDifference.step, arena)
    for (index, slope) in slopes.enumerated() { arena[instructions[id].out + index] = slope }
  }

  // MARK: Finite differences

  private func differences(
    _ plan: DifferencePlan, entries: Range<Int>?, step: Double, _ arena: Arena
  ) -> (slopes: [Double], kinks: Set<Int>) {
    let kept = Array(arena.entries)
    let parameter = instructions[plan.parameter]
    let loss = instructions[plan.loss].out
    var slopes = [Double](repeating: 0, count: parameter.count)
    var kinks: Set<Int> = []
    run(plan.nodes[...], arena)
    let branches = self.branches(plan, arena)
    for entry in entries ?? 0..<parameter.count {
      let place = parameter.out + entry
      let value = kept[place]
      let (high, low) = CentralDifference.neighbours(of: value, step: step)
      arena[place] = high
      run(plan.nodes[...], arena)
      let (above, branchesAbove) = (arena[loss], self.branches(plan, arena))
      arena[place] = low
      run(plan.nodes[...], arena)
      let (below, branchesBelow) = (arena[loss], self.branches(plan, arena))
      arena[place] = value
      slopes[entry] = (above - below) / (high - low)
      if branchesAbove != branches || branchesBelow != branches || !slopes[entry].isFinite {
        kinks.insert(entry)
      }
    }
    _ = arena.entries.update(fromContentsOf: kept)
    return (slopes, kinks)
  }

  /// A hash of the branches that the values with kinks take.
  private func branches(_ plan: DifferencePlan, _ arena: Arena) -> Int {
    guard !plan.kinks.isEmpty else { return 0 }
    var hasher = Hasher()
    for id in plan.kinks { Kernels.hashBranches(instructions[id], arena, into: &hasher) }
    return hasher.finalize()
  }
}
