import Exercises
import Formulas
import Numerics

/// What formulas come to on made-up numbers, worked out once for each.
///
/// Two formulas of which students' slips are made come up for sheet after sheet.
final class PrintTable: Sendable {
  private let builder: ProgramBuilder
  private let prints = Kept<[Formula: Probe.Print]>([:])

  /// How many are kept; a class of the most different slips needs some hundred.
  private static let most = 1024

  init(_ exercise: Exercise) {
    builder = exercise.builder
  }

  /// The prints of formulas; nil for one that cannot be computed.
  func prints(of formulas: [Formula]) -> [Probe.Print?] {
    let known = prints.update { prints in formulas.map { prints[$0] } }
    if known.allSatisfy({ $0 != nil }) { return known }
    var extended = builder
    let slots = formulas.map { try? extended.side($0) }
    var probe = Probe(extended.build())
    let found = slots.map { slot in slot.map { probe.print(of: $0) } }
    prints.update { prints in
      if prints.count > PrintTable.most { prints = [:] }
      for (formula, print) in zip(formulas, found) { prints[formula] = print }
    }
    return found
  }
}
