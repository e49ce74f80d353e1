import Exercises
import Formulas

/// What the same slip in two steps has in common: the pieces of the formula that it changes, with
/// layers counted from that of the step.
package struct Habit: Hashable, Sendable {
  private enum Part: Hashable {
    case number(Double)
    case quantity(Quantity.Role, layersUp: Int, isUpdated: Bool)
    case word(String)
  }

  private var edits: [String] = []
  /// What the author says of it.
  private var says: [String] = []
  /// How many more of each piece the edited formula has, or how many fewer.
  private var changes: [Part: Int] = [:]

  /// A mistake that the author foresaw, which is the same wherever the same is said of it.
  package init(foreseen says: [String]) { self.says = says }

  /// - Returns: Nil where no formula of the step itself was edited.
  package init?(of reason: Explanation, at slot: Program.Slot, in exercise: Exercise) {
    guard reason.kind == .mutation, reason.step == nil,
      let edited = reason.formula.flatMap({ try? Formula($0) })
    else { return nil }
    self.init(edited.expression, reason.edits, at: slot, in: exercise)
  }

  init?(
    _ edited: Expression, _ edits: [String], at slot: Program.Slot, in exercise: Exercise
  ) {
    guard let original = exercise.program.formula(of: slot) else { return nil }
    self.edits = edits
    let layer = exercise.quantity(of: slot)?.layer ?? 0
    count(edited, 1, layer, exercise)
    count(original.expression, -1, layer, exercise)
    changes = changes.filter { $0.value != 0 }
    if changes.isEmpty { return nil }
  }

  private mutating func count(
    _ expression: Expression, _ number: Int, _ layer: Int, _ exercise: Exercise
  ) {
    changes[Habit.part(expression, layer, exercise), default: 0] += number
    for child in expression.children { count(child, number, layer, exercise) }
  }

  private static func part(_ expression: Expression, _ layer: Int, _ exercise: Exercise) -> Part {
    switch expression.node {
    case .number(let value, _): return .number(value)
    case .name(let name):
      guard let slot = exercise.program.slot(named: name),
        let quantity = exercise.quantity(of: slot)
      else { return .word(name) }
      return .quantity(
        quantity.role, layersUp: (quantity.layer ?? layer) - layer, isUpdated: quantity.isUpdated)
    case .negate: return .word("-x")
    case .binary(let sign, _, _): return .word(sign.rawValue)
    case .call(let function, _): return .word(function.rawValue)
    case .derivative(let function, _): return .word(function.rawValue + "'")
    case .applied(let name, _, let isSlope): return .word(name + (isSlope ? "'" : "()"))
    case .transpose: return .word(".T")
    case .index, .span, .all: return .word("[]")
    case .list: return .word("[,]")
    case .gradient: return .word("grad")
    }
  }
}
