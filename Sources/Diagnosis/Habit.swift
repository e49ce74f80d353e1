import Exercises
import Formulas

/// What the same slip in two steps has in common: the pieces of the formula that it changes, with
/// layers counted from that of the step, and values after the update from those that it reads.
package struct Habit: Hashable, Sendable {
  private enum Part: Hashable {
    case number(Double)
    case quantity(Quantity.Role, layersUp: Int, Pass)
    case word(String)
  }

  /// Whether a value is of the same pass through the network as the step, before the update or after.
  private enum Pass: Hashable {
    case own, earlier, later
  }

  private var edits: [String] = []
  /// What the author says of it.
  private var says: [String] = []
  /// How many more of each piece the edited formula has, or how many fewer.
  private var changes: [Part: Int] = [:]

  /// A mistake that the author foresaw, which is the same wherever the same is said of it.
  package init(foreseen says: [String]) { self.says = says }

  /// - Parameter slot: The value that was answered; the formula may be that of an earlier one.
  /// - Returns: Nil where no formula was edited.
  package init?(of reason: Explanation, at slot: Program.Slot, in exercise: Exercise) {
    guard reason.kind == .mutation, let edited = reason.formula.flatMap({ try? Formula($0) }),
      let origin = reason.step.map({ exercise.program.slot(named: $0) }) ?? slot
    else { return nil }
    self.init(edited.expression, reason.edits, at: origin, in: exercise)
  }

  init?(
    _ edited: Expression, _ edits: [String], at slot: Program.Slot, in exercise: Exercise
  ) {
    guard let original = exercise.program.formula(of: slot) else { return nil }
    self.edits = edits
    let own = exercise.quantity(of: slot)
    count(edited, 1, own, exercise)
    count(original.expression, -1, own, exercise)
    changes = changes.filter { $0.value != 0 }
    if changes.isEmpty { return nil }
  }

  private mutating func count(
    _ expression: Expression, _ number: Int, _ own: Quantity?, _ exercise: Exercise
  ) {
    changes[Habit.part(expression, own, exercise), default: 0] += number
    for child in expression.children { count(child, number, own, exercise) }
  }

  private static func part(_ expression: Expression, _ own: Quantity?, _ exercise: Exercise) -> Part
  {
    switch expression.node {
    case .number(let value, _): return .number(value)
    case .name(let name):
      guard let slot = exercise.program.slot(named: name),
        let quantity = exercise.quantity(of: slot)
      else { return .word(name) }
      let layer = own?.layer ?? 0
      return .quantity(
        quantity.role, layersUp: (quantity.layer ?? layer) - layer,
        pass(of: quantity, from: own?.isUpdated ?? false, exercise))
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

  /// - Parameter isUpdated: Whether the step itself stands behind the update.
  private static func pass(
    of quantity: Quantity, from isUpdated: Bool, _ exercise: Exercise
  ) -> Pass {
    if quantity.isUpdated == isUpdated { return .own }
    if quantity.isUpdated { return .later }
    // What no update changes is the same in both passes.
    return exercise.slot(of: quantity.updated) == nil ? .own : .earlier
  }
}
