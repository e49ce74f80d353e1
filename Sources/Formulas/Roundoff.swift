import Numerics

/// How far rounding may have thrown the values of an evaluation off.
///
/// Everything is run again three times on numbers that are each a few units in the last place
/// beside themselves, inputs and all that is computed from them. How far that moves a value is what
/// rounding could have done to it: little where numbers are only multiplied, everything where two
/// large ones cancel or a unit is saturated.
package struct Roundoff: Sendable {
  private var shaken: [Evaluation] = []
  private var random = SplitMix64(seed: 1)
  /// The formulas on the side that have been run on the shaken values.
  private var run: Set<Program.Slot> = []

  /// - Parameter values: All computed from the inputs.
  package init(of values: Evaluation) {
    for _ in 0..<Roundoff.runs {
      var copy = values
      copy.runShaken(using: &random)
      shaken.append(copy)
    }
  }

  /// How far an entry may be off, counted from 0 through the rows.
  ///
  /// - Parameter values: The evaluation the value was computed in.
  package mutating func error(
    of slot: Program.Slot, entry: Int, in values: Evaluation
  ) -> Double {
    if values.program.name(of: slot).isEmpty, run.insert(slot).inserted {
      for index in shaken.indices { shaken[index].runShaken(slot, using: &random) }
    }
    let value = values.entry(entry, of: slot)
    return shaken.reduce(0) { largest, copy in
      let moved = Roundoff.caution * abs(copy.entry(entry, of: slot) - value)
      // What is not finite when shaken may be anything.
      return moved.isNaN ? .infinity : max(largest, moved)
    }
  }

  /// Three runs, so that shifts which happen to cancel in one are seen in another.
  private static let runs = 3

  /// How many times as far as in the three runs rounding may go.
  ///
  /// Measured on the values of 400 random networks, by the formulas and by the engine: they differ
  /// by at most twice the largest of the three shifts, 99 in 100 by less than 0.6 of it. A key that is
  /// wrong by 1 % is still seen unless it is the rest of terms a million million times as large.
  private static let caution = 16.0
}

extension SplitMix64 {
  /// The number, one to two units in the last place beside itself.
  ///
  /// - Parameter least: What is the least to be taken for its last place.
  mutating func shaken(_ number: Double, by least: Double = 0) -> Double {
    let size = self.number(from: 1, to: 2) * max(0x1p-52 * abs(number), least)
    return next() & 1 == 0 ? number + size : number - size
  }
}

extension Operation {
  /// What is the least to be taken for the last place of a value.
  var lastPlace: Double {
    if case .elementwise(let function) = self { function.lastPlace } else { 0 }
  }
}
