import Formulas
import LocatedJSON

extension ValueTable {
  mutating func noteHelpers(_ value: LocatedValue?) {
    guard let members = members(of: value, "'define'") else { return }
    for member in members where isNewName(member) {
      guard let formula = LocatedString(json: member.value) else {
        report.report("'\(member.name)' must be a formula in quotes", at: member.value)
        continue
      }
      let name = LocatedString(text: member.name, range: member.nameRange)
      if helpers.contains(where: { $0.name.text == name.text }) { continue }
      helpers.append((name, formula))
    }
  }

  /// Notes which names the steps will define, and which of the network's they define anew.
  mutating func noteSteps(_ notes: [StepNote]) {
    let networkNames = Set((network?.definitions ?? []).map(\.name))
    for note in notes {
      if let formula = note.formula, networkNames.contains(note.canonicalName) {
        overridingFormulas[note.canonicalName] = formula
      }
      builder.laterNames.insert(note.canonicalName)
    }
    builder.laterNames.formUnion(helpers.map { Formula.canonicalName($0.name.text) })
    builder.laterNames.formUnion(networkNames)
  }

  mutating func defineNetwork() {
    placeHelpers()
    for (name, text) in network?.definitions ?? [] {
      if let own = overridingFormulas[name] {
        if define(name, own) == nil { brokenNames.insert(name) }
      } else if let formula = try? Formula(text), (try? builder.define(name, formula)) != nil {
        // The expansion's own formulas fit by construction, but for a name that failed above.
      } else {
        brokenNames.insert(name)
      }
    }
    placeHelpers()
  }

  /// Defines a value by a formula of the file; nil, with a problem reported, where it cannot be.
  mutating func define(_ name: String, _ text: LocatedString) -> Program.Slot? {
    guard let formula = formula(text) else { return nil }
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

  func formula(_ text: LocatedString) -> Formula? {
    do {
      return try Formula(text.text)
    } catch {
      report.report(error.message, at: report.range(error.range, in: text))
      return nil
    }
  }

  /// Reports an error, unless it only follows from another that has been reported.
  func complain(_ error: FormulaError, _ text: LocatedString, _ formula: Formula) {
    if formula.expression.names.contains(where: brokenNames.contains) { return }
    report.report(error.message, at: report.range(error.range, in: text))
  }

  /// Defines every helper whose names are all there by now.
  mutating func placeHelpers() {
    var index = 0
    while index < helpers.count {
      let (name, text) = helpers[index]
      let names = (try? Formula(text.text))?.expression.names ?? []
      if names.contains(where: { builder.slot(named: $0) == nil }) {
        index += 1
        continue
      }
      helpers.remove(at: index)
      index = 0
      guard builder.slot(named: name.text) == nil else { continue }
      if define(name.text, text) == nil { brokenNames.insert(Formula.canonicalName(name.text)) }
    }
  }

  /// Reports the helpers that could not be placed.
  mutating func finishHelpers() {
    builder.laterNames = []
    let waiting = Set(helpers.map { Formula.canonicalName($0.name.text) })
    for (name, text) in helpers {
      guard let formula = formula(text) else { continue }
      let isCircular = formula.expression.names.contains(where: waiting.contains)
      if isCircular,
        formula.expression.names.allSatisfy({
          builder.slot(named: $0) != nil || waiting.contains($0)
        })
      {
        report.report("'\(name.text)' is defined in terms of itself", at: name.range)
      } else if builder.slot(named: name.text) == nil {
        _ = define(name.text, text)
      }
    }
  }
}
