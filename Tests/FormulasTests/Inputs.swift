import Formulas

/// Named values for a test, each written in the formula language.
struct Inputs: ExpressibleByDictionaryLiteral, Sendable {
  let values: [(name: String, text: String)]

  init(dictionaryLiteral elements: (String, String)...) {
    values = elements.map { ($0, $1) }
  }

  init(_ values: [String: String]) {
    self.values = values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A builder in which the names are declared.
  func builder(indexBase: Int = 1) throws -> ProgramBuilder {
    var builder = ProgramBuilder(indexBase: indexBase)
    for (name, text) in values {
      let value = try tensor(text)
      builder.input(name, value.shape, knownValue: value)
    }
    return builder
  }

  /// An evaluation in which the names have their values; nothing has been run.
  func evaluation(of program: Program) throws -> Evaluation {
    var evaluation = Evaluation(program)
    for (slot, (_, text)) in zip(program.inputs, values) {
      evaluation.set(slot, to: try tensor(text))
    }
    return evaluation
  }

  /// An evaluation of definitions, after a run, and the places of all names.
  func defining(
    _ definitions: [(String, String)], indexBase: Int = 1
  ) throws -> (evaluation: Evaluation, slots: [String: Program.Slot]) {
    var builder = try builder(indexBase: indexBase)
    for (name, formula) in definitions { try builder.define(name, Formula(formula)) }
    let program = builder.build()
    var evaluation = try evaluation(of: program)
    evaluation.run()
    let slots = (program.inputs + program.definitions).map { (program.name(of: $0), $0) }
    return (evaluation, Dictionary(uniqueKeysWithValues: slots))
  }

  /// The value of a formula over the names.
  func value(of formula: String, indexBase: Int = 1) throws -> Tensor {
    var builder = try builder(indexBase: indexBase)
    let slot = try builder.side(Formula(formula))
    var evaluation = try evaluation(of: builder.build())
    evaluation.run(slot)
    return evaluation.value(of: slot)
  }
}

/// The value that a text of the formula language stands for.
func tensor(_ text: String) throws -> Tensor {
  var builder = ProgramBuilder()
  let slot = try builder.side(Formula(text))
  var evaluation = Evaluation(builder.build())
  evaluation.run(slot)
  return evaluation.value(of: slot)
}

/// Whether two values have one shape and entries within `tolerance`, relative to those above 1.
func isClose(_ left: Tensor, _ right: Tensor, within tolerance: Double) -> Bool {
  left.shape == right.shape
    && zip(left.entries, right.entries).allSatisfy {
      abs($0 - $1) <= tolerance * max(1, abs($1))
    }
}

/// What is said of a formula that cannot be read or compiled, or nil where nothing is wrong.
func complaint(_ formula: String, _ inputs: Inputs = [:], indexBase: Int = 1) throws -> String? {
  do {
    _ = try inputs.value(of: formula, indexBase: indexBase)
    return nil
  } catch let error as FormulaError {
    return error.description
  }
}
