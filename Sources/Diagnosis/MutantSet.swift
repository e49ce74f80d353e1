import Exercises
import Formulas

/// Edited formulas of one value, compiled behind the exercise's own program.
struct MutantSet: Sendable {
  /// An edited formula and where its value stands.
  struct Mutant: Sendable {
    let mutation: Mutation
    let slot: Program.Slot
    let shape: Shape
  }

  /// The edited formulas, the plainest first, of those that say the same only one.
  let mutants: [Mutant]
  let program: Program

  init(_ exercise: Exercise, of slot: Program.Slot, _ mutations: [Mutation]) {
    var builder = exercise.builder
    var mutants: [Mutant] = []
    for mutation in mutations {
      // An edit that fits no shape is none that a student could have worked out.
      guard let slot = try? builder.side(mutation.formula) else { continue }
      mutants.append(Mutant(mutation: mutation, slot: slot, shape: builder.shape(of: slot)))
    }
    program = builder.build()
    var probe = Probe(program)
    var known = [probe.print(of: slot)]
    self.mutants = mutants.filter { mutant in
      let print = probe.print(of: mutant.slot)
      if known.contains(where: { $0.isSame(as: print) }) { return false }
      known.append(print)
      return true
    }
  }
}
