import Formulas
import LocatedJSON

/// A step of an exercise file while its kind reads it.
package struct StepReading {
  package let record: StepRecord
  /// The step's members.
  package let object: ObjectReader
  package let report: ProblemReport

  package var heading: StepHeading { record.heading }
  /// The id of the exercise.
  package var exercise: String { record.exercise }
  /// The values before the step, for formulas over them.
  package var builder: ProgramBuilder { record.builder }
  /// The given values among them.
  package var givens: [(slot: Program.Slot, value: Tensor)] { record.givens }

  /// The tolerance under the step's own key; nil where it has none.
  package var ownTolerance: Tolerance? {
    object.value(StepKeys.tolerance).flatMap { Tolerance($0, report: report) }
  }

  /// The list under a key; empty where there is none, or, with a problem reported, no list.
  package func items(_ key: Key) -> [LocatedValue] {
    guard let value = object.value(key) else { return [] }
    if case .array(let items) = value.kind { return items }
    report.report("'\(key.name)' must be a list", at: value)
    return []
  }

  /// Reads a formula; nil, with a problem reported, where it cannot be read.
  package func formula(_ text: LocatedString, functions: [String] = []) -> Formula? {
    do {
      return try Formula(text.text, functions: functions)
    } catch {
      complain(error, text)
      return nil
    }
  }

  /// Reports what is wrong with a formula, at the character where it is.
  package func complain(_ error: FormulaError, _ text: LocatedString) {
    report.report(error.message, at: report.range(error.range, in: text))
  }
}
