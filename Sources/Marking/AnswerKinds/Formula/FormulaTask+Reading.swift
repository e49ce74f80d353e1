import Exercises
import Formulas
import LocatedJSON

extension FormulaTask {
  /// Reads what the step asks for; nil, with problems reported, where it cannot be read.
  package init?(_ reading: StepReading) {
    let variables = FormulaTask.variables(reading)
    let text: LocatedString? = reading.object.required(FormulaKeys.formula)
    let tolerance = reading.ownTolerance
    let form = FormulaTask.form(reading)
    guard let variables, let text,
      let functions = FormulaTask.functions(reading, besides: variables)
    else { return nil }
    var scope = Scope(reading, variables, functions)
    let reference = scope.formula(text)
    let also = scope.alternatives(StepKeys.also, credit: 1)
    let mistakes = scope.alternatives(StepKeys.mistakes, credit: 0)
    let slope = scope.slope(shape: reference?.shape)
    guard let reference else { return nil }
    self.init(
      name: reading.heading.name, exercise: reading.exercise, equation: reading.heading.equation,
      variables: variables, functions: functions, reference: reference.formula, place: text.range,
      also: also,
      mistakes: mistakes, form: form, tolerance: tolerance, slope: slope)
  }

  // MARK: Variables

  private static func variables(_ reading: StepReading) -> [FormulaVariable]? {
    let report = reading.report
    guard let value = reading.object.requiredValue(FormulaKeys.variables) else { return nil }
    guard case .object(let members) = value.kind, !members.isEmpty else {
      report.report(.noVariables, at: value)
      return nil
    }
    var names: Set<String> = []
    let read = members.map { member -> FormulaVariable? in
      let name = Formula.canonicalName(member.name)
      guard Formula.isName(member.name), Function(rawValue: name)?.isReserved != true,
        !["grad", "numgrad"].contains(name)
      else {
        report.report("'\(member.name)' cannot be the name of a variable", at: member.nameRange)
        return nil
      }
      guard names.insert(name).inserted else {
        report.report("'\(member.name)' is a variable already", at: member.nameRange)
        return nil
      }
      return variable(name, member, report)
    }
    let variables = read.compactMap { $0 }
    return variables.count == read.count ? variables : nil
  }

  private static func variable(
    _ name: String, _ member: LocatedMember, _ report: ProblemReport
  ) -> FormulaVariable? {
    guard
      let object = ObjectReader(
        member.value, describing: "a variable", keys: FormulaKeys.variable, report: report)
    else { return nil }
    let sizes: [Int]? = object.optionalArray(FormulaKeys.shape)
    let isWhole: Bool = object.optional(FormulaKeys.integer) ?? false
    guard let shape = Shape(sizes: sizes ?? []), shape.isSmall else {
      report.report(.variableShape, at: object.value(FormulaKeys.shape)?.range ?? object.range)
      return nil
    }
    if let place = object.value(FormulaKeys.values) {
      guard let list: [Double] = object.optionalArray(FormulaKeys.values) else { return nil }
      let isAlone = object.members.allSatisfy {
        [FormulaKeys.values.name, FormulaKeys.shape.name].contains($0.name)
      }
      guard !list.isEmpty, isAlone else {
        report.report(.valuesAlone, at: place)
        return nil
      }
      return FormulaVariable(name: name, shape: shape, values: .listed(list))
    }
    let lower: Double? = object.required(FormulaKeys.from)
    let upper: Double? = object.required(FormulaKeys.to)
    guard let lower, let upper else { return nil }
    let isRange = lower < upper && abs(lower) <= 1e9 && abs(upper) <= 1e9
    guard isRange, !isWhole || lower.rounded(.up) <= upper.rounded(.down) else {
      report.report(.emptyRange, at: object.value(FormulaKeys.from)?.range ?? object.range)
      return nil
    }
    return FormulaVariable(
      name: name, shape: shape, values: .interval(from: lower, to: upper, isWhole: isWhole))
  }

  /// The names of functions, as formulas know them.
  private static func functions(
    _ reading: StepReading, besides variables: [FormulaVariable]
  ) -> [String]? {
    guard reading.object.value(FormulaKeys.functions) != nil else { return [] }
    guard let names: [LocatedString] = reading.object.optionalArray(FormulaKeys.functions) else {
      return nil
    }
    var functions: [String] = []
    for name in names {
      let canonical = Formula.canonicalName(name.text)
      let isTaken =
        Function(rawValue: canonical) != nil || ["grad", "numgrad"].contains(canonical)
        || functions.contains(canonical) || variables.contains { $0.name == canonical }
      guard Formula.isName(name.text), !isTaken else {
        reading.report.report(
          "'\(name.text)' cannot be the name of a function here", at: name.range)
        return nil
      }
      functions.append(canonical)
    }
    return functions
  }

  private static func form(_ reading: StepReading) -> Form? {
    guard let value = reading.object.value(FormulaKeys.form),
      let object = ObjectReader(
        value, describing: "'form'", keys: FormulaKeys.forms, report: reading.report),
      let operators: Int = object.required(FormulaKeys.operators)
    else { return nil }
    let credit: Double = object.optional(AlternativeKeys.credit) ?? 0.5
    guard operators >= 0, (0...1).contains(credit) else {
      reading.report.report(.badForm, at: value)
      return nil
    }
    return Form(operators: operators, credit: credit, place: value.range)
  }
}

extension Shape {
  fileprivate var isSmall: Bool {
    // Sizes may be so large that their product is no whole number of the machine.
    sizes.allSatisfy { $0 <= FormulaVariable.mostEntries } && count <= FormulaVariable.mostEntries
  }
}

// MARK: - Messages

extension String {
  fileprivate static let noVariables =
    "'variables' must be an object of names and values: {\"a\": {\"from\": 0.05, \"to\": 0.95}}"
  fileprivate static let variableShape =
    "a shape is [] for a number, [n] for a vector or [rows, columns] for a matrix, of at most "
    + "\(FormulaVariable.mostEntries) entries"
  fileprivate static let valuesAlone =
    "'values' is a list of at least one number, without 'from', 'to' or 'integer' beside it"
  fileprivate static let emptyRange =
    "'from' must be less than 'to', with a value between them, and both within a billion"
  fileprivate static let badForm =
    "'form' has 'operators', which is not negative, and 'credit' from 0 to 1"
}
