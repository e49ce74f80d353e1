import Formulas
import LocatedJSON

/// What a step asks for whose kind judges answers by itself; its kind has read it from the file.
package protocol Assignment: Sendable {
  /// What is wrong with the key itself, found by calculating with it.
  func faults(in exercise: Exercise) -> [AssignmentFault]

  /// Whether the answer is prose, for which a sheet has room for several lines.
  var asksForText: Bool { get }

  /// A function to be filled in, where the answer is a Swift file; nil for every other.
  var stub: String? { get }

  /// What a student must know to answer, beyond the step's text, a line each: options to choose
  /// from, in the student's own order, names that a formula may use, a function's declaration.
  func details(for student: String) -> [String]

  /// What a student must know of the whole sheet, which is said once for all such steps.
  func remark(for student: String) -> String?
}

extension Assignment {
  package func faults(in exercise: Exercise) -> [AssignmentFault] { [] }
  package var asksForText: Bool { false }
  package var stub: String? { nil }
  package func details(for student: String) -> [String] { [] }
  package func remark(for student: String) -> String? { nil }
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
  /// The id of the exercise.
  package let exercise: String
  /// The step's members.
  package let object: ObjectReader
  package let report: ProblemReport
  /// The tolerance that the exercise states for all its steps.
  package let exerciseTolerance: Tolerance?
  /// The values before the step, for formulas over them.
  package let builder: ProgramBuilder
  /// The given values among them.
  package let givens: [(slot: Program.Slot, value: Tensor)]

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
