import Backpropagation
import Formulas

/// Formulas over a function's parameters, evaluated on one set of arguments after the other.
///
/// Shapes may differ from case to case, so a formula is compiled once for each set of shapes.
package struct FormulaKey {
  private let parameters: [Signature.Parameter]
  private let base: Int
  private var programs: [Layout: Compiled] = [:]

  /// What a formula is compiled for: the formula and the shapes of everything it may use.
  private struct Layout: Hashable {
    let formula: Formula
    let shapes: [Shape]
    /// Numbers may be sizes or indices, which are known when a formula is compiled.
    package let numbers: [Double]
  }

  private struct Compiled {
    let program: Program
    let slot: Program.Slot
  }

  package init(parameters: [Signature.Parameter], indexBase: Int) {
    self.parameters = parameters
    base = indexBase
  }

  /// The value of a formula on some arguments, and perhaps on what came back.
  ///
  /// - Parameter results: Further names with their values.
  /// - Throws: What keeps the formula from being computed: its place, or that an argument is no
  ///   number, vector or matrix.
  package mutating func value(
    of formula: Formula, _ arguments: [FunctionValue],
    results: [(name: String, value: FunctionValue)] = []
  ) throws(FormulaError) -> Tensor {
    var names: [String] = []
    var tensors: [Tensor] = []
    let used = formula.expression.names
    let known = zip(parameters, arguments).map { ($0.name, $1) } + results
    for (name, value) in known where used.contains(Formula.canonicalName(name)) {
      guard let tensor = value.tensor else {
        throw FormulaError(.noTensor(name), at: 0..<formula.text.unicodeScalars.count)
      }
      names.append(name)
      tensors.append(tensor)
    }
    let numbers = tensors.filter { $0.shape == .scalar }.map { $0[0] }
    let isSized = formula.text.contains { "[(".contains($0) } && !numbers.isEmpty
    let layout = Layout(
      formula: formula, shapes: tensors.map { $0.shape }, numbers: isSized ? numbers : [])
    let compiled: Compiled
    if let kept = programs[layout] {
      compiled = kept
    } else {
      compiled = try compile(formula, names, tensors)
      if programs.count >= FormulaKey.mostPrograms { programs.removeAll() }
      programs[layout] = compiled
    }
    var evaluation = Evaluation(compiled.program)
    for (name, tensor) in zip(names, tensors) {
      if let slot = compiled.program.slot(named: name) { evaluation.set(slot, to: tensor) }
    }
    evaluation.run(compiled.slot)
    return evaluation.value(of: compiled.slot)
  }

  /// How many compiled formulas are kept.
  private static let mostPrograms = 64

  private func compile(
    _ formula: Formula, _ names: [String], _ tensors: [Tensor]
  ) throws(FormulaError) -> Compiled {
    var builder = ProgramBuilder(indexBase: base)
    for (name, tensor) in zip(names, tensors) {
      builder.input(name, tensor.shape, knownValue: tensor)
    }
    let slot = try builder.side(formula)
    return Compiled(program: builder.build(), slot: slot)
  }
}

extension String {
  fileprivate static func noTensor(_ name: String) -> String {
    "'\(name)' is empty, uneven or nested too deeply here to be used in a formula"
  }
}
