import Formulas
import LocatedJSON

/// What a step asks for whose kind judges answers by itself; its kind has read it from the file.
package protocol Assignment: Sendable {
  /// What is wrong with the key itself, found by calculating with it.
  func faults(in exercise: Exercise) -> [AssignmentFault]

  /// What a student must know to answer, beyond the step's text, a line each: options to choose
  /// from, in the student's own order, names that a formula may use, a function's declaration.
  func details(for student: String) -> [String]
}

extension Assignment {
  package func faults(in exercise: Exercise) -> [AssignmentFault] { [] }
  package func details(for student: String) -> [String] { [] }
}

/// Something wrong with an assignment, and where it stands in the exercise file.
package struct AssignmentFault: Hashable, Sendable {
  package let message: String
  package let place: Range<Int>

  package init(_ message: String, at place: Range<Int>) {
    self.message = message
    self.place = place
  }
}

/// A step of an exercise file while its kind reads it.
package struct StepReading {
  package let heading: StepHeading
  /// The step's members.
  package let object: ObjectReader
  package let report: ProblemReport
  /// The tolerance that the exercise states for all its steps.
  package let exerciseTolerance: Tolerance?
  /// The values before the step, for formulas over them.
  package let builder: ProgramBuilder

  /// The tolerance under the step's own key; nil where it has none.
  package var ownTolerance: Tolerance? {
    object.value(StepKeys.tolerance).flatMap { Tolerance($0, report: report) }
  }

  /// Reads a formula; nil, with a problem reported, where it cannot be read.
  package func formula(_ text: LocatedString) -> Formula? {
    do {
      return try Formula(text.text)
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
