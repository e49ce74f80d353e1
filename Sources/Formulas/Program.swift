/// Named values, some from outside and some computed by formulas, compiled for evaluation.
///
/// Every name has become a place in one contiguous list of numbers, every formula a list of
/// instructions on such places, and every shape has been checked. See ``Evaluation``.
///
/// It never changes, and every evaluation holds it: a class, so that a copy costs one count.
package final class Program: Sendable {
  /// A value of a program: an input, a definition, or a formula on the side.
  ///
  /// Slots are ordered as their values are computed.
  package struct Slot: Hashable, Comparable, Sendable {
    let index: Int

    package static func < (left: Slot, right: Slot) -> Bool { left.index < right.index }
  }

  /// A value that is computed together with others, not one by one.
  package struct Part: Hashable, Sendable {
    let node: NodeID
  }

  package struct Entry: Sendable {
    let name: String
    let node: NodeID
    /// The nodes of the formula and of a more exact one, in the order of evaluation.
    package let range: Range<NodeID>
    /// The nodes that compute the value from the values it reads: those of the formula, and
    /// before them the unnamed ones of earlier formulas that a gradient runs through.
    let order: [NodeID]
    let formula: Formula?
    /// The values the formula reads.
    let reads: [Slot]
  }

  /// Where the entries of a value stand in an evaluation.
  struct Span: Sendable {
    let shape: Shape
    let offset: Int
    /// Whether the value is computed more exactly than by its formula.
    let isRefined: Bool

    var range: Range<Int> { offset..<offset + shape.count }

    init(_ node: Node) {
      (shape, offset, isRefined) = (node.shape, node.offset, node.operation == .refine)
    }
  }

  let entries: [Entry]
  private let spans: [Span]
  let code: Code
  /// The nodes that compute all definitions, in the order of evaluation.
  package let order: [NodeID]
  /// The first node of the parts.
  let firstPart: NodeID
  let template: [Double]
  private let slots: [String: Slot]

  /// The inputs, in the order of their declaration.
  package let inputs: [Slot]
  /// The named definitions, in the order of evaluation.
  package let definitions: [Slot]
  /// The number from which entries are counted.
  package let indexBase: Int

  init(
    graph: Graph, entries: [Entry], slots: [String: Slot], inputs: [Slot], definitions: [Slot],
    firstPart: NodeID, indexBase: Int
  ) {
    self.entries = entries
    spans = entries.map { Span(graph.nodes[$0.node]) }
    code = Code(graph)
    order = definitions.flatMap { entries[$0.index].range }
      .filter { !graph.nodes[$0].operation.isInert }
    self.firstPart = firstPart
    template = graph.template
    self.slots = slots
    self.inputs = inputs
    self.definitions = definitions
    self.indexBase = indexBase
  }

  /// The value of that name.
  package func slot(named name: String) -> Slot? { slots[Formula.canonicalName(name)] }

  /// The name of a value; empty for a formula on the side.
  package func name(of slot: Slot) -> String { entries[slot.index].name }

  /// The shape of a value.
  package func shape(of slot: Slot) -> Shape { spans[slot.index].shape }

  /// The shape of a part.
  package func shape(of part: Part) -> Shape { code.nodes[part.node].shape }

  /// Where the entries of a part stand among those of an evaluation.
  package func place(of part: Part) -> Int { code.nodes[part.node].offset }

  /// The formula of a definition; nil for an input.
  package func formula(of slot: Slot) -> Formula? { entries[slot.index].formula }

  /// The values that a definition is computed from, those that a gradient runs through included.
  package func reads(of slot: Slot) -> [Slot] { entries[slot.index].reads }

  /// A value and all that is computed from it.
  package func dependents(of slot: Slot) -> Set<Slot> {
    var found: Set<Slot> = [slot]
    for later in definitions where reads(of: later).contains(where: found.contains) {
      found.insert(later)
    }
    return found
  }

  /// Whether the value comes from outside.
  package func isInput(_ slot: Slot) -> Bool { entries[slot.index].formula == nil }

  /// Whether the value is computed more exactly than by its formula.
  package func isRefined(_ slot: Slot) -> Bool { spans[slot.index].isRefined }

  func span(of slot: Slot) -> Span { spans[slot.index] }
}
