import Exercises
import Formulas

extension TypedValue {
  /// Whether every entry is right for the value of a slot.
  package func isRight(
    for evaluation: Evaluation, at slot: Program.Slot, _ tolerance: Tolerance
  ) -> Bool {
    allEntries(for: evaluation, at: slot, tolerance) { $0.isRight(scale: $1) }
  }

  /// Whether the value is right as far as it goes, but written with too few digits somewhere.
  ///
  /// A value of which nothing but zeros was written says nothing.
  package func isCoarse(
    for evaluation: Evaluation, at slot: Program.Slot, _ tolerance: Tolerance
  ) -> Bool {
    if !tolerance.isAsTyped || tensor.isZero { return false }
    return allEntries(for: evaluation, at: slot, tolerance) {
      $0.isRight(scale: $1) || $0.isCoarse(scale: $1)
    }
  }

  /// The entries that are not right for an expected value of the same shape.
  package func wrongEntries(for expected: Tensor, _ tolerance: Tolerance) -> [Int] {
    lazy var scale = expected.scale
    return tensor.entries.indices.filter { index in
      !typedEntry(index, for: expected[index], tolerance).isRight { scale }
    }
  }

  private func typedEntry(
    _ index: Int, for expected: Double, _ tolerance: Tolerance
  ) -> TypedEntry {
    TypedEntry(tensor[index], lastDigit: lastDigits[index], for: expected, tolerance)
  }

  private func allEntries(
    for evaluation: Evaluation, at slot: Program.Slot, _ tolerance: Tolerance,
    _ holds: (TypedEntry, () -> Double) -> Bool
  ) -> Bool {
    let count = tensor.shape.count
    lazy var scale = (0..<count).reduce(0) { max($0, abs(evaluation.entry($1, of: slot))) }
    return (0..<count).allSatisfy { index in
      holds(typedEntry(index, for: evaluation.entry(index, of: slot), tolerance)) { scale }
    }
  }
}

extension Tolerance {
  /// Whether a number that a student reads would be right as an entry of the answer.
  package func isGivenAway(by number: Double, _ answer: Tensor) -> Bool {
    let scale = answer.scale
    return answer.entries.contains {
      TypedEntry.givesAway(number, $0, scale: scale, self)
    }
  }
}
