import Exercises
import Formulas

extension Surroundings {
  /// What is computed in the place of a loss or of its slope: another loss, and the loss for its slope.
  func losses() -> [Other] {
    guard let network = exercise.network, let quantity = exercise.quantity(of: target),
      let output = exercise.slot(of: .activation, layer: network.layerCount),
      let targets = exercise.slot(of: .target)
    else { return [] }
    let (a, y) = (
      Expression(.name(program.name(of: output))), Expression(.name(program.name(of: targets)))
    )
    func binary(
      _ x: Expression, _ symbol: Expression.Operator, _ y: Expression
    ) -> Expression { Expression(.binary(symbol, x, y)) }
    func call(_ function: Function, _ x: Expression) -> Expression {
      Expression(.call(function, [x]))
    }
    func surprise(_ y: Expression, _ a: Expression) -> Expression {
      binary(y, .multiply, call(.log, a))
    }
    let difference = binary(a, .subtract, y)
    if quantity.role == .errorSignal, quantity.layer == network.layerCount {
      let square = call(.square, difference)
      return [binary(square, .divide, .number(2)), square]
        .map { Other(expression: $0, bits: Prior.oddFunction) }
    }
    guard quantity.role == .loss, !quantity.isUpdated else { return [] }
    let one = Expression.number(1)
    let rest = surprise(binary(one, .subtract, y), binary(one, .subtract, a))
    return [
      binary(call(.square, difference), .divide, .number(2)), call(.square, difference),
      call(.abs, difference), surprise(y, a),
      binary(surprise(y, a), .add, rest), rest, call(.log, a),
    ].map { Other(expression: call(.sum, $0), bits: Prior.oddFunction) }
  }

  /// The same quantity of another layer, x being a⁽⁰⁾.
  func sameThing(as name: String, layersUp step: Int) -> String? {
    guard let slot = program.slot(named: name), let quantity = exercise.quantity(of: slot) else {
      return nil
    }
    let isInput = quantity.role == .input
    guard let layer = isInput ? 0 : quantity.layer, isInput || layer + step >= 1 else { return nil }
    let role = isInput ? Quantity.Role.activation : quantity.role
    let other = values.first { other in
      guard let theirs = exercise.quantity(of: other) else { return false }
      return theirs.role == role && theirs.layer == layer + step
        && theirs.isUpdated == quantity.isUpdated
    }
    return other.map { program.name(of: $0) }
  }

  /// The functions that layers have here.
  var activationsInUse: [Function] {
    var found: [Function] = []
    for slot in program.definitions {
      if let function = activation(of: slot)?.function, function != .softmax, function != .identity,
        !found.contains(function)
      {
        found.append(function)
      }
    }
    return found
  }
}
