import Answers
import Exercises
import Formulas

/// A slip that people often make in a step: what it comes to, and what it is called.
package struct CommonSlip: Sendable {
  /// The formula with the slip in it.
  package let formula: String
  /// The ids of its edits.
  package let edits: [String]
  /// How rarely it is made, in bits.
  package let bits: Double
  package let value: Tensor
  package let says: Message

  /// What is rarer than this is not common.
  package static let rarest = 3.6
}

extension Tutor {
  /// The slips that people often make in a step, the commonest first, of those that are the same
  /// calculation in other words the plainest.
  ///
  /// - Parameter key: The exercise's values, all computed.
  package func commonSlips(in step: ValueStep, on key: Evaluation) -> [CommonSlip] {
    diagnostician.commonSlips(in: step, on: key, within: CommonSlip.rarest).map { account, value in
      CommonSlip(
        formula: account.mutation.formula.text,
        edits: account.mutation.edits.map { $0.kind.rawValue }, bits: account.bits, value: value,
        says: says(account, step))
    }
  }
}

extension Diagnostician {
  /// The explanations by the step's own formula that cost so many bits at most, with what they come
  /// to; each calculation once.
  fileprivate func commonSlips(
    in step: ValueStep, on key: Evaluation, within bits: Double
  ) -> [(Account, Tensor)] {
    guard let space = spaces.space(of: step.slot) else { return [] }
    let shape = exercise.program.shape(of: step.slot)
    let found = space.values(on: key, of: shape, within: bits)
    var builder = exercise.builder
    let formulas = found.map { Formula(space.formula($0.candidate, $0.scalar)) }
    let slots = formulas.map { try? builder.side($0) }
    var probe = Probe(builder.build())
    var prints = [probe.print(of: step.slot)]
    var kept: [(Account, Tensor)] = []
    for ((one, formula), slot) in zip(zip(found, formulas), slots) {
      guard let slot else { continue }
      let print = probe.print(of: slot)
      if prints.contains(where: { $0.isSame(as: print) }) { continue }
      prints.append(print)
      let mutation = Mutation(
        formula: formula, edits: space.edits(one.candidate, one.scalar))
      kept.append((Account(mutation: mutation, origin: step.slot, bits: one.bits), one.value))
    }
    return kept
  }
}

extension Space {
  /// A candidate with a factor, and what it comes to.
  fileprivate struct Outcome {
    let candidate: Int
    let scalar: Int
    let bits: Double
    let value: Tensor
  }

  /// The most explanations that are listed.
  private static let mostListed = 400

  /// What the explanations come to that cost so many bits at most, the likeliest first.
  fileprivate func values(
    on key: Evaluation, of shape: Shape, within limit: Double
  ) -> [Outcome] {
    var found: [Outcome] = []
    let count = count(within: limit)
    read(on: key, isKey: true, first: count) { values, factors in
      for position in 0..<count {
        let candidate = candidates[position]
        guard candidate.pairing.shape.serves(for: shape) else { continue }
        for (index, scalar) in scalars.enumerated() {
          let bits = candidate.bits + scalar.bits
          if bits > limit { break }
          if edits(position, index).isEmpty { continue }
          let factor = factors[index]
          let entries = (0..<shape.count).map { candidate.pairing.entry($0, in: values) * factor }
          guard entries.allSatisfy({ $0.isFinite }) else { continue }
          found.append(
            Outcome(
              candidate: position, scalar: index, bits: bits,
              value: Tensor(shape: shape, entries: entries)))
        }
      }
    }
    let order = found.indices.sorted { (found[$0].bits, $0) < (found[$1].bits, $1) }
    return order.prefix(Space.mostListed).map { found[$0] }
  }
}
