import Formulas
import Numerics

/// Looks for numbers on which an exercise asks less than it should.
///
/// A unit on ReLU's kink has no derivative, a saturated one a vanishing derivative; and where two
/// steps have one value, nobody can tell whether the right one was worked out.
struct DegeneracyCensus {
  /// A unit whose activation function is used somewhere in the exercise.
  private struct Unit {
    let name: String
    let function: Function
    /// The argument of the function.
    let slot: Program.Slot
    let place: Range<Int>
  }

  private let units: [Unit]
  private let pairs: [(first: ValueStep, second: ValueStep)]
  private var evaluation: Evaluation

  /// How near to a kink is too near.
  private static let margin = 1e-6
  /// Beyond ln(10⁶ − 1), σ is within 10⁻⁶ of its limits.
  private static let largestSigmoid = 13.815509557963773
  /// Beyond ln(2·10⁶ − 1) / 2, tanh is within 10⁻⁶ of its limits.
  private static let largestTanh = 7.254328619262047

  init(_ exercise: Exercise) {
    var builder = exercise.builder
    var units: [Unit] = []
    for slot in exercise.program.definitions {
      guard let formula = exercise.program.formula(of: slot)?.expression else { continue }
      let place = DegeneracyCensus.place(of: slot, in: exercise)
      for (function, argument) in formula.activations
      where !units.contains(where: { $0.name == argument.text && $0.function == function }) {
        guard let side = try? builder.side(Formula(argument)) else { continue }
        units.append(Unit(name: argument.text, function: function, slot: side, place: place))
      }
    }
    self.units = units
    pairs = DegeneracyCensus.pairs(exercise)
    evaluation = Evaluation(builder.build())
  }

  /// What is degenerate about the numbers of a variant.
  mutating func findings(about variant: Exercise) -> [VerificationFinding] {
    var found: [VerificationFinding] = []
    var known: Set<VerificationFinding.Identity> = []
    for given in variant.givens { evaluation.set(given.slot, to: given.value) }
    for draw in 0..<(variant.choices.isEmpty ? 1 : 3) {
      for (slot, value) in variant.drawnChoices(draw) { evaluation.set(slot, to: value) }
      evaluation.run()
      let findings =
        units.compactMap { finding(about: $0, variant.indexBase) }
        + pairs.compactMap { finding(about: $0, $1) }
      found += findings.filter { known.insert($0.identity).inserted }
    }
    return found
  }

  private mutating func finding(about unit: Unit, _ indexBase: Int) -> VerificationFinding? {
    evaluation.run(unit.slot)
    let value = evaluation.value(of: unit.slot)
    let entry = value.entries.firstIndex {
      DegeneracyCensus.isDegenerate($0, under: unit.function)
    }
    guard let entry else { return nil }
    let index = value.indices(at: entry, from: indexBase)
    let label = unit.name + (index.isEmpty ? "" : index.inBrackets)
    let number = Tensor(value[entry]).inDecimals
    let isLimit = unit.function == .sigmoid || unit.function == .tanh
    return VerificationFinding(
      isLimit ? .unitSaturated : .unitOnKink, [unit.function.rawValue, unit.name],
      at: unit.place,
      says: isLimit
        ? .saturated(unit.function, label, number) : .onKink(unit.function, label, number))
  }

  private static func isDegenerate(_ argument: Double, under function: Function) -> Bool {
    switch function {
    case .sigmoid: abs(argument) > largestSigmoid
    case .tanh: abs(argument) > largestTanh
    default: abs(argument) < margin
    }
  }

  // MARK: Steps with one value

  private func finding(
    about first: ValueStep, _ second: ValueStep
  ) -> VerificationFinding? {
    let (value, other) = (evaluation.value(of: first.slot), evaluation.value(of: second.slot))
    let isAlike = zip(value.entries, other.entries).allSatisfy {
      second.tolerance.accepts($0, for: $1)
    }
    if !isAlike { return nil }
    return VerificationFinding(
      .stepsAlike, [first.name, second.name], at: second.place,
      says: .alike(second.name, first.name))
  }

  /// The steps that may not have one value.
  private static func pairs(_ exercise: Exercise) -> [(first: ValueStep, second: ValueStep)] {
    let (steps, program) = (exercise.valueSteps, exercise.program)
    return steps.indices.flatMap { index in
      steps[..<index].filter { earlier in
        program.shape(of: earlier.slot) == program.shape(of: steps[index].slot)
          && !passes(earlier.name, to: steps[index], program)
      }.map { (first: $0, second: steps[index]) }
    }
  }

  /// Whether a step lets some values of an earlier one through as they are, as ReLU and its like do.
  private static func passes(_ name: String, to step: ValueStep, _ program: Program) -> Bool {
    guard
      case .call(let function, let arguments)? = program.formula(of: step.slot)?.expression.node,
      case .name(name)? = arguments.first?.node
    else { return false }
    return [.relu, .leakyRelu, .elu, .abs].contains(function)
  }

  /// Where a value is asked for, or else what is drawn first.
  private static func place(of slot: Program.Slot, in exercise: Exercise) -> Range<Int> {
    exercise.valueSteps.first { $0.slot == slot }?.place ?? exercise.draws.first?.place ?? 0..<0
  }
}

extension Expression {
  /// The uses of functions with a kink or a limit, with their arguments.
  fileprivate var activations: [(function: Function, argument: Expression)] {
    let own: [(function: Function, argument: Expression)] =
      switch node {
      case .call(let function, let arguments)
      where [.relu, .leakyRelu, .abs, .sigmoid, .tanh].contains(function):
        [(function, arguments[0])]
      case .derivative(let function, let argument)
      where [.relu, .leakyRelu, .sigmoid, .tanh].contains(function):
        [(function, argument)]
      default: []
      }
    return own + children.flatMap { $0.activations }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func onKink(_ function: Function, _ label: String, _ value: String) -> String {
    "a unit lies on the kink of \(function.rawValue), where it has no derivative: "
      + "\(label) is \(value)"
  }

  fileprivate static func saturated(
    _ function: Function, _ label: String, _ value: String
  ) -> String {
    "a unit is saturated, so that the derivative of \(function.rawValue) vanishes: "
      + "\(label) is \(value)"
  }

  fileprivate static func alike(_ name: String, _ other: String) -> String {
    "'\(name)' and '\(other)' come to the same value, so that one answer would pass for the other"
  }
}
