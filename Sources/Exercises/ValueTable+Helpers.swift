import Formulas
import LocatedJSON

extension ValueTable {
  mutating func noteHelpers(_ value: LocatedValue?) {
    guard let members = members(of: value, "'define'") else { return }
    for member in members where isNewName(member) {
      guard let text = LocatedString(json: member.value) else {
        report.report("'\(member.name)' must be a formula in quotes", at: member.value)
        brokenNames.insert(Formula.canonicalName(member.name))
        continue
      }
      helpers.append(
        Helper(
          name: LocatedString(text: member.name, range: member.nameRange), formula: text,
          uses: (try? Formula(text.text))?.expression.names ?? []))
    }
    removeCircularHelpers()
  }

  /// Defines every helper whose names are all there by now.
  mutating func placeHelpers() {
    var index = 0
    while index < helpers.count {
      let helper = helpers[index]
      if helper.uses.contains(where: { builder.slot(named: $0) == nil }) {
        index += 1
        continue
      }
      helpers.remove(at: index)
      index = 0
      // A step that took the name has been reported.
      guard builder.slot(named: helper.canonicalName) == nil else { continue }
      if define(helper.name.text, helper.formula) == nil {
        brokenNames.insert(helper.canonicalName)
      }
    }
  }

  /// Reports the helpers that could not be placed.
  mutating func finishHelpers() {
    builder.laterNames = []
    let names = Set(helpers.map { $0.canonicalName })
    // A helper that waits for another is not at fault.
    for helper in helpers where names.isDisjoint(with: helper.uses) {
      _ = define(helper.name.text, helper.formula)
    }
  }

  /// Reports the helpers that need themselves, perhaps by way of others.
  private mutating func removeCircularHelpers() {
    let uses = Dictionary(uniqueKeysWithValues: helpers.map { ($0.canonicalName, $0.uses) })
    func needsItself(_ name: String) -> Bool {
      var reached: Set<String> = []
      var waiting = uses[name] ?? []
      while let next = waiting.popLast() {
        if next == name { return true }
        if reached.insert(next).inserted { waiting += uses[next] ?? [] }
      }
      return false
    }
    for helper in helpers where needsItself(helper.canonicalName) {
      report.report("'\(helper.name.text)' is defined in terms of itself", at: helper.name.range)
      brokenNames.insert(helper.canonicalName)
    }
    helpers.removeAll { brokenNames.contains($0.canonicalName) }
  }
}
