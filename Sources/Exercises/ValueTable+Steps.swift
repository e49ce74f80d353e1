import Formulas
import LocatedJSON

extension ValueTable {
  /// The step of a note, read as its kind demands.
  mutating func step(_ note: StepNote, exercise: Tolerance?, id: String) -> Step? {
    let heading = heading(of: note)
    switch note.kind.content {
    case .value(let rule):
      return valueStep(note, heading, rule, exercise: exercise)
        .map { Step(heading: heading, content: .value($0)) }
    case .assignment(let read):
      return assignedStep(note, heading, id: id, by: read)
    }
  }

  /// A step that its kind reads by itself.
  private mutating func assignedStep(
    _ note: StepNote, _ heading: StepHeading, id: String, by read: (StepReading) -> Assignment?
  ) -> Step? {
    placeHelpers()
    let isNew = askedNames.insert(heading.name).inserted
    if !isNew {
      report.report("'\(note.name.text)' is asked for already", at: note.name.range)
    }
    let isFree = isNew && isNewName(note.name.text, at: note.name.range)
    let record = StepRecord(
      heading: heading, exercise: id, builder: builder, givens: givens, value: note.value,
      source: report.source)
    let reading = StepReading(record: record, object: note.object, report: report)
    guard let assignment = read(reading), isFree else { return nil }
    return Step(heading: heading, content: .assignment(assignment))
  }

  private func heading(of note: StepNote) -> StepHeading {
    let name = note.canonicalName
    let place = note.formula?.range ?? note.name.range
    let object = note.object
    let stated: Double? = object.optional(StepKeys.points)
    let points = stated ?? note.kind.usualPoints(object.members)
    if !(points >= 0) {
      report.report(
        "'points' must not be negative", at: object.value(StepKeys.points)?.range ?? place)
    }
    let text: String? = object.optional(StepKeys.text)
    let equation: String? = object.optional(StepKeys.equation)
    let hints: [String]? = object.optionalArray(StepKeys.hints)
    let working: String? = object.optional(StepKeys.working)
    let passage = passages.passage(of: note.value)
    return StepHeading(
      name: name, kind: note.kind,
      text: text ?? (passage == nil ? "" : "the gap `\(note.name.text)` of the text"),
      equation: equation ?? networkEquation(of: name),
      hints: hints ?? [], working: working, points: points, passage: passage, place: place)
  }

  /// The equation of a value of the network, if that is what has the name.
  private func networkEquation(of name: String) -> String? {
    guard let network, isNetworkValue(name), let slot = builder.slot(named: name) else {
      return nil
    }
    return quantities[slot]?.equation(ofLayers: network.block.layerCount)?.rawValue
  }

  /// A step with its value defined and its alternatives compiled.
  private mutating func valueStep(
    _ note: StepNote, _ heading: StepHeading, _ rule: ValueRule, exercise: Tolerance?
  ) -> ValueStep? {
    let slot = slot(of: note)
    placeHelpers()
    let also = alternatives(note, StepKeys.also, defaultCredit: 1)
    let mistakes = alternatives(note, StepKeys.mistakes, defaultCredit: 0)
    let object = note.object
    let own =
      note.kind.keys.contains(StepKeys.tolerance)
      ? object.value(StepKeys.tolerance).flatMap { Tolerance($0, report: report) } : nil
    let isPartial: Bool? =
      note.kind.keys.contains(StepKeys.partial) ? object.optional(StepKeys.partial) : nil
    guard let slot else { return nil }
    let ways = authoredWays(note, to: slot) + networkWays(of: note)
    return ValueStep(
      heading: heading, tolerance: rule.tolerance(own, exercise),
      allowsPartialCredit: isPartial ?? false, slot: slot, ways: ways,
      also: also, mistakes: mistakes)
  }

  /// Where the step's value stands; nil, with a problem reported, where it has none.
  private mutating func slot(of note: StepNote) -> Program.Slot? {
    let name = note.canonicalName
    let isFirst = askedNames.insert(name).inserted
    if isNetworkValue(name) {
      if !isFirst {
        report.report("'\(note.name.text)' is asked for already", at: note.name.range)
      }
      return builder.slot(named: name)
    }
    guard isNewName(note.name.text, at: note.name.range) else { return nil }
    guard let formula = note.formula else {
      if !note.hasUnreadableFormula { report.report(missingFormula(name), at: note.name.range) }
      brokenNames.insert(name)
      return nil
    }
    guard let slot = define(name, formula) else {
      brokenNames.insert(name)
      return nil
    }
    return slot
  }

  private mutating func alternatives(
    _ note: StepNote, _ key: Key, defaultCredit: Double
  ) -> [ValueStep.Alternative] {
    guard note.kind.keys.contains(key), let value = note.object.value(key) else { return [] }
    guard case .array(let items) = value.kind else {
      report.report("'\(key.name)' must be a list", at: value)
      return []
    }
    var result: [ValueStep.Alternative] = []
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
        ValueStep.Alternative(
          formula: formula, slot: side, says: says, credit: credit, place: text.range))
    }
    return result
  }

  private func missingFormula(_ name: String) -> String {
    guard let network else { return "the step '\(name)' needs the key 'formula'" }
    if let frozen = network.frozenParameter(behind: name) {
      return "'\(frozen)' is frozen in this network, so that there is no '\(name)'"
    }
    if let lack = network.lack(of: name) {
      return "the network defines no '\(name)'; it has one with \(lack)"
    }
    let near = Spelling.nearest(to: name, among: network.definitions.map { $0.name })
    return "the network defines no '\(name)'; "
      + (near.map { "did you mean '\($0)'? A" } ?? "a")
      + " step of another name needs the key 'formula'"
  }
}
