import Formulas
import LocatedJSON

extension ValueTable {
  /// The step of a note, its value defined and its alternatives compiled.
  mutating func step(_ note: StepNote, exercise: Tolerance?) -> Step? {
    let name = note.canonicalName
    let isNetworkValue = network?.definitions.contains { $0.name == name } ?? false
    let place = note.formula?.range ?? note.name.range
    let slot: Program.Slot
    if isNetworkValue {
      guard let found = builder.slot(named: name) else { return nil }
      slot = found
    } else {
      guard isNewName(note.name.text, at: note.name.range) else { return nil }
      guard let formula = note.formula else {
        report.report(missingFormula(name), at: note.name.range)
        brokenNames.insert(name)
        return nil
      }
      guard let found = define(name, formula) else {
        brokenNames.insert(name)
        return nil
      }
      slot = found
    }
    placeHelpers()
    let also = alternatives(note, StepKeys.also, slot, defaultCredit: 1)
    let mistakes = alternatives(note, StepKeys.mistakes, slot, defaultCredit: 0)
    let object = note.object
    let own =
      note.kind.keys.contains(StepKeys.tolerance)
      ? object.value(StepKeys.tolerance).flatMap { Tolerance($0, report: report) } : nil
    let points: Double = object.optional(StepKeys.points) ?? 1
    if !(points >= 0) {
      report.report(
        "'points' must not be negative", at: object.value(StepKeys.points)?.range ?? place)
    }
    return Step(
      name: name, kind: note.kind, text: object.optional(StepKeys.text) ?? "",
      equation: object.optional(StepKeys.equation) ?? network?.equation(of: name),
      hints: object.optionalArray(StepKeys.hints) ?? [], points: points,
      tolerance: note.kind.tolerance(own: own, exercise: exercise),
      allowsPartialCredit: note.kind.keys.contains(StepKeys.partial)
        ? object.optional(StepKeys.partial) ?? false : false,
      slot: slot, also: also, mistakes: mistakes, place: place)
  }

  private mutating func alternatives(
    _ note: StepNote, _ key: Key, _ slot: Program.Slot, defaultCredit: Double
  ) -> [Step.Alternative] {
    guard note.kind.keys.contains(key), let value = note.object.value(key) else { return [] }
    guard case .array(let items) = value.kind else {
      report.report("'\(key.name)' must be a list", at: value)
      return []
    }
    var result: [Step.Alternative] = []
    for item in items {
      guard
        let object = ObjectReader(
          item, describing: "an entry of '\(key.name)'", keys: AlternativeKeys.all, report: report),
        let text: LocatedString = object.required(AlternativeKeys.formula),
        let says: String = object.required(AlternativeKeys.says)
      else { continue }
      let credit: Double = object.optional(AlternativeKeys.credit) ?? defaultCredit
      if !(0...1).contains(credit) {
        report.report(
          "'credit' must be from 0 to 1",
          at: object.value(AlternativeKeys.credit)?.range ?? object.range)
      }
      guard let (formula, side) = side(text) else { continue }
      result.append(
        Step.Alternative(
          formula: formula, slot: side, says: says, credit: credit, place: text.range))
    }
    return result
  }

  private func missingFormula(_ name: String) -> String {
    guard let network else { return "the step '\(name)' needs the key 'formula'" }
    let near = Spelling.nearest(to: name, among: network.definitions.map(\.name))
    return "the network defines no '\(name)'; "
      + (near.map { "did you mean '\($0)'? " } ?? "") + "Any other step needs the key 'formula'"
  }
}
