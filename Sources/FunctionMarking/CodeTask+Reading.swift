import Exercises
import Formulas
import LocatedJSON

extension CodeTask {
  /// The relative and absolute error that rounding may make in a function of some lines.
  static let usualTolerance = Tolerance.both(absolute: 1e-9, relative: 1e-7)

  /// Reads a step, reporting everything that is wrong with it.
  package init?(_ reading: StepReading) {
    let (object, report) = (reading.object, reading.report)
    guard let text: LocatedString = object.required(CodeKeys.function) else { return nil }
    let signature: Signature
    do throws(Signature.ReadingError) {
      signature = try Signature(reading: text.text)
    } catch {
      report.report(error.message, at: report.range(error.range, in: text))
      return nil
    }
    let reader = CodeTaskReader(reading, signature)
    reader.checkParameters(at: text.range)
    let key = reader.key()
    let inputs = reader.inputs()
    properties = reader.properties()
    mistakes = reader.mistakes()
    differences = reader.differences()
    ways = reader.ways()
    starter = object.value(CodeKeys.starter).flatMap { CodeStarter($0, report) }
    library = object.value(CodeKeys.library).map { ReadyFunction.all($0, report) } ?? []
    overflow = object.optional(CodeKeys.overflow)
    let isPartial: Bool? = object.optional(StepKeys.partial)
    allowsPartialCredit = isPartial ?? false
    slipCredit = reader.share(CodeKeys.slip, of: object) ?? 0
    tolerance = reading.ownTolerance ?? CodeTask.usualTolerance
    indexBase = reading.builder.indexBase
    self.signature = signature
    guard let key, let inputs else { return nil }
    self.key = key.key
    cases = CodeCases(inputs, key.key, signature, indexBase: indexBase, at: key.place)
  }
}

/// Reads the parts of a step that asks for a function.
private struct CodeTaskReader {
  let reading: StepReading
  package let signature: Signature
  /// The networks of a reference.
  let setting: NetworkSetting

  init(_ reading: StepReading, _ signature: Signature) {
    self.reading = reading
    self.signature = signature
    setting =
      reading.object.value(CodeKeys.network)
      .flatMap { NetworkSetting($0, report: reading.report) } ?? NetworkSetting()
  }

  private var object: ObjectReader { reading.object }
  private var report: ProblemReport { reading.report }

  /// Reports parameters that formulas cannot tell apart.
  func checkParameters(at place: Range<Int>) {
    let names = Dictionary(
      grouping: signature.parameters.map { $0.name }, by: Formula.canonicalName)
    for twins in names.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      report.report(
        "\(twins.map { "'\($0)'" }.joined(separator: " and ")) are one name in formulas",
        at: place)
    }
  }

  package func key() -> (key: CodeKey, place: Range<Int>)? {
    let formula = object.value(CodeKeys.formula)
    let reference: LocatedString? = object.optional(CodeKeys.reference)
    switch (formula, reference) {
    case (let value?, nil):
      if let network = object.value(CodeKeys.network) {
        report.report("'network' belongs to a 'reference'; a formula has none", at: network)
      }
      return formulas(value).map { (.formulas($0), value.range) }
    case (nil, let name?): return calculation(name).map { ($0, name.range) }
    case (nil, nil):
      report.report("a function needs the key 'formula' or 'reference'", at: object.range)
    case (let value?, _?):
      report.report("a function has a 'formula' or a 'reference', not both", at: value)
    }
    return nil
  }

  /// One formula for each part of the result.
  private func formulas(_ value: LocatedValue, mayNameOthers: Bool = false) -> [Formula]? {
    guard signature.isTuple else {
      guard let text = report.read(value, as: LocatedString.self, calling: "'formula'") else {
        return nil
      }
      return (mayNameOthers ? reading.formula(text) : formula(text)).map { [$0] }
    }
    guard case .object(let members) = value.kind else {
      let labels = signature.results.compactMap { $0.label }.map { "\"\($0)\": …" }
      report.report(
        "the result is a tuple, so write {\(labels.joined(separator: ", "))}", at: value)
      return nil
    }
    let labels = signature.results.compactMap { $0.label }
    for member in members where !labels.contains(member.name) {
      let near = Spelling.nearest(to: member.name, among: labels)
      report.report(
        "the result has no part '\(member.name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        at: member.nameRange)
    }
    var result: [Formula] = []
    for label in labels {
      guard let value = value[label] else {
        report.report("the part '\(label)' has no formula", at: value)
        continue
      }
      guard let text = report.read(value, as: LocatedString.self, calling: "'\(label)'") else {
        continue
      }
      if let formula = mayNameOthers ? reading.formula(text) : formula(text) {
        result.append(formula)
      }
    }
    return result.count == labels.count ? result : nil
  }

  /// Reads a formula over the parameters, and perhaps over what came back.
  private func formula(_ text: LocatedString, isOfResults: Bool = false) -> Formula? {
    guard let formula = reading.formula(text) else { return nil }
    let parameters = signature.parameters.map { $0.name }
    let results = isOfResults ? signature.results.map { $0.label ?? "result" } : []
    let known = Dictionary(grouping: parameters + results, by: Formula.canonicalName)
    for (name, range) in formula.expression.placedNames {
      let place = report.range(range, in: text)
      switch known[name]?.count {
      case 1: continue
      case nil:
        let near = Spelling.nearest(to: name, among: parameters + results)
        let advice =
          near.map { "did you mean '\($0)'?" }
          ?? "here are \((parameters + results).joined(separator: ", "))"
        report.report("unknown name '\(name)'; \(advice)", at: place)
      default:
        report.report(
          "'\(name)' is a parameter as well as a part of the result; give one another name",
          at: place)
      }
    }
    return formula
  }

  private func calculation(_ name: LocatedString) -> CodeKey? {
    guard let reference = CodeReferences.all.first(where: { $0.name == name.text }) else {
      let names = CodeReferences.all.map { $0.name }
      let advice =
        Spelling.nearest(to: name.text, among: names).map { "did you mean '\($0)'?" }
        ?? "there are \(names.joined(separator: ", "))"
      report.report("there is no reference '\(name.text)'; \(advice)", at: name.range)
      return nil
    }
    for need in reference.needs(setting) {
      let own = signature.parameters.first { $0.name == need.name }
      if own?.type != need.type {
        report.report(
          "\(reference.name) calculates from a parameter '\(need.name): \(need.type)'",
          at: name.range)
      }
    }
    let (types, own) = (
      Signature(name: "", parameters: [], result: reference.result(setting)).results
        .map { $0.type },
      signature.results.map { $0.type }
    )
    if types != own {
      report.report("\(reference.name) gives \(reference.result(setting))", at: name.range)
      return nil
    }
    return .reference(reference, setting)
  }

  // MARK: Inputs

  func inputs() -> [CodeInput]? {
    guard let value = object.requiredValue(CodeKeys.inputs) else { return nil }
    let items: [LocatedValue]
    switch value.kind {
    case .array(let list): items = list
    case .object: items = [value]
    default:
      report.report("'inputs' must be a list of cases such as {\"z\": [1, 2, 3]}", at: value)
      return nil
    }
    let read = items.map(input)
    let inputs = read.compactMap { $0 }
    guard inputs.count == read.count else { return nil }
    let count = inputs.reduce(0) { sum, input in
      if case .drawn(let random) = input { sum + random.count } else { sum + 1 }
    }
    if !(1...CodeCases.most).contains(count) {
      report.report("there must be 1 to \(CodeCases.most) inputs, not \(count)", at: value)
      return nil
    }
    return inputs
  }

  private func input(_ value: LocatedValue) -> CodeInput? {
    guard case .object(let members) = value.kind else {
      report.report("an input must be an object such as {\"z\": [1, 2, 3]}", at: value)
      return nil
    }
    if let random = value[CodeKeys.random.name], members.count == 1,
      !signature.parameters.contains(where: { $0.name == CodeKeys.random.name })
    {
      return RandomInputs(random, for: signature, setting, report: report).map { .drawn($0) }
    }
    for member in members { _ = signature.parameter(member.name, at: member.nameRange, report) }
    var arguments: [FunctionValue] = []
    for parameter in signature.parameters {
      guard let own = value[parameter.name] else {
        report.report("the input says nothing of '\(parameter.name)'", at: value)
        continue
      }
      let argument = FunctionValue(
        own, as: parameter.type, calling: "'\(parameter.name)'", report: report)
      if let argument { arguments.append(argument) }
    }
    return arguments.count == signature.parameters.count ? .listed(arguments) : nil
  }

  // MARK: Properties and mistakes

  package func properties() -> [CodeTask.Property] {
    items(CodeKeys.properties).compactMap { item in
      guard
        let object = ObjectReader(
          item, describing: "a property", keys: CodeKeys.propertyKeys, report: report),
        let text: LocatedString = object.required(CodeKeys.formula),
        let says: String = object.required(CodeKeys.says),
        let formula = formula(text, isOfResults: true)
      else { return nil }
      return CodeTask.Property(formula: formula, says: says, place: text.range)
    }
  }

  package func mistakes() -> [CodeTask.Mistake] {
    items(CodeKeys.mistakes).compactMap { item in
      guard
        let object = ObjectReader(
          item, describing: "a mistake",
          keys: CodeKeys.mistakeKeys, report: report),
        let value = object.requiredValue(CodeKeys.formula),
        let says: String = object.required(CodeKeys.says), let formulas = formulas(value)
      else { return nil }
      return CodeTask.Mistake(
        key: .formulas(formulas), says: says, credit: share(CodeKeys.credit, of: object) ?? 0,
        place: value.range)
    }
  }

  /// A share of the points, which is from 0 to 1.
  package func share(_ key: Key, of object: ObjectReader) -> Double? {
    let share: Double? = object.optional(key)
    if let share, !(0...1).contains(share) {
      report.report(
        "'\(key.name)' must be from 0 to 1", at: object.value(key)?.range ?? object.range)
    }
    return share
  }

  /// What the names in it stand for is known once all steps have been read.
  package func ways() -> [CodeTask.Way] {
    items(CodeKeys.ways).compactMap { item in
      formulas(item, mayNameOthers: true).map { CodeTask.Way(formulas: $0, place: item.range) }
    }
  }

  package func differences() -> CodeTask.DifferenceCheck? {
    guard let value = object.value(CodeKeys.differences),
      let own = ObjectReader(
        value, describing: "'differences'", keys: CodeKeys.differenceKeys, report: report),
      let of: String = own.required(CodeKeys.of), let by = own.requiredValue(CodeKeys.by)
    else { return nil }
    var pairs: [(part: String?, parameter: String)] = []
    switch by.kind {
    case .string(let parameter): pairs = [(nil, parameter)]
    case .object(let members):
      for member in members {
        if let name = report.read(member.value, as: String.self, calling: "'\(member.name)'") {
          pairs.append((member.name, name))
        }
      }
    default:
      report.report("'by' is a parameter, or an object of parts and parameters", at: by)
      return nil
    }
    return CodeTask.DifferenceCheck(loss: of, pairs: pairs, place: value.range)
  }

  private func items(_ key: Key) -> [LocatedValue] {
    guard let value = object.value(key) else { return [] }
    if case .array(let items) = value.kind { return items }
    report.report("'\(key.name)' must be a list", at: value)
    return []
  }
}

extension Expression {
  /// Every name that occurs, with its place in the formula's text.
  var placedNames: [(name: String, range: Range<Int>)] {
    if case .name(let name) = node { return [(name, range)] }
    return children.flatMap { $0.placedNames }
  }
}
