import Exercises
import Formulas

extension TypedValue {
  /// Whether every entry is right for the value of a slot.
  package func isRight(
    for evaluation: Evaluation, at slot: Program.Slot, _ tolerance: Tolerance
  ) -> Bool {
    evaluation.read(slot) { expected in
      allEntries(for: expected, tolerance) { $0.isRight(scale: $1) }
    }
  }

  /// Whether the value is right as far as it goes, but written with too few digits somewhere.
  ///
  /// A value of which nothing but zeros was written says nothing.
  package func isCoarse(
    for evaluation: Evaluation, at slot: Program.Slot, _ tolerance: Tolerance
  ) -> Bool {
    if !tolerance.isAsTyped || tensor.isZero { return false }
    return evaluation.read(slot) { expected in
      allEntries(for: expected, tolerance) { $0.isRight(scale: $1) || $0.isCoarse(scale: $1) }
    }
  }

  /// The entries that are not right for an expected value of the same shape.
  package func wrongEntries(for expected: Tensor, _ tolerance: Tolerance) -> [Int] {
    let scale = tolerance.isAsTyped ? expected.scale : 0
    return tensor.entries.indices.filter { index in
      !typedEntry(index, for: expected[index], tolerance).isRight(scale: scale)
    }
  }

  /// Whether every entry is right for an expected value of the same shape.
  package func isRight(for expected: Tensor, _ tolerance: Tolerance) -> Bool {
    expected.entries.withUnsafeBufferPointer { expected in
      allEntries(for: expected, tolerance) { $0.isRight(scale: $1) }
    }
  }

  private func typedEntry(
    _ index: Int, for expected: Double, _ tolerance: Tolerance
  ) -> TypedEntry {
    TypedEntry(tensor[index], lastDigit: lastDigits[index], for: expected, tolerance)
  }

  private func allEntries(
    for expected: UnsafeBufferPointer<Double>, _ tolerance: Tolerance,
    _ holds: (TypedEntry, _ scale: Double) -> Bool
  ) -> Bool {
    let count = tensor.shape.count
    precondition(count <= expected.count, "\(tensor.shape) is held against too few entries")
    let scale = tolerance.isAsTyped ? expected.prefix(count).reduce(0) { max($0, abs($1)) } : 0
    return (0..<count).allSatisfy {
      holds(typedEntry($0, for: expected[$0], tolerance), scale)
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
