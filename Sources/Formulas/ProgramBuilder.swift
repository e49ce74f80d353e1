/// Builds a ``Program``, one named value after the other.
///
/// ```swift
/// var builder = ProgramBuilder()
/// builder.input("x", .vector(2))
/// let W = builder.input("W1", .matrix(3, 2))
/// let z = try builder.define("z1", Formula("W1 @ x"))
/// let program = builder.build()
/// ```
package struct ProgramBuilder: Sendable {
  /// The number from which entries are counted, 1 or 0.
  package let indexBase: Int
  /// Names that will be defined later, for the message about a name used too early.
  package var laterNames: Set<String> = []

  private var graph = Graph()
  private var entries: [Program.Entry] = []
  private var slots: [String: Program.Slot] = [:]
  private var scope: [String: NodeID] = [:]
  /// The named values whose entries nodes hold.
  private var owners: [NodeID: Program.Slot] = [:]
  private var knownNumbers: [String: Double] = [:]
  private var inputs: [Program.Slot] = []
  private var definitions: [Program.Slot] = []
  /// The first node of the parts, where there are any.
  private var firstPart: NodeID?
  private var entriesBeforeParts = 0

  /// A builder of a program without any values.
  package init(indexBase: Int = 1) {
    self.indexBase = indexBase
  }

  /// The value of that name.
  package func slot(named name: String) -> Program.Slot? { slots[Formula.canonicalName(name)] }

  /// The shape of a value.
  package func shape(of slot: Program.Slot) -> Shape { graph.shape(entries[slot.index].node) }

  /// Declares a value that comes from outside, under a name that is new.
  ///
  /// A `knownValue` that is a number may serve as a size or an index in formulas.
  @discardableResult
  package mutating func input(
    _ name: String, _ shape: Shape, knownValue: Tensor? = nil
  ) -> Program.Slot {
    let name = Formula.canonicalName(name)
    precondition(slots[name] == nil, "'\(name)' is declared twice")
    let node = graph.append(.input, [], shape)
    if shape == .scalar { knownNumbers[name] = knownValue?[0] }
    let none = graph.nodes.count..<graph.nodes.count
    let slot = enter(name, node, since: none.lowerBound, own: none, in: graph, nil)
    inputs.append(slot)
    return slot
  }

  /// Defines a value by a formula over the values before it, under a name that is new.
  ///
  /// - Parameter exact: Another formula of the same value, which loses less to rounding. The value
  ///   is computed by it where everything is run, and differentiated by it; the formula itself is
  ///   what is shown and edited, and what is run on values that were put in the place of others.
  @discardableResult
  package mutating func define(
    _ name: String, _ formula: Formula, exact: Formula? = nil
  ) throws(FormulaError) -> Program.Slot {
    let name = Formula.canonicalName(name)
    precondition(slots[name] == nil, "'\(name)' is defined twice")
    let slot = try compile(name, formula, exact: exact)
    definitions.append(slot)
    return slot
  }

  /// Compiles a formula over the values so far that is evaluated only on request.
  package mutating func side(_ formula: Formula) throws(FormulaError) -> Program.Slot {
    try compile(nil, formula)
  }

  /// Compiles a formula over the values so far that has everything in common with the others of its
  /// kind that can be: whatever several of them compute is computed once.
  ///
  /// - Returns: Where its value stands; equal for formulas that are the same operation by operation.
  package mutating func part(_ expression: Expression) throws(FormulaError) -> Program.Part {
    let start = graph.nodes.count
    if firstPart == nil { (firstPart, entriesBeforeParts) = (start, graph.template.count) }
    var compiler = Compiler(
      graph: graph, scope: scope, knownNumbers: knownNumbers, laterNames: laterNames,
      indexBase: indexBase)
    graph = Graph()
    defer { graph = compiler.graph }
    compiler.graph.share()
    do {
      return Program.Part(node: try compiler.compile(expression))
    } catch {
      compiler.graph.shorten(to: start)
      throw error
    }
  }

  /// How many entries all parts have together that are not those of other values.
  package var entriesOfParts: Int {
    firstPart == nil ? 0 : graph.template.count - entriesBeforeParts
  }

  /// The shape of the value of a part.
  package func shape(of part: Program.Part) -> Shape { graph.shape(part.node) }

  /// The program of everything declared and defined so far.
  package func build() -> Program {
    Program(
      graph: graph, entries: entries, slots: slots, inputs: inputs, definitions: definitions,
      firstPart: firstPart ?? graph.nodes.count, indexBase: indexBase)
  }

  private mutating func compile(
    _ name: String?, _ formula: Formula, exact: Formula? = nil
  ) throws(FormulaError) -> Program.Slot {
    let start = graph.nodes.count
    var compiler = Compiler(
      graph: graph, scope: scope, knownNumbers: knownNumbers, laterNames: laterNames,
      indexBase: indexBase)
    // With one owner the list of nodes grows in place.
    graph = Graph()
    defer { graph = compiler.graph }
    do {
      var node = try compiler.compile(formula.expression)
      if !ownsEntries(node, since: start, in: compiler.graph) {
        node = compiler.graph.append(.copy, [node], compiler.graph.shape(node))
      }
      let own = start..<compiler.graph.nodes.count
      if let exact {
        let other = try compiler.compile(exact.expression)
        precondition(
          compiler.graph.shape(other) == compiler.graph.shape(node),
          "two formulas of one value have different shapes")
        node = compiler.graph.refine(node, by: other)
      }
      return enter(name, node, since: start, own: own, in: compiler.graph, formula)
    } catch {
      compiler.graph.shorten(to: start)
      throw error
    }
  }

  /// Whether writing to the node's entries changes no other value.
  private func ownsEntries(_ node: NodeID, since start: NodeID, in graph: Graph) -> Bool {
    let base = graph.base(of: node)
    return base >= start && graph.nodes[base].operation != .constant
      && graph.shape(base).count == graph.shape(node).count
  }

  /// - Parameter own: The nodes of the formula itself, of all that were appended since `start`.
  private mutating func enter(
    _ name: String?, _ node: NodeID, since start: NodeID, own: Range<NodeID>, in graph: Graph,
    _ formula: Formula?
  ) -> Program.Slot {
    let slot = Program.Slot(index: entries.count)
    let (reads, unnamed) = sources(of: own, in: graph)
    entries.append(
      Program.Entry(
        name: name ?? "", node: node, range: start..<graph.nodes.count,
        order: (unnamed + own).filter { !graph.nodes[$0].operation.isInert },
        formula: formula, reads: reads))
    if let name {
      slots[name] = slot
      scope[name] = node
      owners[node] = slot
      owners[graph.base(of: node)] = slot
      if graph.nodes[node].operation == .refine { owners[graph.nodes[node].operands[1]] = slot }
    }
    return slot
  }

  /// The named values that nodes of the range read, and the unnamed nodes through which they do.
  private func sources(
    of range: Range<NodeID>, in graph: Graph
  ) -> (reads: [Program.Slot], unnamed: [NodeID]) {
    var reads: Set<Int> = []
    var unnamed: Set<NodeID> = []
    var waiting = graph.nodes[range].flatMap { $0.operands }
    while let node = waiting.popLast() {
      if range.contains(node) { continue }
      if let owner = owners[node] {
        reads.insert(owner.index)
      } else if unnamed.insert(node).inserted {
        waiting += graph.nodes[node].operands
      }
    }
    return (reads.sorted().map { Program.Slot(index: $0) }, unnamed.sorted())
  }
}
