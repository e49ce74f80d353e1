import Backpropagation
import Exercises

/// The equations of a step of training beside the chapter's: momentum and Adam.
extension Law {
  /// What η is multiplied by in the step of a parameter.
  func direction(_ parameter: Quantity) -> String {
    switch block.update?.optimiser ?? .descent {
    case .descent: return gradient(parameter)
    case .momentum: return symbol(.velocity, of: parameter)
    case .adam:
      let (first, second) = (
        symbol(.correctedFirst, of: parameter), symbol(.correctedSecond, of: parameter)
      )
      return "\\frac{\(first)}{\\sqrt{\(second)} + \\varepsilon}"
    }
  }

  /// How something that an optimiser keeps comes about; nil for what is given.
  func law(of moment: Quantity.Moment, _ parameter: Quantity, _ own: String) -> String? {
    func other(_ moment: Quantity.Moment) -> String { symbol(moment, of: parameter) }
    let slope = gradient(parameter)
    switch moment {
    case .oldVelocity, .oldFirst, .oldSecond: return nil
    case .velocity: return "\(own) = \\mu \(other(.oldVelocity)) + \(slope)"
    case .first: return "\(own) = \\beta_1 \(other(.oldFirst)) + (1 - \\beta_1) \(slope)"
    case .second:
      return "\(own) = \\beta_2 \(other(.oldSecond)) + (1 - \\beta_2) "
        + "\\left(\(slope)\\right)^2"
    case .correctedFirst: return "\(own) = \\frac{\(other(.first))}{1 - \\beta_1^t}"
    case .correctedSecond: return "\(own) = \\frac{\(other(.second))}{1 - \\beta_2^t}"
    }
  }

  private func gradient(_ parameter: Quantity) -> String {
    "\\frac{\\partial L}{\\partial \(Symbols.entry(parameter, []))}"
  }

  private func symbol(_ moment: Quantity.Moment, of parameter: Quantity) -> String {
    let role: Quantity.Role =
      parameter.role == .bias ? .biasMoment(moment) : .weightMoment(moment)
    return Symbols.entry(Quantity(role, layer: parameter.layer), [])
  }
}
