import Formulas
import LocatedJSON

extension ValueTable {
  /// Notes which names the steps will define, and which of the network's they define anew.
  mutating func noteSteps(_ notes: [StepNote]) {
    for note in notes {
      if let formula = note.formula, isNetworkValue(note.canonicalName),
        overridingFormulas[note.canonicalName] == nil
      {
        overridingFormulas[note.canonicalName] = formula
      }
      builder.laterNames.insert(note.canonicalName)
    }
    builder.laterNames.formUnion(helpers.map { $0.canonicalName })
    builder.laterNames.formUnion((network?.definitions ?? []).map { $0.name })
  }

  /// Notes the names of steps that could not be read, which later formulas may well use.
  mutating func noteBrokenSteps(_ items: [LocatedValue]) {
    for item in items {
      guard let name = item["name"].flatMap(LocatedString.init(json:)) else { continue }
      let canonical = Formula.canonicalName(name.text)
      if !builder.laterNames.contains(canonical) { brokenNames.insert(canonical) }
    }
  }

  /// Defines the values of the network, which stands at `place` in the file.
  mutating func defineNetwork(at place: Range<Int>) {
    placeHelpers()
    for definition in network?.definitions ?? [] {
      let own = overridingFormulas[definition.name]
      if own != nil { placeHelpers() }
      let isDefined =
        if let own {
          redefine(definition.name, definition.formula, own)
        } else {
          define(definition, at: place)
        }
      if isDefined, let slot = builder.slot(named: definition.name) {
        quantities.enter(definition.quantity, for: slot)
      } else {
        brokenNames.insert(definition.name)
      }
    }
    placeHelpers()
  }

  /// Defines a value of the network by the formula of its expansion; false where it cannot be.
  private mutating func define(
    _ definition: NetworkExpansion.Definition, at place: Range<Int>
  ) -> Bool {
    guard let formula = try? Formula(definition.formula) else { return false }
    do {
      try builder.define(
        definition.name, formula, exact: definition.exact.flatMap { try? Formula($0) })
      return true
    } catch {
      if !usesBrokenNames(formula) {
        report.report(
          "the network's '\(definition.name)' cannot be computed: \(error.message)", at: place)
      }
      return false
    }
  }

  /// Defines a value of the network by a step's own formula; false where it is of another shape.
  private mutating func redefine(_ name: String, _ text: String, _ own: LocatedString) -> Bool {
    var expansion = builder
    let expected = (try? Formula(text)).flatMap { try? expansion.side($0) }
      .map { expansion.shape(of: $0) }
    guard let slot = define(name, own) else { return false }
    let shape = builder.shape(of: slot)
    guard let expected, expected != shape else { return true }
    report.report(
      "'\(name)' is a value of the network block, \(expected), but the formula gives \(shape); a "
        + "value of your own needs another name", at: own.range)
    return false
  }

  /// Defines a value by a formula of the file; nil, with a problem reported, where it cannot be.
  mutating func define(_ name: String, _ text: LocatedString) -> Program.Slot? {
    guard let formula = formula(text) else { return nil }
    if formula.expression.names.contains(Formula.canonicalName(name)) {
      report.report("'\(name)' is defined in terms of itself", at: text.range)
      return nil
    }
    do {
      return try builder.define(name, formula)
    } catch {
      complain(error, text, formula)
      return nil
    }
  }

  /// Compiles a formula of the file that is evaluated on request.
  mutating func side(_ text: LocatedString) -> (formula: Formula, slot: Program.Slot)? {
    guard let formula = formula(text) else { return nil }
    do {
      return (formula, try builder.side(formula))
    } catch {
      complain(error, text, formula)
      return nil
    }
  }

  package func formula(_ text: LocatedString) -> Formula? {
    do {
      return try Formula(text.text)
    } catch {
      report.report(error.message, at: report.range(error.range, in: text))
      return nil
    }
  }

  /// Reports an error, unless it only follows from another that has been reported.
  func complain(_ error: FormulaError, _ text: LocatedString, _ formula: Formula) {
    if usesBrokenNames(formula) { return }
    report.report(error.message, at: report.range(error.range, in: text))
  }

  /// Whether a formula uses a name that is broken, or a helper that waits for one.
  private func usesBrokenNames(_ formula: Formula) -> Bool {
    var reached: Set<String> = []
    var waiting = formula.expression.names
    while let name = waiting.popLast() {
      guard reached.insert(name).inserted else { continue }
      if brokenNames.contains(name) { return true }
      guard let helper = helpers.first(where: { $0.canonicalName == name }) else { continue }
      let isBroken = helper.uses.contains {
        builder.slot(named: $0) == nil && !builder.laterNames.contains($0)
      }
      if isBroken { return true }
      waiting += helper.uses
    }
    return false
  }
}
