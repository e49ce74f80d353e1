import Exercises
import Formulas
import Numerics

/// Which values of an exercise a student could have taken for each other in one formula.
///
/// Only values of the same shape count, and of those only neighbours: the same quantity of another
/// layer, z for a, the value before or after the update, the input for an activation.
struct ExerciseVocabulary: VocabularySource {
  private let exercise: Exercise
  private let program: Program
  /// The value the formula computes; nothing that depends on it could have been used for it.
  private let target: Program.Slot
  private let dependents: Set<Program.Slot>

  init(_ exercise: Exercise, for target: Program.Slot) {
    self.exercise = exercise
    program = exercise.program
    self.target = target
    dependents = program.dependents(of: target)
  }

  func alternatives(to name: String) -> [(name: String, cost: Double)] {
    guard let slot = program.slot(named: name), let quantity = exercise.quantity(of: slot) else {
      return []
    }
    var found: [(name: String, cost: Double)] = []
    for (other, cost) in quantity.neighbours {
      guard let candidate = exercise.slot(of: other), candidate != slot,
        program.shape(of: candidate) == program.shape(of: slot),
        !dependents.contains(candidate)
      else { continue }
      let name = program.name(of: candidate)
      if !found.contains(where: { $0.name == name }) { found.append((name, cost)) }
    }
    return found
  }

  func extraFactors(for formula: Expression) -> [(factor: Expression, cost: Double)] {
    let shape = program.shape(of: target)
    var factors = derivatives(formula, shape)
    if case .name = formula.node { factors += inputs(shape) }
    if let samples = sampleCount {
      factors.append((Expression.inverse(of: samples), 1.1))
    }
    return factors
  }

  /// How many samples a batch has: the columns of its inputs.
  private var sampleCount: Int? {
    guard let inputs = exercise.slot(of: Quantity(.input, isBatch: true)), program.isInput(inputs),
      case .matrix(_, let columns) = program.shape(of: inputs), columns > 1
    else { return nil }
    return columns
  }

  /// f′(z) for every activation a = f(z) that the formula uses but whose derivative it has not.
  private func derivatives(
    _ formula: Expression, _ shape: Shape
  ) -> [(factor: Expression, cost: Double)] {
    let text = formula.text
    return formula.names.compactMap { name -> (factor: Expression, cost: Double)? in
      guard let slot = program.slot(named: name), program.shape(of: slot) == shape,
        let definition = program.formula(of: slot)?.expression,
        case .call(let function, let arguments) = definition.node, function.hasDerivative,
        function != .identity
      else { return nil }
      let derivative = Expression(.derivative(function, arguments[0]))
      return text.holds(derivative.text) ? nil : (derivative, 1.1)
    }
  }

  /// The values a bias gradient might be multiplied by: activations of its shape, entries of x.
  private func inputs(_ shape: Shape) -> [(factor: Expression, cost: Double)] {
    var result: [(factor: Expression, cost: Double)] = []
    for slot in program.inputs + program.definitions where !dependents.contains(slot) {
      guard exercise.quantity(of: slot)?.isLayersActivation == true else { continue }
      let name = program.name(of: slot)
      if program.shape(of: slot) == shape { result.append((Expression(.name(name)), 1.2)) }
      if case .vector(let count) = program.shape(of: slot), (2...4).contains(count) {
        for index in 0..<count {
          let place = Expression(
            .number(Double(index + program.indexBase), spelling: "\(index + program.indexBase)"))
          result.append((Expression(.index(Expression(.name(name)), [place])), 1.3))
        }
      }
    }
    return result
  }
}

extension Expression {
  fileprivate static func inverse(of count: Int) -> Expression {
    Expression(
      .binary(
        .divide, Expression(.number(1, spelling: "1")),
        Expression(.number(Double(count), spelling: "\(count)"))))
  }
}

extension Quantity {
  /// Whether it is what a layer passes on before the update, the input's included.
  fileprivate var isLayersActivation: Bool {
    (role == .activation || role == .input) && layer != nil && !isUpdated
  }

  /// What might be confused with this, the likeliest first, each with how far-fetched that is.
  var neighbours: [(quantity: Quantity, cost: Double)] {
    guard let layer else { return [] }
    let other = acrossActivation
    var result: [(quantity: Quantity, cost: Double)] = []
    if layer > 0 {
      if let other { result.append((other, 1)) }
      result.append((isUpdated ? original : updated, 1.1))
    }
    for distance in 1...6 {
      let cost = distance == 1 ? 1 : 1.2 + 0.1 * Double(distance)
      result.append((inLayer(layer - distance), cost))
      result.append((inLayer(layer + distance), cost))
    }
    if let other {
      // z of the next layer up, a of the one below.
      result.append((other.inLayer(layer - 1), 1.4))
      result.append((other.inLayer(layer + 1), 1.4))
    }
    return result
  }
}
