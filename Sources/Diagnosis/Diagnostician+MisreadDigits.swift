import Exercises
import Formulas
import Numerics

extension Diagnostician {
  /// The most numbers of the statement that are tried.
  private static let mostGivens = 64

  /// A given number read with two neighbouring digits exchanged, here or on the way here.
  ///
  /// It is looked for where nothing else gives the answer, for every exercise has many numbers.
  func misreadDigits(_ wrong: Case) -> [Account] {
    guard let formula = exercise.program.formula(of: wrong.step.slot)?.expression,
      exercise.program.shape(of: wrong.step.slot).serves(for: wrong.value.tensor.shape)
    else { return [] }
    let readings = misreadings(for: wrong)
    let bits = Prior.digitsMisread + Math.log(Double(max(readings.count, 1))) / Math.log(2)
    let surplus = wrong.evidence.bits - Belief.margin - bits
    if readings.isEmpty || surplus < 0 { return [] }
    let before = Set(unansweredSources(of: wrong))
    for context in wrong.contexts {
      for reading in readings {
        var evaluation = context
        evaluation.set(reading.given, entry: reading.entry, to: reading.number)
        for slot in path(from: [reading.given], to: wrong) { evaluation.run(slot) }
        guard wrong.evidence.agrees(with: evaluation, at: wrong.step.slot),
          !isRefuted(evaluation, from: [reading.given], wrong)
        else { continue }
        let name = exercise.program.name(of: reading.given)
        let origin =
          formula.names.contains(name)
          ? wrong.step.slot
          : before.first {
            exercise.program.formula(of: $0)?.expression.names.contains(name) ?? false
          }
        guard let origin, let mutation = mutation(reading, at: origin) else { continue }
        return [
          Account(
            mutation: mutation, origin: origin, bits: bits,
            entries: evaluation.value(of: wrong.step.slot).entries, isSure: surplus >= Belief.sure)
        ]
      }
    }
    return []
  }

  /// One entry of a given value, and what it may have been read as.
  private struct Misreading {
    let given: Program.Slot
    let entry: Int
    let number: Double
  }

  private func misreadings(for wrong: Case) -> [Misreading] {
    let computed = [wrong.step.slot] + unansweredSources(of: wrong)
    let read = Set(computed.flatMap { exercise.program.reads(of: $0) })
    let entries = exercise.program.inputs.filter(read.contains).flatMap { given in
      (0..<exercise.program.shape(of: given).count).map { (given, $0) }
    }
    if entries.count > Diagnostician.mostGivens { return [] }
    return entries.flatMap { given, entry in
      wrong.contexts[0].entry(entry, of: given).withDigitsExchanged
        .map { Misreading(given: given, entry: entry, number: $0) }
    }
  }

  /// The formula of a value with the number in place of the entry that was misread.
  private func mutation(_ reading: Misreading, at origin: Program.Slot) -> Mutation? {
    guard let formula = exercise.program.formula(of: origin)?.expression else { return nil }
    let name = exercise.program.name(of: reading.given)
    let whole = Expression(.name(name))
    let size = abs(reading.number)
    let number = Expression(.number(size, spelling: NumberText.shortest(size)))
    let read = reading.number < 0 ? Expression(.negate(number)) : number
    let (table, entry) = Expression.table(
      whole, exercise.program.shape(of: reading.given), entry: reading.entry,
      indexBase: exercise.indexBase
    ) { _ in read }
    let edit = Mutation.Edit(
      kind: .wrongName, change: .replaced(entry, by: read),
      cost: Prior.cost(ofBits: Prior.digitsMisread))
    return Mutation(formula: Formula(formula.renaming(name, to: table)), edits: [edit])
  }
}

extension Double {
  /// The number with each two neighbouring digits exchanged, as it is written.
  fileprivate var withDigitsExchanged: [Double] {
    let text = NumberText.shortest(abs(self))
    guard !text.utf8.contains(UInt8(ascii: "e")), text.utf8.count <= 8 else { return [] }
    return ExchangedDigits.all(of: text).compactMap { exchange in
      // 0.5 is not read as 5.0.
      if exchange.isAcrossPoint, exchange.first == "0" { return nil }
      return Double(exchange.text).map { self < 0 ? -$0 : $0 }
    }
  }
}
