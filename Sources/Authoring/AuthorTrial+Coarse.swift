import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking

extension AuthorTrial {
  /// The steps whose stated tolerance silences reasons.
  ///
  /// Common slips that pass for right are told to nobody; others come to one answer, where nobody has
  /// to type more digits than the tolerance asks for. Without one they would be told apart.
  func coarseFindings() -> [AuthorFinding] {
    let steps = exercise.valueSteps.filter { step in
      step.kind == ValueKind.kind.step && !step.tolerance.isAsTyped && step.tolerance != .exact
    }
    if steps.isEmpty { return [] }
    let table = SlipTable(self, marks: false)
    return steps.flatMap { step -> [AuthorFinding] in
      let right = key.value(of: step.slot)
      // That nothing at all passes is said already.
      if !right.isZero, step.tolerance.acceptsZeros(for: right) { return [] }
      guard let row = table.rows.first(where: { $0.step == step.name }) else { return [] }
      let silenced = SilencedReasons(row, right, step.tolerance)
      let place = step.place.lowerBound
      var findings: [AuthorFinding] = []
      if let first = silenced.passing.first {
        findings.append(
          AuthorFinding(
            .coarse, .coarse(step, silenced.passing.count, of: row.count, first, right), at: place))
      }
      if let listed = silenced.text {
        findings.append(AuthorFinding(.silenced, .silenced(step, listed), at: place))
      }
      return findings
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
  fileprivate static func silenced(_ step: ValueStep, _ reasons: String) -> String {
    "reasons that the tolerance of '\(step.name)' silences: \(reasons)"
  }
}
