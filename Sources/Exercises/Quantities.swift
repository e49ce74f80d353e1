import Formulas

/// What the values of a program are, by their places in it, and back.
package struct Quantities: Sendable {
  private var quantities: [Program.Slot: Quantity] = [:]
  private var slots: [Quantity: Program.Slot] = [:]

  /// The quantities of nothing.
  init() {}

  /// What the names of a program's values say, where nothing else is known of them.
  package init(reading program: Program) {
    for slot in program.inputs + program.definitions {
      enter(Quantity(reading: program.name(of: slot)), for: slot)
    }
  }

  /// Enters what a value is; of several that are the same, the first is the one to be found.
  mutating func enter(_ quantity: Quantity, for slot: Program.Slot) {
    quantities[slot] = quantity
    if slots[quantity] == nil { slots[quantity] = slot }
  }

  /// Enters what else there is in a program, by the names that the author gave it.
  ///
  /// A name alone proves little: where the equation that a step rests on, or the value itself, says
  /// that it cannot be what the name says, it is something of the author's own. An equation does not
  /// say by itself what a step asks for: σ′(z) rests on BP1 and is no error signal.
  mutating func enterNames(of program: Program, _ steps: [ValueStep]) {
    for slot in program.inputs + program.definitions where quantities[slot] == nil {
      let step = steps.first { $0.slot == slot }
      let equation = step?.equation.flatMap { Equation(rawValue: $0) }
      let read = Quantity(reading: program.name(of: slot)).resting(on: equation)
      enter(isPossible(read, slot, program) ? read : read.withOwnWord, for: slot)
    }
  }

  /// Whether a value of the program can be this.
  private func isPossible(_ quantity: Quantity, _ slot: Program.Slot, _ program: Program) -> Bool {
    func isShaped(like role: Quantity.Role) -> Bool {
      guard let other = self.slot(of: Quantity(role, layer: quantity.layer)) else { return true }
      return program.shape(of: other).count == program.shape(of: slot).count
    }
    switch quantity.role {
    case .input, .target: return program.isInput(slot)
    case .loss, .learningRate: return program.shape(of: slot).count == 1
    case .weightGradient: return isShaped(like: .weight)
    case .biasGradient: return isShaped(like: .bias)
    default: return true
    }
  }

  /// What a value is; nil for a formula on the side.
  package subscript(slot: Program.Slot) -> Quantity? { quantities[slot] }

  /// The value that is this.
  package func slot(of quantity: Quantity) -> Program.Slot? { slots[quantity] }
}
