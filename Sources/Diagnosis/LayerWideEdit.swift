import Formulas

/// The same edit made in the formulas of several layers: σ′ left out everywhere.
struct LayerWideEdit: Sendable {
  /// The values whose formulas are edited, in the order of the program.
  let slots: [Program.Slot]
  private let mutants: [(slot: Program.Slot, mutant: Program.Slot, program: Program)]
  let mutation: Mutation

  /// How far-fetched it is.
  var bits: Double { Prior.bits(ofCost: mutation.cost) + Prior.earlierStep }

  /// The edits that can be made in more than one of the given values.
  static func groups(
    _ sets: [(origin: Program.Slot, set: MutantSet)]
  ) -> [LayerWideEdit] {
    var groups: [String: [(Program.Slot, mutant: Program.Slot, Mutation, Program)]] = [:]
    for (origin, set) in sets {
      var own: Set<String> = []
      for mutant in set.mutants {
        guard let pattern = mutant.mutation.edits.first?.pattern, own.insert(pattern).inserted
        else { continue }
        groups[pattern, default: []]
          .append((origin, mutant.slot, mutant.mutation, set.program))
      }
    }
    return groups.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map { _, members in
      LayerWideEdit(
        slots: members.map { $0.0 },
        mutants: members.map { (slot: $0.0, mutant: $0.mutant, program: $0.3) },
        mutation: members[0].2)
    }
  }

  /// Computes every edited value and what depends on it, in order.
  func run(in evaluation: inout Evaluation, along path: [Program.Slot]) {
    let program = evaluation.program
    for slot in program.definitions {
      if let (_, mutant, program) = mutants.first(where: { $0.slot == slot }) {
        var edited = Evaluation(program)
        edited.adopt(evaluation)
        edited.run(mutant)
        let value = edited.value(of: mutant)
        if value.shape == program.shape(of: slot) { evaluation.set(slot, to: value) }
      } else if path.contains(slot) {
        evaluation.run(slot)
      }
    }
  }
}

extension Mutation.Edit {
  /// The edit with the layers left open, so that the same slip in two layers reads the same.
  fileprivate var pattern: String {
    let what: String
    switch change {
    case .dropped(let part): what = part.text
    case .added(let part): what = part.text
    case .replaced(let part, let other): what = part.text + " → " + other.text
    }
    guard what.contains(where: { $0.isNumber }) else { return "\(kind.rawValue) \(what)" }
    return "\(kind.rawValue) " + String(what.map { $0.isNumber ? "#" : $0 })
  }
}
