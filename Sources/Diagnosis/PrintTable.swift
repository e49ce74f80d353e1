import Exercises
import Formulas

/// What formulas come to on made-up numbers, worked out once for each.
///
/// Two formulas of which students' slips are made come up for sheet after sheet.
final class PrintTable: Sendable {
  private let builder: ProgramBuilder
  private let prints = KeptTable<Formula, Probe.Print>()

  init(_ exercise: Exercise) {
    builder = exercise.builder
  }

  /// The prints of formulas; nil for one that cannot be computed.
  func prints(of formulas: [Formula]) -> [Probe.Print?] {
    let known = formulas.map { prints[$0] }
    if known.allSatisfy({ $0 != nil }) { return known }
    var extended = builder
    let slots = formulas.map { try? extended.side($0) }
    var probe = Probe(extended.build())
    let found = slots.map { slot in slot.map { probe.print(of: $0) } }
    for (formula, print) in zip(formulas, found) { prints[formula] = print }
    return found
  }
}
