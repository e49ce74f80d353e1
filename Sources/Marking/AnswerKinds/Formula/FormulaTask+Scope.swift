import Exercises
import Formulas
import LocatedJSON

extension FormulaTask {
  /// The names that formulas of a step may use while the step is read.
  struct Scope {
    private let reading: StepReading
    private var builder: ProgramBuilder
    private let functions: [String]

    /// The variables and functions, and the given values of other names.
    init(_ reading: StepReading, _ variables: [FormulaVariable], _ functions: [String]) {
      self.reading = reading
      self.functions = functions
      builder = ProgramBuilder(indexBase: reading.builder.indexBase)
      for variable in variables { builder.input(variable.name, variable.shape) }
      for name in functions { _ = builder.smoothFunction(name) }
      let program = reading.builder.build()
      for given in reading.givens {
        let name = program.name(of: given.slot)
        if builder.slot(named: name) != nil { continue }
        builder.input(name, given.value.shape, knownValue: given.value)
      }
    }

    /// Compiles a formula of the file; nil, with a problem reported, where that cannot be done.
    package mutating func formula(_ text: LocatedString) -> (formula: Formula, shape: Shape)? {
      guard let formula = reading.formula(text, functions: functions) else { return nil }
      do {
        let slot = try builder.side(formula)
        return (formula, builder.shape(of: slot))
      } catch {
        reading.complain(error, text)
        return nil
      }
    }

    mutating func alternatives(_ key: Key, credit defaultCredit: Double) -> [Alternative] {
      var result: [Alternative] = []
      for item in reading.items(key) {
        guard
          let object = ObjectReader(
            item, describing: "an entry of '\(key.name)'", keys: AlternativeKeys.all,
            report: reading.report),
          let text: LocatedString = object.required(AlternativeKeys.formula),
          let says: String = object.required(AlternativeKeys.says)
        else { continue }
        let credit: Double = object.optional(AlternativeKeys.credit) ?? defaultCredit
        if !(0...1).contains(credit) {
          reading.report.report(
            "'credit' must be from 0 to 1",
            at: object.value(AlternativeKeys.credit)?.range ?? object.range)
        }
        guard let (formula, _) = formula(text) else { continue }
        result.append(
          Alternative(formula: formula, says: says, credit: credit, place: text.range))
      }
      return result
    }

    /// - Parameter shape: The shape of the reference, which must be that of the variable.
    mutating func slope(shape: Shape?) -> Slope? {
      guard let value = reading.object.value(FormulaKeys.slope),
        let object = ObjectReader(
          value, describing: "'slope'", keys: FormulaKeys.slopes, report: reading.report),
        let function: LocatedString = object.required(FormulaKeys.of),
        let name: LocatedString = object.required(FormulaKeys.by),
        let (formula, functionShape) = formula(function)
      else { return nil }
      let variable = Formula.canonicalName(name.text)
      guard let slot = builder.slot(named: variable), isVariable(variable) else {
        reading.report.report("'\(name.text)' is not one of the variables", at: name.range)
        return nil
      }
      guard functionShape == .scalar else {
        reading.report.report(
          "only a number has slopes, but this is \(functionShape)", at: function.range)
        return nil
      }
      if let shape, shape != builder.shape(of: slot) {
        reading.report.report(
          "the formula is \(shape), but its derivative by '\(variable)' is "
            + "\(builder.shape(of: slot))", at: name.range)
        return nil
      }
      return Slope(function: formula, variable: variable, place: value.range)
    }

    private func isVariable(_ name: String) -> Bool {
      guard case .object(let members)? = reading.object.value(FormulaKeys.variables)?.kind else {
        return false
      }
      return members.contains { Formula.canonicalName($0.name) == name }
    }
  }
}
