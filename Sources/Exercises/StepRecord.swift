import Formulas
import LocatedJSON

/// A step as the exercise file has it, for its kind to read: when the file is checked, and again
/// where it is marked.
package struct StepRecord: Sendable {
  package let heading: StepHeading
  /// The id of the exercise.
  package let exercise: String
  /// The values before the step, for formulas over them.
  package let builder: ProgramBuilder
  /// The given values among them.
  package let givens: [(slot: Program.Slot, value: Tensor)]
  let value: LocatedValue
  let source: SourceText

  /// The step once more, as its kind has read it without a problem; nil where it is no object.
  package var reading: StepReading? {
    let report = ProblemReport(source)
    return ObjectReader(
      value, describing: "a step of kind '\(heading.kind.name)'",
      keys: StepKeys.common + heading.kind.keys, report: report
    ).map { StepReading(record: self, object: $0, report: report) }
  }
}
