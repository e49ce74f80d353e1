import Formulas

extension Exercise {
  /// What a value is; nil for a formula on the side.
  package func quantity(of slot: Program.Slot) -> Quantity? { quantities[slot] }

  /// The value that is this.
  package func slot(of quantity: Quantity) -> Program.Slot? { quantities.slot(of: quantity) }

  /// The value of this role, whether the exercise has one sample or several.
  ///
  /// - Parameter layer: Counted from 1; the input is layer 0.
  package func slot(
    of role: Quantity.Role, layer: Int? = nil, isUpdated: Bool = false
  ) -> Program.Slot? {
    // An exercise with a network may have values of its own in the other letters.
    let isBatch = network?.isBatch ?? false
    func found(_ isBatch: Bool) -> Program.Slot? {
      slot(of: Quantity(role, layer: layer, isUpdated: isUpdated, isBatch: isBatch))
    }
    return found(isBatch) ?? found(!isBatch)
  }

  /// The equation that a value rests on, whether it is asked for or not.
  package func equation(of slot: Program.Slot) -> String? {
    if let step = valueSteps.first(where: { $0.slot == slot }), let equation = step.equation {
      return equation
    }
    return network.flatMap { quantity(of: slot)?.equation(ofLayers: $0.layerCount)?.rawValue }
  }
}
