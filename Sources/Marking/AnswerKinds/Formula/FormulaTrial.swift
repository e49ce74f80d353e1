import Formulas
import Numerics

/// A compiled formula that is evaluated at one point after another.
struct FormulaTrial: Sendable {
  /// Where the values of a point belong.
  struct Inputs: Sendable {
    let variables: [Program.Slot]
    /// The constants of smooth functions, which a point has behind the variables.
    let constants: [Program.Slot]
    let givens: [(slot: Program.Slot, value: Tensor)]

    /// What a point has values for.
    var sampled: [Program.Slot] { variables + constants }
  }

  let shape: Shape
  private let slot: Program.Slot
  private let inputs: Inputs
  private var evaluation: Evaluation

  /// The most operations an answer may take at a point; the longest sensible ones take thousands.
  static let mostWork = Limits.typedFormula

  /// - Throws: What the formula does not fit, or that it takes too long.
  init(_ formula: Formula, _ builder: ProgramBuilder, _ inputs: Inputs) throws(FormulaError) {
    var builder = builder
    let slot = try builder.side(formula)
    let program = builder.build()
    guard program.work(of: slot) <= FormulaTrial.mostWork else {
      throw FormulaError("this takes more work than any answer here needs", at: 0..<1)
    }
    self.slot = slot
    self.inputs = inputs
    evaluation = Evaluation(program)
    shape = program.shape(of: slot)
    for (slot, value) in inputs.givens { evaluation.set(slot, to: value) }
  }

  mutating func value(at point: [Tensor]) -> Tensor {
    place(point)
    return evaluation.value(of: slot)
  }

  /// The slopes of the formula, a number, by a variable.
  mutating func differences(by variable: Int, at point: [Tensor]) -> Differences {
    place(point)
    return evaluation.differences(of: slot, by: inputs.variables[variable])
  }

  private mutating func place(_ point: [Tensor]) {
    for (slot, value) in zip(inputs.sampled, point) { evaluation.set(slot, to: value) }
    evaluation.run(slot)
  }
}
