import Formulas

/// Given numbers that are drawn for each student, and where they belong.
package struct Draw: Sendable {
  package let random: RandomValue
  let target: Target
  /// Where it stands in the file; draws are made in this order.
  package let place: Range<Int>

  /// What a draw gives its numbers to; layers are counted from 1, samples from 0.
  enum Target: Sendable {
    case given(Program.Slot)
    case weights(layer: Int)
    case biases(layer: Int)
    case input(sample: Int)
    case target(sample: Int)
  }
}

extension NetworkBlock {
  /// Puts drawn numbers where they belong.
  mutating func put(_ value: Tensor, at target: Draw.Target) {
    switch target {
    case .given: break
    case .weights(let layer): weights?[layer - 1] = value
    case .biases(let layer): biases?[layer - 1] = value
    case .input(let sample): inputs[sample] = value.entries
    case .target(let sample): targets[sample] = value.entries
    }
  }
}

extension NetworkExpansion {
  /// The value of the network that a draw belongs to, if to any.
  func quantity(of target: Draw.Target) -> Quantity? {
    switch target {
    case .given: nil
    case .weights(let layer): quantity(.weight, layer)
    case .biases(let layer): quantity(.bias, layer)
    case .input: quantity(.input)
    case .target: quantity(.target)
    }
  }
}
