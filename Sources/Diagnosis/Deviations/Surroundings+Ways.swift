import Exercises
import Formulas

extension Surroundings {
  /// Other formulas of a value, which are right but longer: the chain rule without its short cuts.
  ///
  /// Who writes a − y for ∇ₐL ⊙ f′(z) has forgotten nothing; who goes the long way may.
  func otherWays(
    to slot: Program.Slot, _ formula: Expression
  ) -> [Deviation] {
    guard let network = exercise.network, let quantity = exercise.quantity(of: slot),
      quantity.role == .errorSignal, let layer = quantity.layer, layer == network.layerCount,
      let output = exercise.slot(of: .activation, layer: layer),
      let target = exercise.slot(of: .target), let (function, argument) = activation(of: output)
    else { return [] }
    let (a, y) = (
      Expression(.name(program.name(of: output))), Expression(.name(program.name(of: target)))
    )
    func binary(
      _ x: Expression, _ symbol: Expression.Operator, _ y: Expression
    ) -> Expression { Expression(.binary(symbol, x, y)) }
    let gradient: Expression
    switch network.loss {
    case .binaryCrossEntropy:
      let one = Expression.number(1)
      let first = Expression(.negate(binary(y, .divide, a)))
      let second = binary(binary(one, .subtract, y), .divide, binary(one, .subtract, a))
      gradient = binary(first, .add, second)
    case .crossEntropy: gradient = Expression(.negate(binary(y, .divide, a)))
    default: return []
    }
    if function == .softmax {
      guard program.shape(of: output).rank == 1 else { return [] }
      func jacobian(_ a: Expression) -> Expression {
        binary(
          Expression(.call(.diag, [a])), .subtract, Expression(.call(.outer, [a, a])))
      }
      let whole = binary(jacobian(a), .matrixProduct, gradient)
      let ofLogits = jacobian(Expression(.name(argument)))
      func wrong(_ other: Expression, _ bits: Double) -> Deviation {
        Deviation(other, .wrongName, .replaced(formula, by: other), bits: bits)
      }
      return [
        Deviation(whole, bits: Prior.longWay),
        wrong(
          binary(jacobian(a), .matrixProduct, binary(a, .subtract, y)), Prior.longWay + 2),
        wrong(binary(ofLogits, .matrixProduct, gradient), Prior.longWay + 3.5),
        // The diagonal alone.
        wrong(
          binary(
            gradient, .multiply,
            binary(a, .multiply, binary(Expression.number(1), .subtract, a))),
          Prior.longWay + 1.5),
      ].filter { $0.expression.text != formula.text }
    }
    let slope = Expression(.derivative(function, Expression(.name(argument))))
    let whole = binary(gradient, .multiply, slope)
    return whole.text == formula.text ? [] : [Deviation(whole, bits: Prior.longWay)]
  }

  /// How many there are of whatever is counted near a formula: samples, outputs, entries.
  func counts(of slot: Program.Slot, _ formula: Expression) -> [Int] {
    var found: [Int] = []
    let slots = [slot] + formula.names.compactMap { program.slot(named: $0) }
    for slot in slots {
      let shape = program.shape(of: slot)
      found += shape.sizes + [shape.count]
    }
    if let inputs = exercise.slot(of: .input), program.shape(of: inputs).rank == 2 {
      found.append(program.shape(of: inputs).columns)
    }
    return Array(Set(found.filter { $0 > 1 })).sorted()
  }

  /// What a bias gradient might be multiplied by as if it were the weight gradient: the activations
  /// of its length, and the entries of short ones.
  func inputsOfWeights() -> [Other] {
    guard exercise.quantity(of: target)?.role == .biasGradient else { return [] }
    return values.flatMap { slot -> [Other] in
      guard let role = exercise.quantity(of: slot)?.role, role == .input || role == .activation
      else { return [] }
      let named = Expression(.name(program.name(of: slot)))
      let whole = Other(expression: named, bits: Prior.inputOfWeight)
      guard case .vector(let length) = program.shape(of: slot), (2...4).contains(length) else {
        return [whole]
      }
      return [whole]
        + (0..<length).map { index in
          let place = Expression.number(index + program.indexBase)
          return Other(
            expression: Expression(.index(named, [place])), bits: Prior.inputOfWeight)
        }
    }
  }
}
