import Exercises
import Formulas

/// The values of an exercise that stand beside the one that a formula computes, and how easily each
/// is taken for another.
///
/// What things are called decides nothing that their formulas can: where h = tanh(a), h and a are
/// neighbours whatever their names.
struct Surroundings {
  let exercise: Exercise
  let program: Program
  let target: Program.Slot
  /// What does not depend on the target, in the order of the program.
  let values: [Program.Slot]
  /// Where the formula is written down and not worked out, what its letters are.
  let letters: Letters?

  init(_ exercise: Exercise, of target: Program.Slot, letters: Letters? = nil) {
    self.exercise = exercise
    self.letters = letters
    program = exercise.program
    self.target = target
    let dependents = program.dependents(of: target)
    values = (program.inputs + program.definitions).filter { [program] slot in
      !dependents.contains(slot) && !SmoothFunction.isConstant(program.name(of: slot))
    }
  }

  /// A value that might be meant for another, as it would be written.
  struct Other {
    let expression: Expression
    let bits: Double
  }

  /// The values that might be taken for the one of a name.
  func others(for name: String) -> [Other] {
    guard let slot = program.slot(named: name) else { return [] }
    let shape = program.shape(of: slot)
    var result: [Other] = []
    for other in values where other != slot {
      let named = Expression(.name(program.name(of: other)))
      let bits = bits(of: other, for: slot)
      if program.shape(of: other) == shape {
        result.append(Other(expression: named, bits: bits))
      } else if shape.rank == 2, program.shape(of: other) == shape.transposed {
        result.append(
          Other(expression: Expression(.transpose(named)), bits: bits + Prior.transposed))
      }
    }
    return result + ones(shape) + reductions(to: shape) + spread(over: shape, like: slot)
  }

  /// The values of a shape, for what takes any of them.
  func values(of shape: Shape) -> [Other] {
    values.filter { program.shape(of: $0) == shape }.map {
      Other(expression: Expression(.name(program.name(of: $0))), bits: bits(of: $0, for: target))
    }
  }

  private func ones(_ shape: Shape) -> [Other] {
    guard shape.count > 1 else { return [] }
    let sizes = shape.sizes.map { Expression.number($0) }
    return [Other(expression: Expression(.call(.ones, sizes)), bits: Prior.ones)]
  }

  /// The same thing of a layer with one unit, which a library spreads over all.
  private func spread(over shape: Shape, like slot: Program.Slot) -> [Other] {
    guard case .vector(let length) = shape, length > 1, let mine = exercise.quantity(of: slot)
    else {
      return []
    }
    return values.compactMap { other in
      guard program.shape(of: other) == .vector(1), let theirs = exercise.quantity(of: other),
        mine.isLike(theirs), mine.isUpdated == theirs.isUpdated
      else { return nil }
      let number = Expression(.call(.sum, [Expression(.name(program.name(of: other)))]))
      let ones = Expression(.call(.ones, [.number(length)]))
      return Other(
        expression: Expression(.binary(.multiply, number, ones)), bits: Prior.neighbour + 1)
    }
  }

  /// Sums over the rows and columns of matrices, of the length of a vector.
  func reductions(to shape: Shape) -> [Other] {
    guard case .vector(let length) = shape else { return [] }
    var result: [Other] = []
    for value in values {
      guard case .matrix(let rows, let columns) = program.shape(of: value) else { continue }
      let named = Expression(.name(program.name(of: value)))
      if rows == length {
        result.append(
          Other(expression: Expression(.call(.rowSums, [named])), bits: Prior.reduction))
      }
      if columns == length {
        let sums = Expression(.call(.rowSums, [Expression(.transpose(named))]))
        result.append(Other(expression: sums, bits: Prior.reduction))
      }
    }
    return result
  }

  /// Whether an expression is the target.
  func isTarget(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.node, let slot = program.slot(named: name) else {
      return false
    }
    return exercise.quantity(of: slot)?.role == .target
  }

  /// The value that an activation is the function of, and those that are functions of a value.
  func acrossActivation(_ slot: Program.Slot) -> [Program.Slot] {
    var found: [Program.Slot] = []
    if let argument = argument(of: slot) { found.append(argument) }
    for other in values where argument(of: other) == slot { found.append(other) }
    return found
  }

  /// z, where the value is f(z) for one of the functions that layers have.
  func argument(of slot: Program.Slot) -> Program.Slot? {
    activation(of: slot).flatMap { program.slot(named: $0.argument) }
  }

  /// f and z, where the value is f(z).
  func activation(of slot: Program.Slot) -> (function: Function, argument: String)? {
    guard let formula = program.formula(of: slot)?.expression else { return nil }
    if let argument = WrittenSlopes.argumentOfSigmoid(formula), case .name(let name) = argument.node
    {
      return (.sigmoid, name)
    }
    guard case .call(let function, let arguments) = formula.node, arguments.count == 1,
      case .name(let name) = arguments[0].node, function.isActivation
    else { return nil }
    return (function, name)
  }

  /// The formula with the slopes by their names that are written out in it.
  func withSlopesNamed(_ formula: Expression) -> Expression? {
    let slopes = WrittenSlopes { name in program.slot(named: name).flatMap { activation(of: $0) } }
    if let argument = WrittenSlopes.argumentOfSigmoid(formula) {
      return Expression(.call(.sigmoid, [argument]))
    }
    return slopes.named(in: formula)
  }

  private func bits(of other: Program.Slot, for slot: Program.Slot) -> Double {
    let usual = usualBits(of: other, for: slot)
    // What has been given a name for a part of the formula is no letter of it.
    guard let letters, program.isInput(slot), program.isInput(other) else { return usual }
    let isGiven = letters.givens.contains(program.name(of: other))
    return min(usual, isGiven ? Prior.otherGiven : Prior.otherLetter)
  }

  private func usualBits(of other: Program.Slot, for slot: Program.Slot) -> Double {
    if acrossActivation(slot).contains(other) { return Prior.acrossActivation }
    guard let mine = exercise.quantity(of: slot), let theirs = exercise.quantity(of: other) else {
      return Prior.otherRole
    }
    let distance = abs((mine.layer ?? 0) - (theirs.layer ?? 0))
    if mine.original == theirs.original { return Prior.updated }
    if mine.isLike(theirs), mine.isUpdated == theirs.isUpdated {
      return distance < 2 ? Prior.neighbour : Prior.distant
    }
    let detour = mine.isUpdated == theirs.isUpdated ? 0 : 1.0
    switch (mine.role, theirs.role) {
    case (.target, .activation), (.activation, .target): return Prior.targetForOutput + detour
    case (.weightGradient, .weight), (.weight, .weightGradient), (.biasGradient, .bias),
      (.bias, .biasGradient), (.biasGradient, .errorSignal), (.errorSignal, .activation):
      return Prior.gradientForValue + detour + (distance > 0 ? 1 : 0)
    default: return Prior.otherRole + detour
    }
  }
}

extension Quantity {
  /// Whether both are the same thing of their layers, the input being the activation of layer 0.
  fileprivate func isLike(_ other: Quantity) -> Bool {
    func kind(_ role: Role) -> Role { role == .input ? .activation : role }
    return kind(role) == kind(other.role)
  }
}
