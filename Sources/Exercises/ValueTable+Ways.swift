import Formulas
import LocatedJSON

extension ValueTable {
  /// The further formulas of a step's value that the author names.
  mutating func authoredWays(_ note: StepNote, to slot: Program.Slot) -> [ValueStep.Way] {
    guard note.kind.keys.contains(StepKeys.ways) else { return [] }
    let texts: [LocatedString]? = note.object.optionalArray(StepKeys.ways)
    var ways: [ValueStep.Way] = []
    for text in texts ?? [] {
      guard let (formula, side) = side(text) else { continue }
      if let later = laterName(in: formula, than: slot) {
        report.report(.later(later, note.name.text), at: text.range)
      } else if builder.shape(of: side) != builder.shape(of: slot) {
        report.report(
          .otherShape(note.name.text, builder.shape(of: slot), builder.shape(of: side)),
          at: text.range)
      } else {
        ways.append(ValueStep.Way(formula: formula, slot: side, place: text.range))
      }
    }
    return ways
  }

  /// The further formulas of a value of the network; where the step has a formula of its own, that
  /// of the network too.
  mutating func networkWays(of note: StepNote) -> [ValueStep.Way] {
    let name = note.canonicalName
    guard isNetworkValue(name),
      let definition = network?.definitions.first(where: { $0.name == name })
    else { return [] }
    let own = overridingFormulas[name] == nil ? [] : [definition.formula]
    var ways: [ValueStep.Way] = []
    for text in own + definition.ways {
      // The names are the network's own, unless the author has given one another shape.
      guard let formula = try? Formula(text), let slot = try? builder.side(formula) else {
        continue
      }
      ways.append(ValueStep.Way(formula: formula, slot: slot, place: nil))
    }
    return ways
  }

  /// A name in a formula whose value is computed no sooner than another.
  private func laterName(in formula: Formula, than slot: Program.Slot) -> String? {
    formula.expression.names.first { name in
      builder.slot(named: name).map { $0 >= slot } ?? false
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func later(_ name: String, _ step: String) -> String {
    "a way to '\(step)' can only use what comes before it, and '\(name)' does not"
  }

  fileprivate static func otherShape(_ step: String, _ key: Shape, _ way: Shape) -> String {
    "'\(step)' is \(key), but this way gives \(way)"
  }
}
