import Exercises
import Formulas

/// Which values of an exercise a student could have taken for each other in one formula.
///
/// Only values of the same shape count, and of those only neighbours: the same quantity of another
/// layer, z for a, the value before or after the update, the input for an activation.
struct ExerciseVocabulary: Vocabulary {
  private let program: Program
  /// The value the formula computes; nothing that depends on it could have been used for it.
  private let target: Program.Slot
  private let dependents: Set<Program.Slot>

  init(_ program: Program, for target: Program.Slot) {
    self.program = program
    self.target = target
    var dependents: Set<Program.Slot> = [target]
    for slot in program.definitions
    where program.reads(of: slot).contains(where: dependents.contains) {
      dependents.insert(slot)
    }
    self.dependents = dependents
  }

  func alternatives(to name: String) -> [(name: String, cost: Double)] {
    guard let slot = program.slot(named: name), let layered = LayeredName(name) else { return [] }
    var found: [(name: String, cost: Double)] = []
    for other in layered.neighbours {
      guard let candidate = program.slot(named: other.name), candidate != slot,
        program.shape(of: candidate) == program.shape(of: slot),
        !dependents.contains(candidate),
        !found.contains(where: { $0.name == other.name })
      else { continue }
      found.append(other)
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
    guard let inputs = program.slot(named: "X"), program.isInput(inputs),
      case .matrix(_, let columns) = program.shape(of: inputs), columns > 1
    else { return nil }
    return columns
  }

  /// f′(z) for every activation a = f(z) that the formula uses but whose derivative it has not.
  private func derivatives(
    _ formula: Expression, _ shape: Shape
  ) -> [(factor: Expression, cost: Double)] {
    let text = formula.text
    return formula.names.compactMap { name in
      guard let slot = program.slot(named: name), program.shape(of: slot) == shape,
        let definition = program.formula(of: slot)?.expression,
        case .call(let function, let arguments) = definition.node, function.hasDerivative,
        function != .identity
      else { return nil }
      let derivative = Expression(.derivative(function, arguments[0]))
      return text.contains(derivative.text) ? nil : (derivative, 1.1)
    }
  }

  /// The values a bias gradient might be multiplied by: activations of its shape, entries of x.
  private func inputs(_ shape: Shape) -> [(factor: Expression, cost: Double)] {
    var result: [(factor: Expression, cost: Double)] = []
    for slot in program.inputs + program.definitions where !dependents.contains(slot) {
      let name = program.name(of: slot)
      guard let layered = LayeredName(name), layered.isActivation else { continue }
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

/// A name with a layer in it: `W2`, `a1`, `delta3`, `Z1_new`, or the input x.
struct LayeredName {
  private let stem: String
  private let layer: Int
  private let suffix: String

  init?(_ name: String) {
    let isUpdated = name.hasSuffix("_new")
    let core = isUpdated ? String(name.dropLast(4)) : name
    let digits = core.reversed().prefix { $0.isNumber }
    suffix = isUpdated ? "_new" : ""
    if core == "x" || core == "X" {
      // The input is the activation of layer 0.
      stem = core == "x" ? "a" : "A"
      layer = 0
      return
    }
    guard !digits.isEmpty, let layer = Int(String(digits.reversed())) else { return nil }
    stem = String(core.dropLast(digits.count))
    self.layer = layer
  }

  var isActivation: Bool { ["a", "A"].contains(stem) && suffix.isEmpty }

  /// The names that might be confused with this one, the likeliest first.
  var neighbours: [(name: String, cost: Double)] {
    var result: [(name: String, cost: Double)] = []
    let other = ["z": "a", "a": "z", "Z": "A", "A": "Z"][stem]
    if let other, layer > 0 { result.append((spelled(other, layer, suffix), 1)) }
    if layer > 0 {
      result.append((spelled(stem, layer, suffix.isEmpty ? "_new" : ""), 1.1))
    }
    for distance in 1...6 {
      let cost = distance == 1 ? 1 : 1.2 + 0.1 * Double(distance)
      result.append((spelled(stem, layer - distance, suffix), cost))
      result.append((spelled(stem, layer + distance, suffix), cost))
    }
    if let other {
      // z of the next layer up, a of the one below.
      result.append((spelled(other, layer - 1, suffix), 1.4))
      result.append((spelled(other, layer + 1, suffix), 1.4))
    }
    return result
  }

  private func spelled(_ stem: String, _ layer: Int, _ suffix: String) -> String {
    layer == 0 && ["a", "A"].contains(stem) ? (stem == "a" ? "x" : "X") : "\(stem)\(layer)\(suffix)"
  }
}
