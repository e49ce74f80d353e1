import Diagnosis
import Exercises
import Formulas
import Numerics

/// Where the formulas of one task are tried: the sample points, and the key's values there.
struct FormulaBench: Sendable {
  let points: FormulaPoints
  /// The key at each point; nil where it is not finite.
  let key: [Tensor?]
  let keyShape: Shape
  let tolerance: Tolerance
  let also: [FormulaTrial]
  package let mistakes: [FormulaTrial]
  /// The number whose derivative is asked for, where there is one.
  let function: FormulaTrial?
  let writer: FormulaWriter
  /// What people write in the place of the key.
  let space: FormulaSpace
  let builder: ProgramBuilder
  let inputs: FormulaTrial.Inputs
  /// The names of functions beside those of the language.
  let functions: [String]

  /// How exact a formula must be that does not say so: rounding apart, it is the same or it is not.
  private static let closeness = Tolerance.both(absolute: 1e-9, relative: 1e-7)

  /// - Throws: Why one of the task's own formulas cannot be compiled.
  init(_ task: FormulaTask, in exercise: Exercise) throws(FormulaError) {
    var builder = ProgramBuilder(indexBase: exercise.indexBase)
    let variables = task.variables.map { builder.input($0.name, $0.shape) }
    let constants = task.functions.flatMap { builder.smoothFunction($0) }
    var givens: [(slot: Program.Slot, value: Tensor)] = []
    for given in exercise.givens {
      let name = exercise.program.name(of: given.slot)
      if builder.slot(named: name) != nil { continue }
      let slot = builder.input(name, given.value.shape, knownValue: given.value)
      givens.append((slot, given.value))
    }
    self.builder = builder
    functions = task.functions
    inputs = FormulaTrial.Inputs(variables: variables, constants: constants, givens: givens)
    points = FormulaPoints(of: task.sampled, seededBy: "\(task.exercise)/\(task.name)")
    writer = FormulaWriter(builder.build())
    space = try FormulaSpace(task, builder, inputs)
    var reference = try FormulaTrial(task.reference, builder, inputs)
    keyShape = reference.shape
    let points = self.points.points
    key = points.map { point in
      let value = reference.value(at: point)
      return value.isFinite ? value : nil
    }
    also = try FormulaBench.trials(task.also, builder, inputs)
    mistakes = try FormulaBench.trials(task.mistakes, builder, inputs)
    if let slope = task.slope {
      function = try FormulaTrial(slope.function, builder, inputs)
    } else {
      function = nil
    }
    tolerance = task.tolerance ?? FormulaBench.tolerance(for: key)
  }

  private static func trials(
    _ alternatives: [FormulaTask.Alternative], _ builder: ProgramBuilder,
    _ inputs: FormulaTrial.Inputs
  ) throws(FormulaError) -> [FormulaTrial] {
    var trials: [FormulaTrial] = []
    for alternative in alternatives {
      trials.append(try FormulaTrial(alternative.formula, builder, inputs))
    }
    return trials
  }

  /// An absolute bound must not let 0 pass for a key of tiny numbers.
  private static func tolerance(for key: [Tensor?]) -> Tolerance {
    let scale = key.reduce(0.0) { max($0, $1?.scale ?? 0) }
    guard scale > 0, scale < 1 else { return closeness }
    return .both(absolute: 1e-9 * scale, relative: 1e-7)
  }

  /// A formula made ready to be tried here.
  func trial(_ formula: Formula) throws(FormulaError) -> FormulaTrial {
    try FormulaTrial(formula, builder, inputs)
  }

  /// The number of points at which the key is finite.
  var validPoints: Int { key.count { $0 != nil } }

  /// Whether the key is the same everywhere, so that one value of it is the answer.
  var isKeyConstant: Bool {
    let values = key.compactMap { $0 }
    guard let first = values.first else { return true }
    return values.allSatisfy { agrees($0, with: first) }
  }

  func agrees(_ value: Tensor, with other: Tensor) -> Bool {
    value.shape == other.shape
      && value.entries.indices.allSatisfy { tolerance.accepts(value[$0], for: other[$0]) }
  }
}

/// The bench of a task, made when it is first needed and kept for the next submission.
///
/// Markers on several threads share it; where every student has other givens it is made anew.
final class FormulaBenches: Sendable {
  private let last = Kept<(givens: [Tensor], bench: FormulaBench)?>(nil)

  func bench(for task: FormulaTask, in exercise: Exercise) -> FormulaBench? {
    let givens = exercise.givens.map { $0.value }
    if let known = last.update({ $0 }), known.givens == givens { return known.bench }
    guard let bench = try? FormulaBench(task, in: exercise) else { return nil }
    last.update { $0 = (givens, bench) }
    return bench
  }
}
