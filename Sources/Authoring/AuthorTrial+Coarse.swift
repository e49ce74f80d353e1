import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking

extension AuthorTrial {
  /// The steps whose stated tolerance lets common slips pass for right, so that nobody is told of
  /// them; without one they would be told apart.
  func coarseFindings() -> [AuthorFinding] {
    let steps = exercise.valueSteps.filter { step in
      step.kind == ValueKind.kind.step && !step.tolerance.isAsTyped && step.tolerance != .exact
    }
    if steps.isEmpty { return [] }
    let table = SlipTable(self, marks: false)
    return steps.compactMap { step in
      let right = key.value(of: step.slot)
      // That nothing at all passes is said already.
      if !right.isZero, step.tolerance.acceptsZeros(for: right) { return nil }
      guard let row = table.rows.first(where: { $0.step == step.name }) else { return nil }
      let passing = row.groups.filter(\.isRight).flatMap { group in
        group.slips.filter { !Tolerance.typedByHand.accepts($0.value, for: right) }
      }
      guard let first = passing.first else { return nil }
      return AuthorFinding(
        .coarse, .coarse(step, passing.count, of: row.count, first, right),
        at: step.place.lowerBound)
    }
  }
}

extension Tensor {
  /// The largest difference of two entries; nil where the shapes differ.
  func distance(to other: Tensor) -> Double? {
    guard shape == other.shape else { return nil }
    return zip(entries, other.entries).map { abs($0 - $1) }.max()
  }
}

// MARK: - Messages

extension String {
  fileprivate static func coarse(
    _ step: ValueStep, _ count: Int, of all: Int, _ slip: CommonSlip, _ right: Tensor
  ) -> String {
    "the tolerance of '\(step.name)' is so coarse that \(count) of \(all) common slips pass for "
      + "right; nobody is told, say, '\(slip.says.text)', which gives "
      + "\(slip.value.typed(digits: SlipTable.digits)) in place of "
      + right.typed(digits: SlipTable.digits)
  }
}
